package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.OtherRates;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.Precision;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyReaderTest {

    @TempDir
    private Path folder;

    private ResolvedStudy read(String text) throws IOException {
        return StudyReader.read(Files.writeString(folder.resolve("small-study.yaml"), text));
    }

    /** A default that the bundle does not hold would be another default in the next version. */
    @Test
    void everyDefaultIsWrittenOut() throws IOException {
        assertThat(read("tasks: [xor-2-2-1]\ninitializers: [zero]\n"))
                .isEqualTo(new ResolvedStudy(
                        ResolvedStudy.SCHEMA,
                        "small-study",
                        "",
                        1,
                        10,
                        1,
                        null,
                        2,
                        List.of(Tasks.byName("xor-2-2-1").describe()),
                        List.of(new ArmDescription("zero", ScaleKind.NONE, null, true)),
                        new ResolvedStudy.Timing(List.of(), List.of())));
    }

    /** The limit is for this machine: a bundle that another one resumes or compares has the same study. */
    @ParameterizedTest
    @CsvSource({"90 s, 90", "4 min, 240", "2 h, 7200", "1h, 3600"})
    void aTimeLimitIsNoPartOfTheStudy(String limit, long seconds) throws IOException {
        String text = "tasks: [xor-2-2-1]\ninitializers: [zero]\n";
        Path file = Files.writeString(folder.resolve("small-study.yaml"), text + "time_limit: " + limit + "\n");
        StudyRequest request = StudyReader.request(file);
        assertThat(request.timeLimit()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(request.study()).isEqualTo(read(text));
        assertThat(StudyReader.request(file).timeLimit()).isNull();
    }

    /** A random part of 1e-12 beside 0.1 is nothing in single precision. */
    @Test
    void aStudyCanAskForDoublePrecision() throws IOException {
        ResolvedStudy study = read("precision: float64\ntasks: [xor-2-2-1, digits-lstm]\ninitializers: [zero]\n");
        assertThat(study.tasks()).extracting(TaskDescription::precision).containsOnly("float64");
        assertThat(Tasks.of(study.tasks().get(1)))
                .isEqualTo(Tasks.byName("digits-lstm").in(Precision.FLOAT64));
    }

    /** 1e-40 is a number like any other in double precision, and none in single precision. */
    @Test
    void doublePrecisionReachesSmallerScales() throws IOException {
        String start = "precision: float64\ntasks: [xor-2-2-1]\ninitializers: [{name: normal, scales: [";
        assertThat(read(start + "1e-40]}]\n").arms().get(0).scale()).isEqualTo(1e-40);
        assertThatThrownBy(() -> read(start + "1e-200]}]\n"))
                .hasMessageContaining(
                        "scale 1e-200 is out of reach of double precision; from 1.0E-150 to 1.0E150 is possible");
    }

    /** Budgets of 20 000 and 20: only the larger one is shortened. */
    @Test
    void aLargestBudgetShortensLargerOnesOnly() throws IOException {
        ResolvedStudy study = read("largest_budget: 50\ntasks: [xor-2-2-1, digits-logistic]\ninitializers: [zero]\n");
        assertThat(study.tasks()).extracting(TaskDescription::budgetEpochs).containsExactly(50.0, 20.0);
        assertThat(study.tasks())
                .as("the task's own budget stays in study.yaml")
                .extracting(TaskDescription::ownBudgetEpochs)
                .containsExactly(20_000.0, null);
        assertThat(Tasks.of(study.tasks().get(0)).budgetUpdates()).isEqualTo(50);
        assertThat(study.tasks().get(1))
                .isEqualTo(Tasks.byName("digits-logistic").describe());
    }

    @Test
    void everyKeyIsRead() throws IOException {
        ResolvedStudy study = read("""
                name: all.keys_1
                description: One sentence.
                seed: -9223372036854775808
                replicates: 7
                stack_replicates: 3
                stack_size: 12
                workers: 4
                tasks:
                  - encoder-10-5-10
                  - xor-2-2-1
                initializers:
                  - zero
                  - name: constant
                    scales: [2.5e-1]
                  - {name: uniform, scales: {from: 0.01, to: 1, per_decade: 1}}
                  - {name: orthogonal, scales: [1]}
                timing:
                  epoch_stack_sizes: [1, 64]
                  initializers: [normal]
                  cost_sweep: true
                """);
        assertThat(study.name()).isEqualTo("all.keys_1");
        assertThat(study.description()).isEqualTo("One sentence.");
        assertThat(study.seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(study.replicates()).isEqualTo(7);
        assertThat(study.stackReplicates()).isEqualTo(3);
        assertThat(study.stackSize()).isEqualTo(12);
        assertThat(study.workers()).isEqualTo(4);
        assertThat(study.tasks().stream().map(TaskDescription::name)).containsExactly("encoder-10-5-10", "xor-2-2-1");
        assertThat(study.arms())
                .containsExactly(
                        new ArmDescription("zero", ScaleKind.NONE, null, true),
                        new ArmDescription("constant", ScaleKind.VALUE, 0.25, true),
                        new ArmDescription("uniform", ScaleKind.STD, 0.01, false),
                        new ArmDescription("uniform", ScaleKind.STD, 0.1, false),
                        new ArmDescription("uniform", ScaleKind.STD, 1.0, false),
                        new ArmDescription("orthogonal", ScaleKind.GAIN, 1.0, false));
        assertThat(study.timing()).isEqualTo(new ResolvedStudy.Timing(List.of(1, 64), List.of("normal"), true));
    }

    private ResolvedStudy rates(String rates) throws IOException {
        return read("tasks: [xor-2-2-1, iris-mlp-tanh]\ninitializers: [zero, {name: normal, scales: [0.1, 1]}]\n"
                + "learning_rate: " + rates + "\n");
    }

    /** Arms at other rates come in addition: one bundle holds all sides. */
    @Test
    void otherLearningRatesAreReadWithEveryDefault() throws IOException {
        List<String> all = List.of("zero", "normal");
        List<String> tasks = List.of("xor-2-2-1", "iris-mlp-tanh");
        assertThat(rates("task"))
                .isEqualTo(rates("task"))
                .satisfies(study -> assertThat(study.learningRates()).isEmpty());
        OtherRates.Tuning grid = new OtherRates.Tuning(List.of(0.1, 0.3162, 1.0, 3.162, 10.0), 3);
        assertThat(rates("tuned").learningRates()).containsExactly(new OtherRates(List.of(), grid, all, tasks));
        assertThat(rates("{tuned: {}}")).isEqualTo(rates("tuned"));
        assertThat(rates("{factors: [0.3162, 1, 3.162], initializers: [normal]}")
                        .learningRates())
                .as("1 is the task's own rate, at which every cell is run anyway")
                .containsExactly(new OtherRates(List.of(0.3162, 3.162), null, List.of("normal"), tasks));
        ResolvedStudy both = rates("""

                  - {factors: [2], tasks: [iris-mlp-tanh]}
                  - {factors: [2], tuned: {factors: [4, 1], replicates: 5}, tasks: [xor-2-2-1]}
                """);
        assertThat(both.learningRates())
                .containsExactly(
                        new OtherRates(List.of(2.0), null, all, List.of("iris-mlp-tanh")),
                        new OtherRates(
                                List.of(2.0), new OtherRates.Tuning(List.of(1.0, 4.0), 5), all, List.of("xor-2-2-1")));
        assertThat(both.armsOf("iris-mlp-tanh")).hasSize(6);
        assertThat(both.armsOf("xor-2-2-1")).hasSize(9);
        assertThat(both.arms()).hasSize(3);
    }

    @Test
    void theStackSizeIsLeftToTheProgramUnlessItIsANumber() throws IOException {
        assertThat(read("tasks: [xor-2-2-1]\ninitializers: [zero]\nstack_size: auto\n"))
                .isEqualTo(read("tasks: [xor-2-2-1]\ninitializers: [zero]\n"))
                .satisfies(study -> assertThat(study.stackSize()).isNull());
    }

    /** Editors of other systems leave a byte order mark and other line ends. */
    @Test
    void byteOrderMarkAndCarriageReturnsDoNotMatter() throws IOException {
        assertThat(read("\uFEFFtasks: [xor-2-2-1]\r\ninitializers: [zero]\r\n"))
                .isEqualTo(read("tasks: [xor-2-2-1]\ninitializers: [zero]\n"));
    }

    /** The study that a newcomer runs: its size is promised, and every task of it is calibrated. */
    @Test
    void theQuickStudyHasSixTasksAndThirtyOneArms() {
        Path quick = Path.of(System.getProperty("initbench.root", ".."), "benchmarks", "studies", "quick.yaml");
        ResolvedStudy study = StudyReader.read(quick);
        assertThat(study.name()).isEqualTo("quick");
        assertThat(study.replicates()).isEqualTo(10);
        assertThat(study.tasks().stream().map(TaskDescription::name))
                .containsExactly(
                        "xor-2-2-1",
                        "encoder-10-5-10",
                        "iris-mlp-tanh",
                        "breast-cancer-logistic",
                        "digits-mlp-tanh",
                        "digits-mlp-relu-d4");
        assertThat(study.tasks()).allSatisfy(task -> {
            assertThat(task.learningRate()).isPositive().isFinite();
            assertThat(task.budgetEpochs()).isPositive().isFinite();
        });
        assertThat(study.arms()).hasSize(31).doesNotHaveDuplicates();
        assertThat(study.arms().stream().filter(arm -> arm.initializer().equals("normal")))
                .hasSize(11);
        assertThat(study.arms().stream().filter(arm -> arm.scaleKind() == ScaleKind.GAIN))
                .hasSize(12);
    }
}
