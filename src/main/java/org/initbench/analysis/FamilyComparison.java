package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Uniform against normal weights of equal standard deviation, paired by replicate, over all tasks and shared scales. */
final class FamilyComparison {
    private static final double MARGIN = 1.25;
    private static final double ERROR = 0.05;

    private FamilyComparison() {}

    /** One sentence; none if the study has no scale at which both converged often enough. */
    static Optional<String> sentence(List<TaskResult> results) {
        List<Sample[]> pairs = new ArrayList<>();
        for (TaskResult result : results) {
            for (Cell uniform : result.cells()) {
                if (uniform.arm().initializer().equals("uniform") && uniform.eligible()) {
                    result.cell("normal", uniform.scale())
                            .filter(Cell::eligible)
                            .ifPresent(normal -> pairs.add(new Sample[] {uniform.comparable(), normal.comparable()}));
                }
            }
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        int alike = 0;
        int better = 0;
        int worse = 0;
        for (Sample[] pair : pairs) {
            Limits ratio = CostRatio.of(pair[0], pair[1], CostRatio.AT_BUDGET, ERROR / 2 / pairs.size());
            alike += ratio.low() >= 1 / MARGIN && ratio.high() <= MARGIN ? 1 : 0;
            better += ratio.high() < 1 ? 1 : 0;
            worse += ratio.low() > 1 ? 1 : 0;
        }
        return Optional.of(
                "Uniform or normal: at equal standard deviation, of " + Words.count(pairs.size(), "comparison") + ", "
                        + alike + " showed both alike to within a quarter, uniform needed fewer epochs in " + better
                        + " and more in " + worse + " (simultaneous 95 % intervals); "
                        + verdict(pairs.size(), alike, better, worse) + ".");
    }

    private static String verdict(int all, int alike, int better, int worse) {
        if (alike == all) {
            return "in these tasks the choice makes no practical difference";
        }
        if (better > 0 && worse == 0) {
            return "where they differ uniform is faster";
        }
        if (worse > 0 && better == 0) {
            return "where they differ normal is faster";
        }
        return better > 0 ? "which is better depends on task and scale" : "this study does not decide it";
    }
}
