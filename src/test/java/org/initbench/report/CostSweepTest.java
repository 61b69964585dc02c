package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.run.CostTiming;
import org.junit.jupiter.api.Test;

class CostSweepTest {

    private static CostTiming timing(int width, int depth, int batch, int stack, double time, double error) {
        return new CostTiming(width, depth, batch, stack, time, error);
    }

    /** A point in which two quantities changed would bend a line for no reason of its own. */
    @Test
    void aSweepHoldsAllButOneQuantityFixed() {
        List<CostSweep> sweeps = CostSweep.of(List.of(
                timing(64, 2, 32, 32, 40, 4),
                timing(32, 2, 32, 32, 10, 1),
                timing(16, 2, 32, 32, 3, 5),
                timing(32, 8, 32, 32, 30, Double.NaN),
                timing(128, 8, 32, 32, 999, 1)));
        assertThat(sweeps.stream().map(CostSweep::quantity)).containsExactly("width", "depth");
        assertThat(sweeps.get(0).rest()).isEqualTo("depth 2, batch 32, stack 32");
        assertThat(sweeps.get(0).points())
                .containsExactly(
                        new CostSweep.Point(16, 3, null, 8.0),
                        new CostSweep.Point(32, 10, 9.0, 11.0),
                        new CostSweep.Point(64, 40, 36.0, 44.0));
        assertThat(sweeps.get(1).points())
                .containsExactly(new CostSweep.Point(2, 10, 9.0, 11.0), new CostSweep.Point(8, 30, null, null));
    }

    @Test
    void withoutTimingsThereIsNoSweep() {
        assertThat(CostSweep.of(List.of())).isEmpty();
        assertThat(CostSweep.of(List.of(timing(1, 1, 1, 1, 1, 1)))).isEmpty();
    }

    @Test
    void theTableSaysEveryNumberAndWhatIsUnknown() {
        Table table = CostSweep.table(
                CostSweep.of(List.of(timing(32, 1, 32, 1, 10, 1), timing(32, 1, 32, 4, 3, Double.NaN))));
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).cells().stream().map(Table.Cell::text))
                .containsExactly("stack", "1", "10", "1", "width 32, depth 1, batch 32");
        assertThat(table.rows().get(1).cells().get(3).text()).isEqualTo(Numbers.of(Double.NaN, 2));
    }
}
