package org.initbench.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Environment;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.jspecify.annotations.Nullable;

/**
 * The finished shards of one study, all of them: each share once, under the same hypotheses, by the same program on the same
 * arithmetic.
 */
final class Shards {

    private final List<Path> folders;
    private final ResolvedStudy study;
    private final Environment environment;

    private Shards(List<Path> folders) {
        this.folders = folders;
        study = BundleReader.readStudy(folders.get(0));
        environment = BundleReader.readEnvironment(folders.get(0));
    }

    /**
     * Finds out whether bundles are the shards of one study.
     *
     * @param folders the bundles, in any order
     * @throws UsageException if one is none, is not finished, does not belong to the others, or is missing
     * @throws DataException if one is no bundle
     */
    static Shards of(List<Path> folders) {
        if (folders.isEmpty()) {
            throw new UsageException("no shard is named");
        }
        Map<Integer, Path> byNumber = new TreeMap<>();
        for (Path folder : folders) {
            Shard shard = finished(folder);
            Path other = byNumber.put(shard.number(), folder);
            if (other != null) {
                throw new UsageException(
                        other + " and " + folder + " are both shard number " + shard.number() + "; name each once");
            }
        }
        List<Path> ordered = List.copyOf(byNumber.values());
        Path first = ordered.get(0);
        ordered.forEach(folder -> requireAlike(first, folder));
        requireAll(byNumber, BundleReader.readShard(first).of());
        return new Shards(ordered);
    }

    private static Shard finished(Path folder) {
        BundleWriter bundle = BundleWriter.open(folder);
        Shard shard = BundleReader.readShard(folder);
        if (shard.whole()) {
            throw new UsageException(folder + " is no shard: it was not begun with --shard");
        }
        if (!bundle.isFinished()) {
            throw new UsageException(folder + ": shard " + shard.label()
                    + " is not finished; the command that began it goes on with it");
        }
        return shard;
    }

    private static void requireAlike(Path first, Path folder) {
        String both = first + " and " + folder + " ";
        Shard one = BundleReader.readShard(first);
        Shard other = BundleReader.readShard(folder);
        if (one.of() != other.of()) {
            throw new UsageException(both + "are shards " + one.label() + " and " + other.label()
                    + ": a study is cut into one number of shards");
        }
        if (!BundleReader.readStudy(first).equals(BundleReader.readStudy(folder))) {
            throw new UsageException(both + "are shards of two studies (see their study.yaml)");
        }
        if (!Arrays.equals(hypotheses(first), hypotheses(folder))) {
            throw new UsageException(both + "were begun under other hypotheses (see their hypotheses.yaml)");
        }
        if (!BundleReader.readEnvironment(first).measuresAs(BundleReader.readEnvironment(folder))) {
            throw new UsageException(both + "were made by different versions of initbench or with other arithmetic (see"
                    + " their environment.json): their runs cannot stand in one bundle");
        }
    }

    private static byte @Nullable [] hypotheses(Path folder) {
        return BundleReader.hypothesesFile(folder).orElse(null);
    }

    private static void requireAll(Map<Integer, Path> byNumber, int of) {
        List<String> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !byNumber.containsKey(number))
                .mapToObj(number -> number + "/" + of)
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException(byNumber.size() + " of " + of + " shards are named; missing: "
                    + missing.stream().limit(20).collect(Collectors.joining(", ")));
        }
    }

    /** The bundles, in the order of their numbers. */
    List<Path> folders() {
        return folders;
    }

    /** The study. */
    ResolvedStudy study() {
        return study;
    }

    /**
     * The bundle of the whole study in a folder: a new one, or one that was begun for these shards.
     *
     * @throws UsageException if the folder holds anything else
     */
    BundleWriter target(Path folder) {
        return unfinished(folder)
                .orElseGet(() -> BundleWriter.create(folder, study, environment, hypotheses(folders.get(0))));
    }

    /**
     * An unfinished bundle that was begun for these shards; empty if the folder holds no bundle.
     *
     * @throws UsageException if it holds another one
     */
    Optional<BundleWriter> unfinished(Path folder) {
        if (!Files.exists(folder.resolve("study.yaml"))) {
            return Optional.empty();
        }
        BundleWriter bundle = BundleWriter.open(folder);
        boolean own = !bundle.isEnded()
                && BundleReader.readShard(folder).whole()
                && BundleReader.readStudy(folder).equals(study)
                && BundleReader.readEnvironment(folder).equals(environment);
        if (!own) {
            throw new UsageException("the output folder " + folder + " is not empty: it holds "
                    + (bundle.isEnded() ? "a finished" : "another")
                    + " bundle; nothing is ever overwritten, name a folder that does not exist");
        }
        return Optional.of(bundle);
    }
}
