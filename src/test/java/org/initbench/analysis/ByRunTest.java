package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.run.CurvePoint;
import org.junit.jupiter.api.Test;

/** Rows that are given to the wrong run, or lost, change its curve without a word. */
class ByRunTest {

    private static CurvePoint point(String run, double epoch) {
        return new CurvePoint(run, epoch, 1, 0);
    }

    @Test
    void rowsOfARunAreFoundInTheirOrderNextToEachOtherOrNot() {
        List<CurvePoint> rows =
                List.of(point("a", 1), point("a", 2), point("b", 1), point("a", 3), point("c", 1), point("b", 2));
        assertThat(ByRun.of(rows, CurvePoint::runId))
                .hasSize(3)
                .containsEntry("a", List.of(point("a", 1), point("a", 2), point("a", 3)))
                .containsEntry("b", List.of(point("b", 1), point("b", 2)))
                .containsEntry("c", List.of(point("c", 1)));
    }

    @Test
    void ofNoRowsThereIsNoRun() {
        assertThat(ByRun.of(List.<CurvePoint>of(), CurvePoint::runId)).isEmpty();
    }
}
