package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.initbench.common.DataException;
import org.initbench.run.ArmDescription;
import org.initbench.run.OtherRates;
import org.initbench.run.RateKind;
import org.initbench.run.RateRule;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.run.TuningTrial;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.StackTrainer;
import org.initbench.training.Start;
import org.initbench.training.TrainedModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other learning rates change the rate and nothing else; a tuned rate is the best of those tried. */
class LearningRatesTest {

    private static final int REPLICATES = 2;
    private static final List<Double> GRID = List.of(0.5, 1.0, 2.0);

    private static OtherRates rates(String task, List<Double> factors, boolean tuned) {
        return new OtherRates(
                factors,
                tuned ? new OtherRates.Tuning(GRID, 2) : null,
                List.of("zero", "normal", "orthogonal"),
                List.of(task));
    }

    private static ResolvedStudy study(String task, int workers, int stackReplicates, OtherRates... rates) {
        return Studies.withRates(Studies.of(REPLICATES, workers, stackReplicates, task), rates);
    }

    private static List<TuningTrial> tune(ResolvedStudy study) throws InterruptedException {
        String task = study.tasks().get(0).name();
        return new Tuner(study, 0).tune(study.tunedArmsOf(task), share -> {});
    }

    private static List<RunRecord> runs(ResolvedStudy study) throws InterruptedException {
        return runs(study, tune(study));
    }

    private static List<RunRecord> runs(ResolvedStudy study, List<TuningTrial> tuning) throws InterruptedException {
        String task = study.tasks().get(0).name();
        BlockRunner runner = new BlockRunner(study, 0, study.armsOf(task), tuning);
        List<RunRecord> runs = new ArrayList<>();
        for (Block block : Block.of(study)) {
            runs.addAll(runner.run(block, share -> {}).runs());
        }
        return runs;
    }

    private static List<RunRecord> of(List<RunRecord> runs, RateKind kind) {
        return runs.stream().filter(run -> run.rateKind() == kind).toList();
    }

    /** What identifies the start of a run. */
    private static String start(RunRecord run) {
        return run.initializer() + run.scale() + "/" + run.replicate();
    }

    /** If weights or data order moved with the rate, cells at two rates would not be comparable. */
    @ParameterizedTest
    @ValueSource(strings = {"encoder-10-5-10", "iris-mlp-tanh"})
    void onlyTheRateDiffers(String name) throws InterruptedException {
        List<RunRecord> runs = runs(study(name, 2, 1, rates(name, List.of(0.5, 2.0), false)));
        Map<String, List<RunRecord>> starts = runs.stream()
                .filter(run -> !run.initializer().equals("constant"))
                .collect(Collectors.groupingBy(LearningRatesTest::start));
        assertThat(starts).isNotEmpty();
        starts.forEach((start, same) -> {
            assertThat(same).as(start).hasSize(3);
            assertThat(same)
                    .extracting(RunRecord::initialDigest)
                    .containsOnly(same.get(0).initialDigest());
            assertThat(same).extracting(RunRecord::finalDigest).doesNotHaveDuplicates();
            assertThat(same)
                    .extracting(RunRecord::budget)
                    .containsOnly(same.get(0).budget());
        });
        Task task = Tasks.byName(name);
        for (RunRecord run : of(runs, RateKind.FACTOR)) {
            assertThat(trained(task, run).finalDigest()).as(run.toString()).isEqualTo(run.finalDigest());
        }
    }

    /** The run alone, at its rate, on the task's one data order. */
    private static TrainedModel trained(Task task, RunRecord run) {
        ArmDescription arm = new ArmDescription(
                run.initializer(),
                run.scaleKind(),
                run.scale().isPresent() ? (Double) run.scale().getAsDouble() : null,
                run.initializer().equals("zero"));
        Start start = Starts.of(task, arm, run.replicate(), 1);
        return new StackTrainer(task.with(run.learningRate(), task.budgetEpochs()), DataOrder.shuffled(1, task.name()))
                .train(List.of(start), updates -> {})
                .get(0);
    }

    /** A study that looks at other rates as well must not lose what it knew at the task's own. */
    @Test
    void runsAtTheTasksOwnRateKeepEveryBitAndTheirIdentity() throws InterruptedException {
        String task = "iris-mlp-tanh";
        List<RunRecord> alone = runs(study(task, 2, 1));
        List<RunRecord> among = runs(study(task, 2, 1, rates(task, List.of(0.5), true)));
        assertThat(of(among, RateKind.TASK)).isEqualTo(alone);
        assertThat(among).extracting(RunRecord::runId).doesNotHaveDuplicates();
        double rate = Tasks.byName(task).learningRate();
        assertThat(of(among, RateKind.TASK)).extracting(RunRecord::learningRate).containsOnly(rate);
        assertThat(of(among, RateKind.FACTOR))
                .extracting(RunRecord::learningRate)
                .containsOnly(RateRule.rate(rate, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"encoder-10-5-10, 2, 2, 3", "iris-mlp-tanh, 1, 1, ", "iris-mlp-tanh, 1, 2, 1"})
    void workersAndStacksDoNotChangeARecord(String task, int workers, int stackReplicates, @Nullable Integer stackSize)
            throws InterruptedException {
        OtherRates rates = rates(task, List.of(0.5), true);
        ResolvedStudy other = Studies.withStackSize(study(task, workers, stackReplicates, rates), stackSize);
        ResolvedStudy study = study(task, 2, 1, rates);
        List<TuningTrial> tuning = tune(study);
        assertThat(tune(other)).isEqualTo(tuning);
        assertThat(runs(other, tuning)).containsExactlyInAnyOrderElementsOf(runs(study, tuning));
    }

    /** The restricted epochs of each rate by a plain run of each calibration replicate, and the least of them. */
    @Test
    void theChosenRateIsTheBestOfThoseTried() throws InterruptedException {
        String name = "iris-mlp-tanh";
        List<TuningTrial> trials = tune(study(name, 2, 1, rates(name, List.of(), true)));
        assertThat(trials).hasSize(4 * GRID.size());
        Task task = Tasks.byName(name);
        Map<TuningTrial.Arm, List<TuningTrial>> arms = trials.stream().collect(Collectors.groupingBy(TuningTrial::arm));
        arms.forEach((arm, own) -> {
            assertThat(own).extracting(TuningTrial::factor).containsExactlyElementsOf(GRID);
            double least = own.stream()
                    .mapToDouble(TuningTrial::geometricMeanRmst)
                    .min()
                    .orElseThrow();
            List<TuningTrial> chosen = own.stream().filter(TuningTrial::chosen).toList();
            assertThat(chosen).hasSize(1);
            assertThat(chosen.get(0).geometricMeanRmst()).isEqualTo(least);
        });
        TuningTrial.Arm normal = new TuningTrial.Arm(name, "normal", OptionalDouble.of(0.3));
        for (TuningTrial trial : arms.getOrDefault(normal, List.of())) {
            double logs = 0;
            for (int r = 100_000; r < 100_002; r++) {
                Start start = Starts.of(task, Studies.normal(0.3), r, 1);
                TrainedModel model = new StackTrainer(
                                task.with(trial.learningRate(), task.budgetEpochs()), DataOrder.shuffled(1, name))
                        .train(List.of(start), updates -> {})
                        .get(0);
                int crossing = model.crossings().get(task.criterion().headline());
                logs += Math.log(crossing < 0 ? task.budgetEpochs() : (double) crossing / task.updatesPerEpoch());
            }
            assertThat(trial.geometricMeanRmst()).isCloseTo(Math.exp(logs / 2), within(1e-5 * Math.exp(logs / 2)));
        }
    }

    /** Zero never learns: no rate is better than another, and the smallest is chosen. */
    @Test
    void aStartThatNeverLearnsGetsTheSmallestRate() throws InterruptedException {
        String task = "encoder-10-5-10";
        List<TuningTrial> zero = tune(study(task, 1, 1, rates(task, List.of(), true))).stream()
                .filter(trial -> trial.initializer().equals("zero"))
                .toList();
        assertThat(zero).extracting(TuningTrial::chosen).containsExactly(true, false, false);
        assertThat(zero).extracting(TuningTrial::scale).containsOnly(OptionalDouble.empty());
        assertThat(zero)
                .extracting(TuningTrial::geometricMeanRmst)
                .containsOnly(Tasks.byName(task).budgetEpochs());
    }

    /** A tuned run is the very run at the chosen rate, whichever other arm has that rate, under a name of its own. */
    @Test
    void aTunedRunIsTheRunAtTheChosenRate() throws InterruptedException {
        String task = "iris-mlp-tanh";
        ResolvedStudy study = study(task, 2, 1, rates(task, List.of(0.5, 2.0), true));
        List<TuningTrial> tuning = tune(study);
        List<RunRecord> runs = runs(study, tuning);
        Map<TuningTrial.Arm, TuningTrial> chosen =
                tuning.stream().filter(TuningTrial::chosen).collect(Collectors.toMap(TuningTrial::arm, trial -> trial));
        List<RunRecord> tuned = of(runs, RateKind.TUNED);
        assertThat(tuned).hasSize(4 * REPLICATES);
        for (RunRecord run : tuned) {
            TuningTrial trial =
                    Objects.requireNonNull(chosen.get(new TuningTrial.Arm(task, run.initializer(), run.scale())));
            assertThat(run.learningRate()).isEqualTo(trial.learningRate());
            assertThat(run.replicate()).isLessThan(REPLICATES);
            RunRecord same = runs.stream()
                    .filter(other -> other.rateKind() != RateKind.TUNED
                            && start(other).equals(start(run))
                            && other.learningRate() == run.learningRate())
                    .findFirst()
                    .orElseThrow();
            assertThat(run.finalDigest()).isEqualTo(same.finalDigest());
            assertThat(run.epochs()).isEqualTo(same.epochs());
            assertThat(run.runId()).isNotEqualTo(same.runId());
        }
    }

    @Test
    void aTunedArmWithoutAChosenRateIsRefused() {
        String task = "encoder-10-5-10";
        ResolvedStudy study = study(task, 1, 1, rates(task, List.of(), true));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new BlockRunner(study, 0, study.armsOf(task))
                        .run(Block.of(study).get(0), share -> {}))
                .withMessageContaining("no learning rate was chosen for 'zero'");
    }

    @Test
    void tuningTellsItsProgress() throws InterruptedException {
        String task = "encoder-10-5-10";
        ResolvedStudy study = study(task, 2, 1, rates(task, List.of(), true));
        List<Double> shares = Collections.synchronizedList(new ArrayList<>());
        new Tuner(study, 0).tune(study.tunedArmsOf(task), shares::add);
        assertThat(shares).isSorted().endsWith(1.0).allMatch(share -> share >= 0 && share <= 1);
        assertThat(Block.tuningPart(study, 0)).isEqualTo("000-encoder-10-5-10");
    }
}
