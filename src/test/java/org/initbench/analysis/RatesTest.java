package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.run.Cause;
import org.initbench.run.RateKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other learning rates do to the answer, in a study whose truth is known. */
class RatesTest {

    private static Analysis analyze(int shift) {
        return Analyzer.analyze(RateFixture.bundle(shift), SyntheticStudy::variance);
    }

    private static RateAnalysis rates(Analysis analysis) {
        return Objects.requireNonNull(analysis.tasks().get(0).rates());
    }

    private static double value(Estimate estimate) {
        return Objects.requireNonNull(estimate.value());
    }

    /** Runs at other rates among those at the task's own would be samples of two populations. */
    @Test
    void whatIsSaidOfTheTasksOwnRateDoesNotMove() {
        TaskAnalysis alone = Analyzer.analyze(RateFixture.own(), SyntheticStudy::variance)
                .tasks()
                .get(0);
        TaskAnalysis among = analyze(3).tasks().get(0);
        assertThat(alone.rates()).isNull();
        assertThat(among.cells()).isEqualTo(alone.cells());
        assertThat(among.responses()).isEqualTo(alone.responses());
        assertThat(among.curves()).isEqualTo(alone.curves());
        assertThat(among.best()).isEqualTo(alone.best());
        assertThat(among.answer()).containsAll(alone.answer());
        assertThat(analyze(3).answer())
                .containsAll(Analyzer.analyze(RateFixture.own(), SyntheticStudy::variance)
                        .answer());
    }

    /** At ÷√10 every scale does what the one a decade and a half above it does: so must the best. */
    @Test
    void theConclusionDependsWhereTheBestScaleMoves() {
        Analysis analysis = analyze(3);
        RateComparison comparison = rates(analysis).comparisons().get(0);
        assertThat(comparison.initializer()).isEqualTo("normal");
        assertThat(comparison.sides())
                .extracting(RateSide::rule)
                .containsExactly(RateKind.FACTOR, RateKind.TASK, RateKind.TUNED);
        assertThat(comparison.sides()).extracting(RateSide::label).containsExactly("÷√10", "task's own", "tuned");
        assertThat(comparison.verdict()).isEqualTo(RateVerdict.DEPENDS);
        double own = Objects.requireNonNull(comparison.sides().get(1).byErt().best());
        double moved = Objects.requireNonNull(comparison.sides().get(0).byErt().best());
        assertThat(Math.log10(own / moved)).isCloseTo(1.5, within(1e-9));
        assertThat(comparison.sides().get(0).bestErt()).isNotNull();
        assertThat(value(Objects.requireNonNull(comparison.sides().get(0).bestErt())))
                .isEqualTo(
                        value(Objects.requireNonNull(comparison.sides().get(1).bestErt())));
        assertThat(analysis.tasks().get(0).answer())
                .contains(
                        "The conclusion depends on the learning rate: the best standard deviation of normal weights moves"
                                + " from " + Words.power(own) + " to " + Words.power(moved)
                                + " when the rate is ÷√10; every scale is shown to take more than 1.25 times as long as the best"
                                + " (simultaneous 95 % limits) at one of the two rates.");
        assertThat(analysis.answer())
                .contains(
                        "Learning rate: the best scale depends on it for normal on tanh. All else that is said here rests on"
                                + " each task's own rate.");
    }

    @Test
    void noDependenceIsShownWhereTheSetsOverlap() {
        Analysis analysis = analyze(0);
        RateComparison comparison = rates(analysis).comparisons().get(0);
        assertThat(comparison.verdict()).isEqualTo(RateVerdict.OVERLAPS);
        assertThat(comparison.sides().get(0).byErt())
                .isEqualTo(comparison.sides().get(1).byErt());
        assertThat(analysis.tasks().get(0).answer())
                .anyMatch(
                        sentence -> sentence.startsWith(
                                "No dependence of the best standard deviation of normal weights on the learning rate was shown"));
        assertThat(analysis.answer())
                .anyMatch(s -> s.startsWith("Learning rate: no dependence was shown for normal on tanh."));
    }

    /** Every tuned run takes a quarter of the epochs of its pair: the ratio is 4 and has no width. */
    @Test
    void whatTuningSavesIsPairedByReplicate() {
        RateAnalysis rates = rates(analyze(3));
        assertThat(rates.gains()).hasSize(11).allSatisfy(gain -> {
            assertThat(gain.factor()).isEqualTo(3);
            assertThat(gain.learningRate()).isEqualTo(0.3);
            assertThat(gain.edge()).isFalse();
        });
        TuningGain best = rates.gains().stream()
                .filter(gain -> Math.abs(Objects.requireNonNull(gain.scale()) - 0.1) < 1e-9)
                .findFirst()
                .orElseThrow();
        assertThat(value(best.ratio())).isCloseTo(4, within(1e-9));
        assertThat(Objects.requireNonNull(best.ratio().low())).isCloseTo(4, within(1e-9));
        assertThat(Objects.requireNonNull(best.ratio().high())).isCloseTo(4, within(1e-9));
        assertThat(analyze(3).tasks().get(0).answer())
                .anyMatch(sentence ->
                        sentence.startsWith("With the rate tuned for each scale the good range of normal weights is "));
        assertThat(analyze(3).caveats()).anyMatch(caveat -> caveat.startsWith("Tuned learning rates were chosen"));
    }

    /** A tenth fewer epochs, however certain, is no reason to tune; nor is a best scale that moves to one a tenth faster. */
    @Test
    void lessThanAQuarterIsNoDifference() {
        SymmetryStudy study = new SymmetryStudy().task("mlp", 1, null);
        for (int i = 0; i < 3; i++) {
            double[] epochs = {20 + i, 21 + i, 22 + i, 23 + i, 24 + i, 25 + i};
            study.converged("mlp", SymmetryStudy.std("normal", Math.pow(10, i)), Cause.NONE, epochs);
        }
        List<Cell> cells = study.cells("mlp");
        assertThat(new BestScales(cells).byCost(CostRatio.AT_BUDGET).members())
                .as("paired by replicate, one epoch more is certain")
                .containsExactly(1.0);
        assertThat(new BestScales(cells, 2, Rates.MARGIN)
                        .byCost(CostRatio.AT_BUDGET)
                        .members())
                .as("and no difference")
                .containsExactly(1.0, 10.0, 100.0);
    }

    /** Three scales and three rates: each set gets a third of the error, so that its limits lie farther out. */
    @Test
    void setsThatAreComparedShareTheError() {
        SymmetryStudy study = new SymmetryStudy()
                .task("mlp", 1, null)
                .converged("mlp", SymmetryStudy.std("normal", 0.1), Cause.NONE, 20, 21, 20, 21, 20, 21)
                .converged("mlp", SymmetryStudy.std("normal", 1), Cause.NONE, 40, 24, 33, 23, 33, 30);
        List<Cell> cells = study.cells("mlp");
        assertThat(new BestScales(cells, 1, 1).byCost(CostRatio.AT_BUDGET).members())
                .containsExactly(0.1);
        assertThat(new BestScales(cells, 100, 1).byCost(CostRatio.AT_BUDGET).members())
                .containsExactly(0.1, 1.0);
    }

    @Test
    void everyCellAtAnotherRateIsToldWithItsRate() {
        List<RatedCell> cells = rates(analyze(3)).cells();
        assertThat(cells.stream().filter(cell -> cell.rule() == RateKind.TUNED))
                .hasSize(11)
                .allSatisfy(cell -> assertThat(cell.learningRate()).isEqualTo(0.3));
        assertThat(cells.stream().filter(cell -> cell.rule() == RateKind.FACTOR))
                .as("three scales have no scale a decade and a half above them")
                .hasSize(8)
                .allSatisfy(cell -> assertThat(cell.learningRate()).isEqualTo(0.03162));
    }

    private static RateSide side(double... members) {
        List<Double> scales = java.util.Arrays.stream(members).boxed().toList();
        Double best = scales.isEmpty() ? null : scales.get(0);
        BestSet set = new BestSet(best, best, best, false, false, scales);
        return new RateSide(RateKind.TASK, 1.0, 0.1, set, set, null, null);
    }

    /** The rule: two sets without a common scale. A rate at which nothing can be called best says nothing. */
    @Test
    void theVerdictFollowsItsRule() {
        assertThat(Rates.verdict(List.of(side(0.1, 1), side(1, 10)))).isEqualTo(RateVerdict.OVERLAPS);
        assertThat(Rates.verdict(List.of(side(0.1), side(1, 10)))).isEqualTo(RateVerdict.DEPENDS);
        assertThat(Rates.verdict(List.of(side(1, 10), side(0.1)))).isEqualTo(RateVerdict.DEPENDS);
        assertThat(Rates.verdict(List.of(side(0.1, 1), side(1), side(0.1)))).isEqualTo(RateVerdict.DEPENDS);
        assertThat(Rates.verdict(List.of(side(0.1), side()))).isEqualTo(RateVerdict.OPEN);
        assertThat(Rates.verdict(List.of(side(), side()))).isEqualTo(RateVerdict.OPEN);
        assertThat(Rates.verdict(List.of(side(0.1), side(), side(1)))).isEqualTo(RateVerdict.DEPENDS);
    }

    @ParameterizedTest
    @CsvSource({"1, task's own", "0.3162, ÷√10", "3.162, ×√10", "0.1, ÷10", "10, ×10", "2, ×2", "0.3333, ÷3"})
    void factorsAreWrittenAsPeopleWriteThem(double factor, String words) {
        assertThat(RateWords.rate(factor)).isEqualTo(words);
    }
}
