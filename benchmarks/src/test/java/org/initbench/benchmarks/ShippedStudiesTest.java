package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.run.ArmDescription;
import org.initbench.run.Engine;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.ExpectedEpochs;
import org.initbench.study.StudyReader;
import org.initbench.study.StudyRequest;
import org.initbench.task.Precision;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A shipped study that cannot be read, or asks for something else than it is for, is found by its first user. */
class ShippedStudiesTest {

    private static final Path FOLDER = Program.root().resolve("benchmarks/studies");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("hypotheses.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static StudyRequest request(String name) {
        return StudyReader.request(FOLDER.resolve(name + ".yaml"));
    }

    private static List<String> tasks(String study) {
        return request(study).study().tasks().stream()
                .map(TaskDescription::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyStudyIsReadAndNamedByTheHelp(Path file) {
        ResolvedStudy study = StudyReader.read(file);
        assertThat(file.getFileName().toString()).isEqualTo(study.name() + ".yaml");
        assertThat(study.description()).matches(".{20,}[.?]");
        assertThat(Program.run("run", "--help").out()).containsPattern("\\b" + study.name() + "\\b");
    }

    @ParameterizedTest
    @CsvSource({
        "quick, 4",
        "standard, 60",
        "symmetry, 30",
        "depth, 30",
        "optimizers, 30",
        "normalization, 30",
        "rounding, 30"
    })
    void studiesSayHowLongTheyMayTake(String name, int minutes) {
        assertThat(request(name).timeLimit()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(ExpectedEpochs.committed().rows().stream()
                        .map(ExpectedEpochs.Row::task)
                        .distinct())
                .as("a task that is not in the table is predicted to spend its budget")
                .containsAll(tasks(name));
    }

    /**
     * About 11 000 models at the tasks' own rates: some 14 tasks, at most 34 cells each, 20 replicates. Of these cells 28 show how
     * tasks answer to scales and schemes; the others are the numbers that people use, which nothing but a run can judge.
     */
    @Test
    void theStandardStudyIsOfItsSize() {
        ResolvedStudy study = request("standard").study();
        assertThat(study.tasks()).hasSizeBetween(14, 16);
        assertThat(study.replicates()).isEqualTo(20);
        int cells = 0;
        for (TaskDescription task : study.tasks()) {
            int own = study.ownRateArmsOf(task.name()).size();
            assertThat(own).as(task.name()).isBetween(28, 34);
            cells += own;
        }
        assertThat(20 * cells).isBetween(10_000, 11_000);
        assertThat(study.arms().stream().filter(arm -> arm.initializer().equals("normal")))
                .hasSize(9 + 2);
        assertThat(study.arms().stream().filter(arm -> arm.initializer().equals("glorot-normal")))
                .hasSize(5);
    }

    /** An all-equal network is compared with one of a single unit: without it, its end says little. */
    @Test
    void theSymmetryStudyHasEachTaskBesideItsControl() {
        ResolvedStudy study = request("symmetry").study();
        List<String> names = tasks("symmetry");
        for (TaskDescription task : study.tasks()) {
            assertThat(task.precision()).isEqualTo("float64");
            if (task.controlOf() != null) {
                assertThat(names).contains(task.controlOf());
            }
        }
        assertThat(study.tasks().stream().filter(task -> task.controlOf() != null))
                .hasSize(7);
        assertThat(study.arms().stream()
                        .filter(arm -> arm.initializer().equals("constant-plus-normal:0.1"))
                        .map(ArmDescription::scale))
                .contains(1e-15, 1e-8, 1.0);
    }

    @Test
    void theOtherStudiesComparePlainAndChanged() {
        assertThat(tasks("optimizers"))
                .contains("digits-mlp-tanh", "digits-mlp-tanh-momentum", "digits-mlp-tanh-adam")
                .contains("digits-mlp-relu-d4", "digits-mlp-relu-d4-momentum", "digits-mlp-relu-d4-adam");
        assertThat(tasks("normalization"))
                .contains("digits-mlp-relu-d10", "digits-mlp-relu-d10-batchnorm", "digits-mlp-relu-d10-layernorm")
                .contains("digits-mlp-relu-d10-residual");
        for (String activation : List.of("tanh", "relu", "selu")) {
            for (String depth : List.of("", "-d2", "-d4", "-d10", "-d30")) {
                assertThat(tasks("depth")).contains("digits-mlp-" + activation + depth);
            }
        }
        assertThat(tasks("depth")).contains("digits-mlp-tanh-d50", "digits-mlp-selu-d50");
    }

    /** What the reference engine cannot train, or does not start equal, would say nothing about rounding. */
    @Test
    void theRoundingStudyCanBeRunOnEveryEngineAndStartsEqual() {
        ResolvedStudy study = StudyReader.request(FOLDER.resolve("rounding.yaml"), Engine.REFERENCE, Precision.FLOAT64)
                .study();
        assertThat(study.trainedBy()).isEqualTo(Engine.REFERENCE);
        assertThat(study.tasks()).allMatch(task -> task.precision().equals("float64") && task.hiddenLayers() > 0);
        assertThat(study.arms()).allMatch(ArmDescription::deterministic);
    }

    /** Whatever is registered later belongs to the full study. */
    @Test
    void theFullStudyIsFull() {
        assertThat(tasks("full")).containsExactlyElementsOf(Tasks.names());
        List<String> initializers = request("full").study().arms().stream()
                .map(ArmDescription::initializer)
                .distinct()
                .toList();
        assertThat(initializers)
                .containsAll(Initializers.all().stream().map(Initializer::name).toList());
        List<String> words =
                initializers.stream().map(name -> name.split(":", -1)[0]).toList();
        for (Initializers.Form form : Initializers.forms()) {
            assertThat(words).contains(form.form().split(":", -1)[0]);
        }
    }
}
