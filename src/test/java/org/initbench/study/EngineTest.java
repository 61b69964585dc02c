package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.common.UsageException;
import org.initbench.run.Engine;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines' runs are never taken for one another. */
class EngineTest {

    private static final String STUDY =
            "tasks: [encoder-10-5-10, iris-mlp-tanh]\ninitializers: [zero, {name: normal, scales: [1]}]\n";

    @TempDir
    private Path folder;

    private ResolvedStudy read(String text) throws IOException {
        return StudyReader.read(file(text));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), text);
    }

    @Test
    void aStudySaysItsEngineOrIsOfStacks() throws IOException {
        assertThat(read(STUDY).trainedBy()).isEqualTo(Engine.ND4J);
        assertThat(read(STUDY + "engine: nd4j\n")).isEqualTo(read(STUDY));
        assertThat(read(STUDY + "engine: reference\n").trainedBy()).isEqualTo(Engine.REFERENCE);
        assertThat(read(STUDY + "engine: reference\n")).isNotEqualTo(read(STUDY));
        assertThatThrownBy(() -> read(STUDY + "engine: nd4\n"))
                .isInstanceOf(UsageException.class)
                .hasMessage("s.yaml:3: unknown engine 'nd4'; did you mean 'nd4j'? Known engines: nd4j, reference");
    }

    @Test
    void anotherEngineAndPrecisionCanBeAskedFor() throws IOException {
        ResolvedStudy study = StudyReader.request(
                        file(STUDY + "engine: nd4j\nprecision: float32\n"), Engine.REFERENCE, Precision.FLOAT64)
                .study();
        assertThat(study).isEqualTo(read(STUDY + "engine: reference\nprecision: float64\n"));
        assertThat(StudyReader.request(file(STUDY), null, null).study()).isEqualTo(read(STUDY));
    }

    @Test
    void whatTheReferenceEngineCannotTrainIsNamedWithWhatItCan() {
        assertThatThrownBy(() ->
                        read("engine: reference\ntasks:\n  - iris-mlp-tanh\n  - digits-lstm\ninitializers: [zero]\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("s.yaml:4: task 'digits-lstm' cannot be trained: it has a layer of kind ")
                .hasMessageContaining("engine reference trains networks of dense layers only. It trains: xor-2-2-1, ")
                .hasMessageContaining("digits-mlp-relu-d4")
                .hasMessageNotContaining("digits-cnn");
    }

    /** Seconds of an epoch in a stack on ND4J would be taken for those of the engine that trained. */
    @Test
    void epochsOfStacksAreNotTimedWhereNoStackTrains() throws IOException {
        String timing = "timing: {epoch_stack_sizes: [4], initializers: [normal], cost_sweep: true}\n";
        assertThat(read(STUDY + timing).timing())
                .isEqualTo(new ResolvedStudy.Timing(List.of(4), List.of("normal"), true));
        assertThat(read(STUDY + timing + "engine: reference\n").timing())
                .isEqualTo(new ResolvedStudy.Timing(List.of(), List.of("normal")));
    }

    @Test
    void recordsTellTheEngineAndHaveIdentitiesOfTheirOwn() throws Exception {
        ResolvedStudy stacked = read(STUDY + "replicates: 1\nworkers: 1\n");
        ResolvedStudy plain = read(STUDY + "replicates: 1\nworkers: 1\nengine: reference\n");
        List<RunRecord> onStacks = runs(stacked);
        List<RunRecord> onReference = runs(plain);
        assertThat(onStacks).extracting(RunRecord::engine).containsOnly("nd4j");
        assertThat(onReference).extracting(RunRecord::engine).containsOnly("reference");
        assertThat(onReference)
                .extracting(RunRecord::runId)
                .doesNotContainAnyElementsOf(
                        onStacks.stream().map(RunRecord::runId).toList());
        assertThat(onReference)
                .extracting(RunRecord::initialDigest)
                .containsExactlyElementsOf(
                        onStacks.stream().map(RunRecord::initialDigest).toList());
    }

    private static List<RunRecord> runs(ResolvedStudy study) throws InterruptedException {
        return new BlockRunner(study, 1, study.arms())
                .run(Block.of(study, 1).get(0), share -> {})
                .runs();
    }
}
