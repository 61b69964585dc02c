package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.run.Outcome.CENSORED;
import static org.initbench.run.Outcome.CONVERGED;
import static org.initbench.run.Outcome.DIVERGED;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.analysis.CumulativeIncidence.Step;
import org.initbench.common.Streams;
import org.initbench.run.Outcome;
import org.junit.jupiter.api.Test;

/** A run that diverged will not converge later; a curve that censors it says that it might. */
class CumulativeIncidenceTest {

    /**
     * By hand, as products of fractions. Of 6 runs one converges at 1 (1/6), one is given up at 2, then 4 are at risk: at 3 one
     * converges and one diverges (5/6 · 1/4 each), at 4 one of 2 converges (5/6 · 2/4 · 1/2). Censoring the diverged run instead
     * would end at 1 − 5/6 · 3/4 · 1/2 = 0.6875.
     */
    @Test
    void theAalenJohansenEstimateByHand() {
        List<Step> steps = CumulativeIncidence.of(
                new double[] {3, 1, 2, 3, 5, 4},
                List.of(DIVERGED, CONVERGED, CENSORED, CONVERGED, CENSORED, CONVERGED));
        assertThat(steps).extracting(Step::epoch).containsExactly(1.0, 3.0, 4.0);
        assertThat(steps).extracting(Step::atRisk).containsExactly(6, 4, 2);
        assertThat(steps.get(1).converged()).isCloseTo(1 / 6.0 + 5 / 24.0, within(1e-15));
        assertThat(steps.get(1).diverged()).isCloseTo(5 / 24.0, within(1e-15));
        assertThat(steps.get(2).converged()).isCloseTo(1 / 6.0 + 5 / 24.0 + 5 / 24.0, within(1e-15));
        assertThat(steps.get(2).diverged()).isCloseTo(5 / 24.0, within(1e-15));
    }

    /** With one budget for all it is the share that has converged: 200 made-up runs with many ties. */
    @Test
    void withOneBudgetItIsTheEmpiricalShare() {
        UniformRandomProvider random = Streams.of(7, "incidence");
        int n = 200;
        double[] epochs = new double[n];
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double t = Math.ceil(40 * random.nextDouble());
            epochs[i] = Math.min(t, 30);
            outcomes.add(t > 30 ? CENSORED : random.nextBoolean() ? CONVERGED : DIVERGED);
        }
        List<Step> steps = CumulativeIncidence.of(epochs, outcomes);
        assertThat(steps).hasSizeGreaterThan(20).allSatisfy(step -> {
            assertThat(step.converged()).isCloseTo(share(epochs, outcomes, step.epoch(), CONVERGED), within(1e-12));
            assertThat(step.diverged()).isCloseTo(share(epochs, outcomes, step.epoch(), DIVERGED), within(1e-12));
        });
    }

    private static double share(double[] epochs, List<Outcome> outcomes, double until, Outcome outcome) {
        int count = 0;
        for (int i = 0; i < epochs.length; i++) {
            count += epochs[i] <= until && outcomes.get(i) == outcome ? 1 : 0;
        }
        return count / (double) epochs.length;
    }

    @Test
    void edges() {
        assertThat(CumulativeIncidence.of(new double[] {9, 9}, List.of(CENSORED, CENSORED)))
                .isEmpty();
        assertThat(CumulativeIncidence.of(new double[0], List.of())).isEmpty();
        assertThat(CumulativeIncidence.of(new double[] {2, 2}, List.of(CONVERGED, CONVERGED)))
                .containsExactly(new Step(2, 2, 1, 0));
        assertThat(CumulativeIncidence.of(new double[] {0}, List.of(DIVERGED))).containsExactly(new Step(0, 1, 0, 1));
    }
}
