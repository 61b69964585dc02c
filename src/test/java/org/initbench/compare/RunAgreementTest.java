package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.initbench.init.ScaleKind;
import org.initbench.run.Cause;
import org.initbench.run.CurvePoint;
import org.initbench.run.Outcome;
import org.initbench.run.RunRecord;
import org.junit.jupiter.api.Test;

class RunAgreementTest {

    private static RunRecord run(String start, String end, double epochs) {
        return new RunRecord(
                "id",
                "task",
                "zero",
                ScaleKind.NONE,
                OptionalDouble.empty(),
                0,
                "nd4j",
                "float32",
                Outcome.CONVERGED,
                Cause.NONE,
                OptionalDouble.of(epochs),
                epochs + 1,
                10,
                100,
                1,
                Double.NaN,
                Double.NaN,
                1,
                1,
                1,
                start,
                end);
    }

    private static List<CurvePoint> curve(double... losses) {
        CurvePoint[] points = new CurvePoint[losses.length];
        for (int i = 0; i < losses.length; i++) {
            points[i] = new CurvePoint("id", i / 2.0, losses[i], Double.NaN);
        }
        return List.of(points);
    }

    private static final RunRecord RUN = run("s", "e", 7);

    @Test
    void equalRunsNeverPart() {
        RunPair pair = new RunPair(RUN, run("s", "e", 7), curve(1, 0.5, Double.NaN), curve(1, 0.5, Double.NaN));
        assertThat(pair.equal()).isTrue();
        assertThat(pair.partedAt()).isEmpty();
    }

    @Test
    void oneBitOfALossIsADifference() {
        RunPair pair = new RunPair(RUN, run("s", "e", 7), curve(1, 0.5, 0.2), curve(1, 0.5, Math.nextUp(0.2)));
        assertThat(pair.equal()).isFalse();
        assertThat(pair.partedAt()).hasValue(1);
        RunPair atStart = new RunPair(RUN, run("x", "e", 7), curve(1, 0.5), curve(1.5, 0.5));
        assertThat(atStart.partedAt()).hasValue(0);
    }

    /** A curve ends before the last update: what comes after its last point shows in the digest only. */
    @Test
    void weightsThatDifferAtTheEndArePartedThere() {
        RunPair pair = new RunPair(RUN, run("s", "other", 9), curve(1, 0.5), curve(1, 0.5, 0.1));
        assertThat(pair.equal()).isFalse();
        assertThat(pair.partedAt()).hasValue(8);
    }

    @Test
    void countsAndSortsWhatParts() {
        RunAgreement agreement = RunAgreement.of(List.of(
                new RunPair(RUN, RUN, curve(1, 2), curve(1, 2)),
                new RunPair(RUN, run("s", "e", 8), curve(1, 2, 3), curve(1, 2, 4)),
                new RunPair(RUN, run("x", "e", 7), curve(1, 2), curve(0, 2)),
                new RunPair(RUN, run("s", "e", 8), curve(1, 2), curve(1, 3))));
        assertThat(agreement).isEqualTo(new RunAgreement(4, 3, 1, List.of(0.0, 0.5, 1.0)));
        assertThat(agreement.medianParting()).hasValue(0.5);
        assertThat(agreement.allEqual()).isFalse();
        assertThat(new RunAgreement(1, 1, 1, List.of()).medianParting()).isEmpty();
    }
}
