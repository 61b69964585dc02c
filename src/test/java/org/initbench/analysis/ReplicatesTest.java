package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.analysis.MadeUpEvidence.Law;
import org.initbench.common.Streams;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicatesTest {

    private static final double TAIL = 0.0025;
    private static final double MARGIN = Math.log(1.25);
    private static final double SPREAD = 0.35;
    private static final double DEVIATION = Math.sqrt(2 * (Math.exp(SPREAD * SPREAD) - Math.exp(SPREAD * SPREAD / 2)));

    /** Student's interval of a mean with that standard deviation, as n replicates have it on average. */
    private static Limits expected(double mean, double deviation, int n) {
        double half = TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL) * deviation / Math.sqrt(n);
        return new Limits(mean, mean - half, mean + half);
    }

    /**
     * Of 600 studies with as many replicates as are said to be wanted, about 80 % decide. Two log-normal times of spread s whose
     * logarithms correlate by ½ have squared coefficients of variation e^(s²) − 1 and covariance e^(s²/2) − 1, so that by the delta
     * method the logarithm of the ratio of their means varies as 2(e^(s²) − e^(s²/2)) over the number of pairs.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.1, 1.6, 0.6})
    void thatManyReplicatesDecideFourTimesOutOfFive(double ratio) {
        Limits seen = expected(Math.log(ratio), DEVIATION, 20);
        int n = Replicates.wanted(seen, 20, MARGIN, TAIL).orElseThrow();
        assertThat(n).isGreaterThan(20);
        int studies = 600;
        int decided = 0;
        MadeUpEvidence evidence = new MadeUpEvidence(Streams.of(15, "wanted", ratio));
        Arm a = new Arm("normal", 0.1);
        Arm b = new Arm("uniform", 0.1);
        for (int i = 0; i < studies; i++) {
            evidence.add("task", n, a, new Law(20 * ratio, SPREAD, 1), b, new Law(20, SPREAD, 1));
            Limits limits = Contrast.cost(evidence.sample("task", a), evidence.sample("task", b), TAIL);
            decided += TaskVerdict.of(limits, 0.8, 1.25, Direction.FASTER) == TaskVerdict.OPEN ? 0 : 1;
        }
        assertThat(decided / (double) studies).isBetween(0.74, 0.88);
    }

    /** At the margin itself no number decides, without an upper limit nothing is known, one replicate has no spread. */
    @Test
    void someCannotBeDecided() {
        OptionalInt none = OptionalInt.empty();
        assertThat(Replicates.wanted(expected(MARGIN, 0.35, 20), 20, MARGIN, TAIL))
                .isEqualTo(none);
        assertThat(Replicates.wanted(new Limits(0, -1, Double.POSITIVE_INFINITY), 20, MARGIN, TAIL))
                .isEqualTo(none);
        assertThat(Replicates.wanted(new Limits(Double.NaN, -1, 1), 20, MARGIN, TAIL))
                .isEqualTo(none);
        assertThat(Replicates.wanted(new Limits(0, -1, 1), 1, MARGIN, TAIL)).isEqualTo(none);
    }
}
