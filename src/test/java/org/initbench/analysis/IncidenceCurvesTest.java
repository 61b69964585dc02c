package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initbench.analysis.IncidenceCurve.Risk;
import org.initbench.analysis.IncidenceCurve.Step;
import org.initbench.init.ScaleKind;
import org.initbench.run.Cause;
import org.junit.jupiter.api.Test;

/** Shares converged of the cells whose learning curves are shown; the estimator has its receipts in {@link CumulativeIncidenceTest}. */
class IncidenceCurvesTest {
    private static final CurveBand BAND = new CurveBand("normal", ScaleKind.STD, 0.1, "best", List.of());

    /** Five runs arrive at 1, 2, 4, 8 and 100 epochs, one spends the budget of 100: each arrival is a sixth. */
    private static IncidenceCurve curve() {
        SymmetryStudy study = new SymmetryStudy()
                .task("task", 1, null)
                .converged("task", SymmetryStudy.std("normal", 0.1), Cause.NONE, 1, 2, 4, 8, 100)
                .run(
                        "task",
                        SymmetryStudy.std("normal", 0.1),
                        5,
                        java.util.OptionalDouble.empty(),
                        Cause.NONE,
                        1,
                        0,
                        1);
        var bundle = study.bundle();
        var task = bundle.study().tasks().get(0);
        List<Cell> cells = Cell.of(bundle, task);
        TaskResult result = new TaskResult(task, cells, List.of(), List.of(), null, null);
        return IncidenceCurves.of(result, List.of(BAND)).get(0);
    }

    @Test
    void everyArrivalIsAStep() {
        assertThat(curve().n()).isEqualTo(6);
        assertThat(curve().steps()).extracting(Step::epoch).containsExactly(1.0, 2.0, 4.0, 8.0, 100.0);
        assertThat(curve().steps().get(3).converged()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(curve().steps()).extracting(Step::diverged).containsOnly(0.0);
    }

    /** Six epochs from 1 to 100, evenly on a log scale: 1, 2.51, 6.31, 15.8, 39.8, 100. */
    @Test
    void runsAtRiskHaveNotEndedBefore() {
        List<Risk> risk = curve().risk();
        assertThat(risk).hasSize(IncidenceCurves.EPOCHS);
        assertThat(risk.get(1).epoch()).isCloseTo(Math.pow(10, 0.4), within(1e-9));
        assertThat(risk).extracting(Risk::atRisk).containsExactly(6, 4, 3, 2, 2, 2);
        assertThat(risk.get(2).converged()).isCloseTo(0.5, within(1e-12));
        assertThat(risk.get(5).epoch()).isEqualTo(100);
        assertThat(risk.get(5).converged()).isCloseTo(5 / 6.0, within(1e-12));
    }
}
