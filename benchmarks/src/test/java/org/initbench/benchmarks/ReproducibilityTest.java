package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.initbench.cli.ExitCodes;
import org.initbench.run.BundleWriter;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.Block;
import org.initbench.study.BlockResult;
import org.initbench.study.BlockRunner;
import org.initbench.study.StudyReader;
import org.initbench.training.NativeBackend;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same study with the same seed on the same machine gives the same records, to the last byte, however the work is done. A tiny network,
 * whose models are interleaved, and a recurrent one, whose models are not; mini-batches and full batches.
 */
class ReproducibilityTest {

    private static final List<String> RECORDS =
            List.of("runs.csv", "crossings.csv", "curves.csv.gz", "diagnostics.csv.gz");

    private static final String STUDY = """
            name: same
            seed: 5
            replicates: 4
            largest_budget: 60
            tasks: [encoder-10-5-10, parity-5-embedding-gru, iris-mlp-tanh]
            initializers:
              - zero
              - {name: normal, scales: [0.3, 1]}
              - {name: orthogonal, scales: [1]}
            """;

    @TempDir
    private static Path folder;

    private static Path whole;

    @BeforeAll
    static void runInOneGo() throws IOException {
        whole = run("whole", STUDY + "workers: 2\n");
    }

    private static Path run(String name, String study) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), study);
        Path output = folder.resolve(name);
        Program program = Program.run("run", file.toString(), "--output", output.toString());
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DONE);
        return output;
    }

    private static void assertSameRecords(Path bundle) {
        for (String file : RECORDS) {
            assertThat(bundle.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @Test
    void oneWorkerOrTwo() throws IOException {
        assertSameRecords(run("one", STUDY + "workers: 1\n"));
    }

    @Test
    void twoProcesses() throws IOException {
        assertSameRecords(run("again", STUDY + "workers: 2\n"));
    }

    @Test
    void blocksOfOtherSizes() throws IOException {
        assertSameRecords(run("blocks", STUDY + "workers: 1\nstack_replicates: 3\nstack_size: 7\n"));
    }

    /** The last task first, its last replicates first; then the study is resumed, and lacks the first block only. */
    @Test
    void trialsInAnyOrderAndResumed() throws Exception {
        Path file = Files.writeString(folder.resolve("order.yaml"), STUDY + "workers: 1\n");
        ResolvedStudy study = StudyReader.read(file);
        Path output = folder.resolve("order");
        BundleWriter writer = BundleWriter.create(
                output,
                study,
                EnvironmentProbe.probe(NativeBackend.describe(), Program.root()),
                Files.readAllBytes(Program.root().resolve("benchmarks/studies/hypotheses.yaml")));
        List<Block> blocks = new ArrayList<>(Block.of(study));
        Collections.reverse(blocks);
        for (Block block : blocks.subList(0, blocks.size() - 1)) {
            BlockResult result = new BlockRunner(study, block.taskNumber(), study.arms()).run(block, share -> {});
            writer.writePart(block.part(), result.runs(), result.crossings(), result.curves(), result.diagnostics());
        }
        Program program = Program.run("run", file.toString(), "--output", output.toString());
        assertThat(program.exitCode()).as(program.err()).isEqualTo(ExitCodes.DONE);
        assertThat(program.err()).contains("resuming");
        assertSameRecords(output);
    }

    /** A study that names its tasks and initializers in another order writes the same rows in another order. */
    @Test
    void tasksAndInitializersInAnotherOrder() throws IOException {
        Path other = run("reversed", """
                name: same
                seed: 5
                replicates: 4
                largest_budget: 60
                tasks: [iris-mlp-tanh, parity-5-embedding-gru, encoder-10-5-10]
                initializers:
                  - {name: orthogonal, scales: [1]}
                  - {name: normal, scales: [1, 0.3]}
                  - zero
                workers: 2
                """);
        assertThat(Files.readAllLines(other.resolve("runs.csv")))
                .isNotEqualTo(Files.readAllLines(whole.resolve("runs.csv")))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(whole.resolve("runs.csv")));
    }
}
