package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.initbench.run.Bundle;
import org.initbench.run.EpochTiming;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeedTest {
    /** Student's quantile with one degree of freedom in closed form: what is exceeded with probability p is tan(π(½ − p)). */
    private static double cauchy(double p) {
        return Math.tan(Math.PI * (0.5 - p));
    }

    /**
     * Two iterations each: JMH's half width at 99.9 % is tan(0.4995π) standard errors. Relative errors of 1 % in both give the logarithm
     * of the ratio an error of √2 % with (2r²)² / (2r⁴) = 2 degrees of freedom, whose quantile at 0.975 is 0.95 / √(2 · 0.975 · 0.025).
     */
    @Test
    void aRatioHasTheErrorsOfBoth() {
        double one = 0.01 * cauchy(0.0005);
        TimeRatio ratio =
                TimeRatio.of(new EpochTiming("t", 16, 20, 20 * one, 2), new EpochTiming("t", 16, 30, 30 * one, 2));
        double half = 0.01 * Math.sqrt(2) * 0.95 / Math.sqrt(2 * 0.975 * 0.025);
        assertThat(ratio.ratio()).isEqualTo(1.5);
        assertThat(ratio.low()).isCloseTo(1.5 * Math.exp(-half), within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.5 * Math.exp(half), within(1e-9));
        assertThat(ratio.decided()).isTrue();
    }

    @Test
    void withoutErrorsNothingIsDecided() {
        TimeRatio ratio =
                TimeRatio.of(new EpochTiming("t", 16, 20, Double.NaN, 1), new EpochTiming("t", 16, 60, Double.NaN, 1));
        assertThat(ratio.ratio()).isEqualTo(3);
        assertThat(ratio.low()).isNull();
        assertThat(ratio.decided()).isFalse();
        TimeRatio wide = TimeRatio.of(new EpochTiming("t", 16, 20, 30, 5), new EpochTiming("t", 16, 22, 30, 5));
        assertThat(wide.low()).isLessThan(1);
        assertThat(wide.decided()).isFalse();
    }

    /** Ratios of 2 and 8: their geometric mean is 4, the standard error of its logarithm ln 2, and Student's quantile tan(0.475π). */
    @Test
    void theMeanIsGeometricAndItsErrorThatOfTheTasks() {
        Speed speed = Objects.requireNonNull(speed(
                List.of(timing("a", 16, 10), timing("b", 16, 10), timing("only first", 16, 1)),
                List.of(timing("b", 16, 80), timing("a", 16, 20), timing("a", 64, 1))));
        assertThat(speed.tasks()).isEqualTo(2);
        assertThat(speed.ratios()).extracting(TimeRatio::task).containsExactly("a", "b");
        assertThat(speed.mean()).isCloseTo(4, within(1e-12));
        assertThat(speed.high()).isCloseTo(4 * Math.pow(2, cauchy(0.025)), within(1e-6));
        assertThat(speed.low()).isCloseTo(4 / Math.pow(2, cauchy(0.025)), within(1e-9));
        assertThat(speed.decided()).isFalse();
    }

    /** A task that is timed in two stacks counts once: √(1 · 4) = 2 of one task, and 2 of the other. */
    @Test
    void everyTaskCountsOnce() {
        Speed speed = Objects.requireNonNull(speed(
                List.of(timing("a", 1, 10), timing("a", 64, 10), timing("b", 1, 10)),
                List.of(timing("a", 1, 10), timing("a", 64, 40), timing("b", 1, 20))));
        assertThat(speed.mean()).isCloseTo(2, within(1e-12));
        assertThat(speed.low()).isCloseTo(2, within(1e-12));
        assertThat(speed.decided()).isTrue();
    }

    @Test
    void whatWasNotTimedInBothIsNotCompared() {
        assertThat(speed(List.of(timing("a", 1, 10)), List.of(timing("a", 2, 10))))
                .isNull();
    }

    /** A single ratio has its own interval; two of one task tell nothing of tasks. */
    @Test
    void oneTaskHasNoSpreadOfTasks() {
        Speed one = Objects.requireNonNull(speed(List.of(timing("a", 1, 10)), List.of(timing("a", 1, 5))));
        assertThat(one.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(one.low()).isEqualTo(one.ratios().get(0).low());
        assertThat(one.decided()).isTrue();
        Speed two = Objects.requireNonNull(
                speed(List.of(timing("a", 1, 10), timing("a", 2, 10)), List.of(timing("a", 1, 5), timing("a", 2, 5))));
        assertThat(two.low()).isNull();
        assertThat(two.decided()).isFalse();
    }

    /**
     * The first block of a go is left out. Of two pairs whose ratios are e^±r times their geometric mean, the mean's logarithm has the
     * standard error r, and Student's quantile is tan(0.475π).
     */
    @Test
    void blocksHaveTheErrorOfTheirSpread() {
        double e = Math.exp(0.01);
        Bundle first = new MadeUpBundle("a").blocks("t", 99.0, 20.0, 40.0).bundle();
        Bundle second = new MadeUpBundle("b").blocks("t", 1.0, 30 * e, 60 / e).bundle();
        TimeRatio ratio =
                Objects.requireNonNull(compared(first, second)).ratios().get(0);
        double half = 0.01 * cauchy(0.025);
        assertThat(ratio.ratio()).isCloseTo(1.5, within(1e-12));
        assertThat(ratio.low()).isCloseTo(1.5 * Math.exp(-half), within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.5 * Math.exp(half), within(1e-9));
        assertThat(ratio.timed()).isEqualTo("blocks");
    }

    /** What JMH timed for itself is better than what it timed while the study ran. */
    @Test
    void blocksAreComparedWhereEpochsAreNot() {
        Bundle first = new MadeUpBundle("a")
                .timed(List.of(timing("both", 16, 10), timing("not in b", 16, 10)))
                .blocks("both", 1.0, 1.0)
                .blocks("not in b", 99.0, 10.0)
                .blocks("only first", 1.0, 1.0)
                .bundle();
        Bundle second = new MadeUpBundle("b")
                .timed(List.of(timing("both", 16, 20)))
                .blocks("both", 7.0, 7.0)
                .blocks("not in b", 1.0, 80.0)
                .bundle();
        Speed speed = Objects.requireNonNull(compared(first, second));
        assertThat(speed.ratios())
                .extracting(TimeRatio::task, TimeRatio::timed)
                .containsExactly(tuple("both", "stack 16"), tuple("not in b", "blocks"));
        assertThat(speed.mean()).isCloseTo(4, within(1e-12));
    }

    /** Cold blocks, other numbers of blocks or gos, and other runs tell nothing of machines. */
    @Test
    void onlyTheSameBlocksAreCompared() {
        MadeUpBundle first = new MadeUpBundle("a").blocks("t", 4.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(compared(
                        first.bundle(), new MadeUpBundle("b").blocks("t", 4.0).bundle()))
                .isNull();
        assertThat(compared(
                        first.bundle(),
                        new MadeUpBundle("b")
                                .blocks("t", 4.0, 1.0)
                                .blocks("t", 4.0, 1.0, 1.0)
                                .bundle()))
                .isNull();
        MadeUpBundle same = new MadeUpBundle("b").blocks("t", 4.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(Objects.requireNonNull(compared(first.bundle(), same.bundle()))
                        .identical())
                .isTrue();
        assertThat(compared(first.bundle(), same.run("t", 1, 0, 20).bundle())).isNull();
    }

    private static @Nullable Speed compared(Bundle first, Bundle second) {
        return Speed.of(first, second, CommonRuns.of(first, second));
    }

    private static @Nullable Speed speed(List<EpochTiming> first, List<EpochTiming> second) {
        return compared(
                new MadeUpBundle("a").timed(first).bundle(),
                new MadeUpBundle("b").timed(second).bundle());
    }

    private static EpochTiming timing(String task, int stack, double microseconds) {
        return new EpochTiming(task, stack, microseconds, microseconds / 100, 10);
    }
}
