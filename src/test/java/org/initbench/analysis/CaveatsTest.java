package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.initbench.run.ArmDescription;
import org.initbench.run.Cause;
import org.junit.jupiter.api.Test;

class CaveatsTest {
    private static final ArmDescription NORMAL = SymmetryStudy.std("normal", 0.1);

    private static SymmetryStudy study() {
        return new SymmetryStudy().task("first", 1, null).converged("first", NORMAL, Cause.NONE, 5, 6);
    }

    /** A reader must not take what was given up early for what never learns. */
    @Test
    void aBudgetThatTheStudyCutIsNamed() {
        assertThat(study().task("second", 1, null)
                        .cut(20)
                        .converged("second", NORMAL, Cause.NONE, 5, 6)
                        .analysis()
                        .caveats())
                .contains(
                        "The study cut the budget of second (20 of 100 epochs): a run given up here might have learned"
                                + " later.");
        assertThat(study().cut(100).analysis().caveats()).noneMatch(caveat -> caveat.contains("cut the budget"));
    }

    /** Two optimizers have two learning rates; one has nothing to be compared with. */
    @Test
    void epochsOfTwoOptimizersAreNotToBeCompared() {
        assertThat(study().trainedBy("adam")
                        .task("second", 1, null)
                        .converged("second", NORMAL, Cause.NONE, 5, 6)
                        .analysis()
                        .caveats())
                .anyMatch(
                        caveat -> caveat.startsWith("Epochs must not be compared between optimizers (sgd and adam):"));
        assertThat(study().analysis().caveats()).noneMatch(caveat -> caveat.contains("between optimizers"));
    }
}
