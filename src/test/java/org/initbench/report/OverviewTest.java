package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.SymmetryStudy;
import org.initbench.run.ArmDescription;
import org.initbench.run.Cause;
import org.junit.jupiter.api.Test;

class OverviewTest {

    private static ArmDescription around(double scale) {
        return SymmetryStudy.std("constant-plus-normal:0.1", scale);
    }

    private static Analysis analysis() {
        SymmetryStudy study = new SymmetryStudy().task("mlp", 1, null).task("mlp-w1", 1, "mlp");
        for (String task : new String[] {"mlp", "mlp-w1"}) {
            study.converged(task, SymmetryStudy.std("normal", 0.1), Cause.NONE, 20, 21, 20, 21, 20)
                    .converged(task, SymmetryStudy.std("normal", 1), Cause.NONE, 30, 31, 30, 31, 30)
                    .converged(task, around(0.01), Cause.NONE, 20, 21, 20, 21, 20)
                    .converged(task, around(0.1), Cause.NONE, 20, 21, 20, 21, 20)
                    .converged(task, around(1), Cause.NONE, 20, 21, 20, 21, 20);
        }
        return study.analysis();
    }

    /** Nobody builds a network of one unit a layer: as rows among real networks, controls would read as advice. */
    @Test
    void aControlIsNoRowOfAnOverview() {
        HeatMap map = Objects.requireNonNull(HeatMap.overview(analysis()));
        assertThat(map.rows()).extracting(HeatMap.Row::name).containsExactly("mlp");
        assertThat(TaskTables.overview(analysis()).rows())
                .extracting(row -> row.cells().get(0).text())
                .containsExactly("mlp");
        assertThat(TerminalReport.render(analysis(), false, 200))
                .contains("mlp")
                .doesNotContain("mlp-w1");
    }

    /** The question is how small normal weights should be, even where another family has more scales. */
    @Test
    void theOverviewShowsNormalWeights() {
        HeatMap map = Objects.requireNonNull(HeatMap.overview(analysis()));
        assertThat(map.caption()).isEqualTo("How long normal starts take, by task");
        assertThat(map.columns()).hasSize(2);
    }
}
