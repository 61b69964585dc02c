package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.initbench.analysis.Agreement.Scope;
import org.initbench.analysis.Agreement.Spread;
import org.junit.jupiter.api.Test;

/** Which way to write a scale makes networks agree, where the truth is known. */
class KindsTest {

    private static KindsAnalysis kinds(SyntheticStudy study) {
        return Objects.requireNonNull(
                Objects.requireNonNull(Analyzer.analyze(study.bundle(true), SyntheticStudy::variance)
                                .conclusions())
                        .kinds());
    }

    private static Agreement agreement(KindsAnalysis kinds, Scope scope) {
        return kinds.agreements().stream()
                .filter(agreement -> agreement.scope() == scope)
                .findFirst()
                .orElseThrow();
    }

    private static double spread(Agreement agreement, Parametrization way) {
        return agreement.spreads().stream()
                .filter(spread -> spread.parametrization() == way)
                .mapToDouble(Spread::deviation)
                .findFirst()
                .orElseThrow();
    }

    /** The mean of log10 √fan-in over the matrices 64 × width and width × 10. */
    private static double shift(int width) {
        return (Math.log10(64) + Math.log10(width)) / 4;
    }

    /**
     * Networks of widths 4, 64 and 1024 whose best std·√fan-in is 1: as standard deviation the best ones spread by that of the shifts,
     * 0.602, 0.903 and 1.204, which is 0.301; a parabola through three points of a half-decade grid errs by less than 0.1.
     */
    @Test
    void widthsAgreeInTheWayThatTheyWereMadeToAgree() {
        SyntheticStudy study = new SyntheticStudy();
        for (int width : new int[] {4, 64, 1024}) {
            study.network("w" + width, "shallow network", width, -shift(width));
        }
        KindsAnalysis kinds = kinds(study);
        Agreement widths = agreement(kinds, Scope.WIDTHS);
        assertThat(widths.networks()).isEqualTo(3);
        assertThat(widths.best()).isEqualTo(Parametrization.NORMALIZED);
        assertThat(spread(widths, Parametrization.STD)).isCloseTo(0.301, within(0.1));
        assertThat(spread(widths, Parametrization.NORMALIZED)).isLessThan(0.1);
        assertThat(spread(widths, Parametrization.HE))
                .isCloseTo(spread(widths, Parametrization.NORMALIZED), within(1e-12));
        assertThat(widths.spreads().stream().mapToDouble(Spread::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(widths.spreads())
                .allSatisfy(spread -> assertThat(spread.low()).isLessThanOrEqualTo(spread.high()));
        assertThat(kinds.agreements()).as("one kind").noneMatch(a -> a.scope() == Scope.KINDS);
        for (int width : new int[] {4, 64, 1024}) {
            KindBest best = best(kinds, "w" + width, "normal", Parametrization.NORMALIZED);
            assertThat(best.log10()).isCloseTo(0, within(0.15));
            assertThat(best.low()).isLessThanOrEqualTo(best.log10());
            assertThat(best.high()).isGreaterThanOrEqualTo(best.log10());
            assertThat(best.n()).isEqualTo(10);
        }
    }

    private static KindBest best(KindsAnalysis kinds, String task, String initializer, Parametrization way) {
        return kinds.best().stream()
                .filter(b -> b.task().equals(task) && b.initializer().equals(initializer) && b.parametrization() == way)
                .findFirst()
                .orElseThrow();
    }

    /** Equal standard deviations on every kind: no other way to write them can do better than none at all. */
    @Test
    void kindsThatShareAStandardDeviationAgreeInIt() {
        KindsAnalysis kinds = kinds(new SyntheticStudy()
                .network("narrow", "one kind", 4, -1)
                .network("wide", "another kind", 1024, -1)
                .network("middle", "a third kind", 64, -1));
        Agreement agreement = agreement(kinds, Scope.KINDS);
        assertThat(agreement.networks()).isEqualTo(3);
        assertThat(agreement.best()).isEqualTo(Parametrization.STD);
        assertThat(agreement.shown()).isTrue();
        assertThat(kinds.agreements()).as("each kind has one network").hasSize(1);
        assertThat(kinds.answer())
                .anyMatch(s -> s.startsWith(
                        "3 kinds of networks agree best when the scale is written as standard deviation:"));
    }

    /** A best scale at the edge of the grid is a bound, and no number whose spread could be taken. */
    @Test
    void whatIsOnlyBoundedIsLeftOutAndNamed() {
        KindsAnalysis kinds = kinds(new SyntheticStudy()
                .network("first", "one kind", 32, -1)
                .network("second", "another kind", 32, -1.5)
                .network("edge", "a third kind", 32, -4.5));
        assertThat(kinds.leftOut())
                .containsExactly("edge (only bounded: the best scales reach the edge of what was run)");
        assertThat(agreement(kinds, Scope.KINDS).networks()).isEqualTo(2);
    }

    @Test
    void oneNetworkHasNothingToAgreeWith() {
        Conclusions conclusions = Objects.requireNonNull(Analyzer.analyze(
                        new SyntheticStudy().network("only", "one kind", 32, -1).bundle(true), SyntheticStudy::variance)
                .conclusions());
        assertThat(conclusions.kinds()).isNull();
    }

    /** Through three points of exp(3(x − v)²) goes a parabola with its vertex at v, whatever the steps. */
    @Test
    void theVertexOfAParabolaIsFound() {
        double[] x = {-2, -1.4, -1, -0.5};
        for (double v : List.of(-1.15, -1.0, -0.9)) {
            double[] y = new double[4];
            for (int k = 0; k < 4; k++) {
                y[k] = Math.exp(3 * (x[k] - v) * (x[k] - v));
            }
            assertThat(Optimum.vertex(x, y, 2)).isCloseTo(v, within(1e-12));
        }
        double[] never = {9, 5, 1, Double.POSITIVE_INFINITY};
        assertThat(Optimum.vertex(x, never, 2)).as("beside what never learns").isEqualTo(-1);
        assertThat(Optimum.vertex(x, never, 0)).as("at the edge").isEqualTo(-2);
    }
}
