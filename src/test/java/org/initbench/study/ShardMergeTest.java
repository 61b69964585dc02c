package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Environment;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.Failure;
import org.initbench.run.OtherRates;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.run.TuningTrial;
import org.initbench.training.NativeBackend;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study that was run in shards, whatever their number, must become the bundle of a study that was run as a whole. */
class ShardMergeTest {

    /** What the machine and the clock have no part in. */
    private static final List<String> SAME_BYTES = List.of(
            "study.yaml",
            "hypotheses.yaml",
            "runs.csv",
            "crossings.csv",
            "curves.csv.gz",
            "diagnostics.csv.gz",
            "tuning.csv");

    private static final byte[] HYPOTHESES = "hypotheses: []\n".getBytes(StandardCharsets.UTF_8);

    /** Two tasks of five replicates in blocks of two: six blocks; the rates of one rule are tuned on the first task. */
    private static final ResolvedStudy STUDY = Studies.withRates(
            Studies.of(5, 1, 2, "xor-2-2-1", "encoder-10-5-10"),
            new OtherRates(
                    List.of(),
                    new OtherRates.Tuning(List.of(0.5, 1.0), 1),
                    List.of("orthogonal"),
                    List.of("encoder-10-5-10")));

    @TempDir
    private static Path folder;

    private static final Environment ENVIRONMENT = EnvironmentProbe.probe(NativeBackend.describe(), Path.of(""));

    @BeforeAll
    static void runWhole() throws Exception {
        run(folder.resolve("whole"), STUDY, Shard.WHOLE);
    }

    private static void run(Path bundle, ResolvedStudy study, Shard shard) throws Exception {
        BundleWriter writer = BundleWriter.create(bundle, study, ENVIRONMENT, HYPOTHESES, shard);
        List<Block> blocks = Block.of(study, shard);
        for (Block block : blocks) {
            int task = block.taskNumber();
            String name = block.task().name();
            String part = Block.tuningPart(study, task);
            List<TuningTrial> tuning = List.of();
            if (!study.tunedArmsOf(name).isEmpty()) {
                if (!writer.hasTuning(part)) {
                    writer.writeTuning(part, new Tuner(study, task).tune(study.tunedArmsOf(name), share -> {}));
                }
                tuning = writer.tuning(part);
            }
            BlockResult result = new BlockRunner(study, task, study.armsOf(name), tuning).run(block, share -> {});
            writer.writePart(block.part(), result.runs(), result.crossings(), result.curves(), result.diagnostics());
        }
        writer.writeJmh("trial", "[\n    {\"shard\" : \"" + shard.label() + "\"}\n]\n");
        writer.finish(blocks.stream().map(Block::part).toList());
    }

    private static List<Path> shards(String name, int of) throws Exception {
        List<Path> shards = new ArrayList<>();
        for (int number = of; number >= 1; number--) {
            Path shard = folder.resolve(name + "-" + number + "-of-" + of);
            run(shard, STUDY, new Shard(number, of));
            shards.add(shard);
        }
        return shards;
    }

    private static void merge(List<Path> shards, Path target) {
        ShardMerge.merge(shards, target, shard -> {}, () -> {});
    }

    /** One shard a block, fewer, and more shards than blocks. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8})
    void theMergedBundleHasTheBytesOfTheWhole(int of) throws Exception {
        Path merged = folder.resolve("merged-" + of);
        List<Path> shards = shards("shard", of);
        shards.forEach(shard -> assertThat(BundleReader.verify(shard)).isEmpty());
        merge(shards, merged);
        assertThat(BundleReader.verify(merged)).isEmpty();
        assertThat(BundleReader.read(merged).complete()).isTrue();
        for (String name : SAME_BYTES) {
            assertThat(merged.resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
        }
        assertThat(merged.resolve("environment.json"))
                .hasSameBinaryContentAs(shards.get(of - 1).resolve("environment.json"));
        assertThat(merged.resolve("shards.json")).content().contains("\"manifest\"", "\"number\" : " + of);
        assertThat(merged.resolve("jmh.json")).content().containsSubsequence("\"1/" + of, "\"" + of + "/" + of);
        assertThat(merged).isDirectoryNotContaining("glob:**/shard.json").isDirectoryNotContaining("glob:**/.lock");
    }

    /** Killed in the middle, a merge goes on, and does not take its own half for a foreign bundle. */
    @Test
    void aMergeThatWasEndedGoesOn() throws Exception {
        Path merged = folder.resolve("merged");
        List<Path> shards = shards("again", 2);
        BundleWriter half = BundleWriter.create(
                merged, STUDY, BundleReader.readEnvironment(shards.get(1)), HYPOTHESES, Shard.WHOLE);
        half.writeFailures(List.of(new Failure("2026-01-02T03:04:05Z", "of the first attempt", "x")));
        half.lock().close();
        Block first = Block.of(STUDY).get(0);
        BlockResult result = new BlockRunner(STUDY, 0, STUDY.armsOf("xor-2-2-1")).run(first, share -> {});
        half.writePart(first.part(), result.runs(), result.crossings(), result.curves(), result.diagnostics());
        merge(shards, merged);
        assertThat(merged.resolve("runs.csv"))
                .hasSameBinaryContentAs(folder.resolve("whole").resolve("runs.csv"));
        assertThat(BundleReader.read(merged).failures()).isEmpty();
        assertThat(BundleReader.verify(merged)).isEmpty();
        assertThatExceptionOfType(UsageException.class)
                .as("a finished one is not merged into")
                .isThrownBy(() -> merge(shards, merged))
                .withMessageContaining("nothing is ever overwritten");
    }

    @Test
    void whatIsNotAllShardsOfOneStudyIsRefused() throws Exception {
        List<Path> shards = shards("part", 3);
        Path target = folder.resolve("nowhere");
        assertRefused(shards.subList(0, 2), target, "2 of 3 shards are named; missing: 1/3");
        assertRefused(
                List.of(shards.get(0), shards.get(0), shards.get(1), shards.get(2)), target, "both shard number 3");
        assertRefused(List.of(folder.resolve("whole")), target, "is no shard");
        assertRefused(List.of(), target, "no shard is named");
        Path other = folder.resolve("of-two");
        run(other, STUDY, new Shard(2, 2));
        assertRefused(List.of(shards.get(2), other), target, "are shards 1/3 and 2/2");
        Path another = folder.resolve("of-another-study");
        run(another, Studies.of(1, 1, 1, "xor-2-2-1"), new Shard(2, 3));
        assertRefused(List.of(shards.get(2), another, shards.get(0)), target, "shards of two studies");
        Path unfinished = folder.resolve("unfinished");
        BundleWriter.create(unfinished, STUDY, ENVIRONMENT, HYPOTHESES, new Shard(2, 3));
        assertRefused(List.of(shards.get(2), unfinished, shards.get(0)), target, "shard 2/3 is not finished");
        assertThat(target).doesNotExist();
    }

    private static void assertRefused(List<Path> shards, Path target, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> merge(shards, target))
                .withMessageContaining(message);
    }

    /** Half of the runs from one BLAS kernel and half from another would be comparable with nothing. */
    @Test
    void shardsOfOtherArithmeticAreNotMixed() throws Exception {
        List<Path> shards = shards("kernel", 2);
        Path json = shards.get(0).resolve("environment.json");
        Files.writeString(
                json,
                Files.readString(json)
                        .replaceFirst("\"reference_digest\" : \"[^\"]*\"", "\"reference_digest\" : \"0000\""));
        assertRefused(shards, folder.resolve("mixed"), "other arithmetic");
    }

    @Test
    void aDamagedShardIsNotMerged() throws Exception {
        List<Path> shards = shards("damaged", 2);
        Path runs = shards.get(0).resolve("runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceFirst("nd4j", "nd4k"));
        Path target = folder.resolve("from-damaged");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> merge(shards, target))
                .withMessageContaining("runs.csv: changed since it was written");
        assertThat(target.resolve("MANIFEST.sha256")).doesNotExist();
    }

    /** The command line finds what it may write to before it reads gigabytes. */
    @Test
    void aFolderWithSomethingInItIsNotTouched() throws Exception {
        List<Path> shards = shards("full", 2);
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "years of work");
        assertRefused(shards, mine, "is not empty");
        assertThat(mine.resolve("thesis.txt")).hasContent("years of work");
        assertThat(mine.resolve(".lock")).doesNotExist();
    }
}
