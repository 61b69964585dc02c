package org.initbench.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.initbench.common.DataException;
import org.initbench.run.Bundle;
import org.initbench.run.BundleFolder;
import org.initbench.run.BundleLock;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Failure;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.run.Shard;
import org.initbench.run.ShardOrigin;
import org.initbench.run.TuningTrial;

/**
 * Makes the bundle of a whole study from its shards. Its runs, crossings, curves, diagnostics and tuned rates have the very bytes that
 * they have in the bundle of a study which was run as a whole; its environment is that of the first shard, and {@code shards.json}
 * keeps those of all; what JMH measured stands shard by shard. A merge that was ended is gone on with by the same call.
 */
public final class ShardMerge {

    private final Shards shards;
    private final BundleWriter target;
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    private ShardMerge(Shards shards, BundleWriter target) {
        this.shards = shards;
        this.target = target;
        Block.of(shards.study()).forEach(block -> blocks.put(block.part(), block));
    }

    /**
     * Merges shards.
     *
     * @param folders the bundles of all shards of a study, in any order
     * @param folder the bundle to be: absent, empty, or begun by the same call
     * @param listener told each shard as its turn comes
     * @param end what is to be done when the bundle is finished, before the merge counts as ended
     * @throws org.initbench.common.UsageException if these are not all shards of one study, or the folder holds anything else
     * @throws DataException if a shard is damaged
     */
    public static void merge(List<Path> folders, Path folder, Consumer<Path> listener, Runnable end) {
        Shards shards = Shards.of(folders);
        boolean begun = shards.unfinished(folder).isPresent();
        try (BundleLock lock = begun ? BundleWriter.open(folder).lock() : BundleFolder.claim(folder)) {
            new ShardMerge(shards, shards.target(folder)).run(listener);
            end.run();
            lock.end();
        }
    }

    private void run(Consumer<Path> listener) {
        if (!target.isFinished()) {
            List<Failure> failures = new ArrayList<>();
            List<ShardOrigin> origins = new ArrayList<>();
            for (Path folder : shards.folders()) {
                listener.accept(folder);
                copy(folder, failures);
                origins.add(ShardOrigin.of(folder));
            }
            target.writeFailures(failures);
            target.writeOrigins(origins);
        }
        target.finish(List.copyOf(blocks.keySet()));
    }

    private void copy(Path folder, List<Failure> failures) {
        List<String> findings = BundleReader.verify(folder);
        if (!findings.isEmpty()) {
            throw new DataException("a damaged shard is not merged: " + findings.get(0)
                    + (findings.size() > 1 ? " (and more: 'verify' lists them)" : ""));
        }
        Bundle bundle = BundleReader.read(folder);
        Shard shard = BundleReader.readShard(folder);
        Map<String, BlockRecords> records = records(bundle, shard);
        records.forEach((part, block) -> block.writeTo(target, part));
        copyTuning(folder, bundle);
        String jmh = String.format(Locale.ROOT, "shard-%05d", shard.number());
        BundleReader.jmh(folder).filter(text -> !target.hasJmh(jmh)).ifPresent(text -> target.writeJmh(jmh, text));
        failures.addAll(bundle.failures());
    }

    /** The records of each block of a shard that the target lacks. */
    private Map<String, BlockRecords> records(Bundle bundle, Shard shard) {
        ResolvedStudy study = bundle.study();
        Map<String, Integer> taskNumbers = new HashMap<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            taskNumbers.put(study.tasks().get(i).name(), i);
        }
        Map<String, BlockRecords> records = new LinkedHashMap<>();
        blocks.forEach((part, block) -> {
            if (shard.has(study, block.taskNumber(), block.firstReplicate())) {
                records.put(part, new BlockRecords());
            }
        });
        Map<String, BlockRecords> byRun = new HashMap<>();
        for (RunRecord run : bundle.runs()) {
            Block block = Block.holding(study, Objects.requireNonNull(taskNumbers.get(run.task())), run.replicate());
            BlockRecords own = Objects.requireNonNull(records.get(block.part()));
            own.runs.add(run);
            byRun.put(run.runId(), own);
        }
        bundle.crossings().forEach(c -> own(byRun, c.runId()).crossings.add(c));
        bundle.curves().forEach(p -> own(byRun, p.runId()).curves.add(p));
        bundle.diagnostics().forEach(d -> own(byRun, d.runId()).diagnostics.add(d));
        records.keySet().removeIf(target::hasPart);
        return records;
    }

    private static BlockRecords own(Map<String, BlockRecords> byRun, String runId) {
        return Objects.requireNonNull(byRun.get(runId));
    }

    /** Rates are tuned alike in every shard that has runs of a task. */
    private void copyTuning(Path folder, Bundle bundle) {
        ResolvedStudy study = bundle.study();
        for (int i = 0; i < study.tasks().size(); i++) {
            String task = study.tasks().get(i).name();
            List<TuningTrial> trials = bundle.tuning().stream()
                    .filter(trial -> trial.task().equals(task))
                    .toList();
            String part = Block.tuningPart(study, i);
            if (trials.isEmpty()) {
                continue;
            }
            if (!target.hasTuning(part)) {
                target.writeTuning(part, trials);
            } else if (!target.tuning(part).equals(trials)) {
                throw new DataException(folder + ": tuning.csv: other learning rates were found for task " + task
                        + " than in an earlier shard; the same program finds the same");
            }
        }
    }
}
