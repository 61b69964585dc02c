package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Crossing;
import org.initbench.run.Outcome;
import org.initbench.run.RunRecord;
import org.junit.jupiter.api.Test;

/** Cells that a formula alone would get wrong. */
class EdgeCasesTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Bundle TEMPLATE =
            new SyntheticStudy().hidden("tanh", -1).linear("logistic").bundle(true);

    interface Change {
        RunRecord of(RunRecord run);
    }

    /** Where everything learns, a study with few replicates must not be told that nothing did. */
    @Test
    void tooFewRunsAreNotCalledAFailureToLearn() {
        Bundle many = new SyntheticStudy().hidden("tanh", -1).bundle(true);
        Bundle few = new Bundle(
                many.folder(),
                many.study(),
                many.environment(),
                many.runs().stream().filter(run -> run.replicate() < 3).toList(),
                many.crossings(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true);
        Analysis analysis = Analyzer.analyze(few, SyntheticStudy::variance);
        assertThat(analysis.answer())
                .containsExactly(
                        "No start can be called best: for that it must reach the threshold in 5 runs. The cells of"
                                + " this study have at most 3 runs: more replicates are needed.");
    }

    /** The template with some runs changed; their crossings follow. */
    private static Analysis analyze(Change change) {
        return analyze(TEMPLATE, change);
    }

    /** A bundle with some runs changed; their crossings follow. */
    static Analysis analyze(Bundle template, Change change) {
        List<RunRecord> runs = new ArrayList<>();
        List<Crossing> crossings = new ArrayList<>();
        for (RunRecord run : template.runs()) {
            RunRecord changed = change.of(run);
            runs.add(changed);
            changed.epochs().ifPresent(e -> crossings.add(new Crossing(run.runId(), "fifth", e)));
        }
        return Analyzer.analyze(
                new Bundle(
                        Path.of("x"),
                        template.study(),
                        template.environment(),
                        runs,
                        crossings,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        true),
                SyntheticStudy::variance);
    }

    static RunRecord ended(RunRecord r, Outcome outcome, Cause cause, double epochs, double ran) {
        return new RunRecord(
                r.runId(),
                r.task(),
                r.initializer(),
                r.scaleKind(),
                r.scale(),
                r.replicate(),
                r.engine(),
                r.precision(),
                outcome,
                cause,
                Double.isFinite(epochs) ? OptionalDouble.of(epochs) : OptionalDouble.empty(),
                ran,
                r.stepsRun(),
                r.budget(),
                r.initialLoss(),
                r.finalLoss(),
                r.finalMetric(),
                r.initialNorm(),
                r.distance(),
                r.signsKept(),
                r.initialDigest(),
                r.finalDigest());
    }

    private static boolean is(RunRecord run, String task, String initializer, double scale) {
        return run.task().equals(task)
                && run.initializer().equals(initializer)
                && (Double.isNaN(scale) || Math.abs(run.scale().orElse(0) / scale - 1) < 1e-9);
    }

    private static CellSummary cell(Analysis analysis, int task, String initializer, double scale) {
        return analysis.tasks().get(task).cells().stream()
                .filter(c -> c.initializer().equals(initializer))
                .filter(c ->
                        Double.isNaN(scale) || Math.abs(Objects.requireNonNullElse(c.scale(), 0.0) / scale - 1) < 1e-9)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDivergedRunIsNeverMerelySlow() {
        Analysis analysis = analyze(run -> is(run, "tanh", "normal", 1) && run.replicate() < 5
                ? ended(run, Outcome.DIVERGED, Cause.EXPLODED, INF, 2)
                : run);
        CellSummary cell = cell(analysis, 0, "normal", 1);
        assertThat(cell.diverged()).isEqualTo(5);
        double charged = Objects.requireNonNull(cell.ert().value());
        double own = Objects.requireNonNull(cell.ertDivergedOwn().value());
        assertThat(charged - own).isCloseTo(SyntheticStudy.BUDGET - 2, within(1e-9));
        assertThat(Objects.requireNonNull(cell.rmst().value())).isGreaterThan(SyntheticStudy.BUDGET / 2);
        assertThat(cell.upperQuartile().value()).isNull();
        assertThat(analysis.tasks().get(0).answer()).anyMatch(s -> s.startsWith("5 runs broke off"));
    }

    @Test
    void aStartThatIsAlreadyThereDoesNotMakeRatiosInfinite() {
        Analysis analysis =
                analyze(run -> is(run, "tanh", "normal", 0.1) ? ended(run, Outcome.CONVERGED, Cause.NONE, 0, 1) : run);
        CellSummary cell = cell(analysis, 0, "normal", 0.1);
        assertThat(cell.atStart()).isEqualTo(10);
        assertThat(cell.ert().value()).isZero();
        CellSummary other = cell(analysis, 0, "normal", 0.01);
        double epochs = Objects.requireNonNull(other.ert().value());
        assertThat(Objects.requireNonNull(other.ertRatio().value())).isCloseTo(epochs / 0.25, within(1e-9));
        assertThat(analysis.tasks().get(0).answer()).anyMatch(s -> s.contains("count as one evaluation"));
    }

    @Test
    void anExactStartThatFailsIsBadWithoutAnInterval() {
        Analysis analysis = analyze(run -> is(run, "logistic", "zero", Double.NaN)
                ? ended(run, Outcome.CENSORED, Cause.NONE, INF, SyntheticStudy.BUDGET)
                : run);
        CellSummary zero = cell(analysis, 1, "zero", Double.NaN);
        assertThat(zero.rating()).isEqualTo(Rating.BAD);
        assertThat(zero.ertRatio().value()).isNull();
        assertThat(zero.ert().caveats()).containsExactly("exact: this start never reaches the level within the budget");
    }

    @Test
    void anExactStartMayBeBest() {
        Analysis analysis = analyze(run ->
                is(run, "logistic", "zero", Double.NaN) ? ended(run, Outcome.CONVERGED, Cause.NONE, 0.5, 1) : run);
        assertThat(analysis.tasks().get(1).best())
                .extracting(CellSummary::initializer)
                .containsExactly("zero");
        assertThat(analysis.tasks().get(1).answer())
                .anyMatch(s -> s.startsWith(
                        "Starting with all weights zero reached the threshold, and no start was faster: "));
    }

    @Test
    void equalUnitsThatCameApartByRoundingAreNotCalledRandom() {
        Analysis analysis = analyze(run -> is(run, "tanh", "constant", Double.NaN)
                ? ended(run, Outcome.CONVERGED, Cause.ROUNDING, 60 + run.replicate(), 70)
                : run);
        assertThat(analysis.tasks().get(0).answer())
                .anyMatch(
                        s -> s.startsWith("Starting with all weights 0.1 reached the threshold in all 10 runs, taking ")
                                && s.contains("rounding errors of the arithmetic alone"));
    }

    @Test
    void fastAndSafeAreNotConfused() {
        Analysis analysis = analyze(run -> {
            if (is(run, "tanh", "normal", 1)) {
                boolean lucky = run.replicate() < 8;
                return ended(
                        run,
                        lucky ? Outcome.CONVERGED : Outcome.CENSORED,
                        Cause.NONE,
                        lucky ? 1 : INF,
                        lucky ? 2 : 200);
            }
            return run;
        });
        ScaleResponse normal = analysis.tasks().get(0).responses().get(0);
        assertThat(Objects.requireNonNull(normal.byRestartErt().best())).isEqualTo(1);
        assertThat(Objects.requireNonNull(normal.byProbability().best())).isCloseTo(0.1, within(1e-9));
        assertThat(normal.fastOrSafe()).isTrue();
        assertThat(analysis.tasks().get(0).answer()).anyMatch(s -> s.startsWith("It depends on whether"));
    }

    @Test
    void fewerThanFiveSuccessesAreNoBest() {
        Analysis analysis = analyze(run -> is(run, "tanh", "normal", 10)
                ? ended(
                        run,
                        run.replicate() < 4 ? Outcome.CONVERGED : Outcome.CENSORED,
                        Cause.NONE,
                        run.replicate() < 4 ? 0.25 : INF,
                        200)
                : run);
        ScaleResponse normal = analysis.tasks().get(0).responses().get(0);
        assertThat(normal.byRestartErt().members()).doesNotContain(10.0);
        assertThat(cell(analysis, 0, "normal", 10).ert().caveats())
                .containsExactly("rests on 4 of 10 runs that converged");
    }

    @Test
    void pairingUsesReplicateNumbersNotPositions() {
        double[] times = {10, 14, 9, 20, 12, 16};
        double[] spent = {99, 99, 99, 99, 99, 99};
        Sample once = new Sample(times, spent, new int[] {0, 1, 2, 3, 4, 5}, 99, false);
        double[] turned = {32, 24, 40, 18, 28, 20};
        Sample twice = new Sample(turned, spent, new int[] {5, 4, 3, 2, 1, 0}, 99, false);
        Limits ratio = CostRatio.of(twice, once, CostRatio.AT_BUDGET, 0.025);
        assertThat(ratio.value()).isCloseTo(2, within(1e-12));
        assertThat(ratio.high() - ratio.low()).isLessThan(1e-9);
    }

    @Test
    void numbersPromiseNoFalsePrecision() {
        assertThat(Words.number(1234.5)).isEqualTo("1200");
        assertThat(Words.number(0.031623)).isEqualTo("0.032");
        assertThat(Words.start(SymmetryStudy.std("uniform", 0.288675)))
                .as("±0.5, which is not the 0.316 of 10^-0.5")
                .isEqualTo("uniform at std 0.29");
        assertThat(Words.start(SymmetryStudy.std("normal", 0.031623))).isEqualTo("normal at std 10^-1.5");
        assertThat(Words.power(0.031623)).isEqualTo("10^-1.5");
        assertThat(Words.power(1)).isEqualTo("10^0");
        assertThat(Words.power(0.05)).isEqualTo("10^-1.3");
        assertThat(Words.range(0.1, 0.1)).isEqualTo("10^-1 (0.1)");
        assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(Words.times(new Limits(INF, 12.99, INF), "x")).isEqualTo("more than 12 times as many epochs as x");
        assertThat(Words.times(new Limits(1.01, 0.98, 1.03), "x")).isEqualTo("as many epochs as x, to within 3 %");
        assertThat(Words.times(new Limits(1, 1, 1), "x")).isEqualTo("as many epochs as x");
        assertThat(Words.times(new Limits(2, 2, 2), "x")).isEqualTo("2 times as many epochs as x");
        assertThat(Words.times(new Limits(2, 1.5, 3000), "x"))
                .isEqualTo("2 times as many epochs as x (95 % interval 1.5 upwards)");
    }
}
