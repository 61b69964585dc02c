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
        int faster = 0;
        int slower = 0;
        for (Sample[] pair : pairs) {
            Limits ratio = CostRatio.of(pair[0], pair[1], CostRatio.AT_BUDGET, ERROR / 2 / pairs.size());
            boolean same = ratio.low() >= 1 / MARGIN && ratio.high() <= MARGIN;
            alike += same ? 1 : 0;
            faster += !same && ratio.high() < 1 ? 1 : 0;
            slower += !same && ratio.low() > 1 ? 1 : 0;
        }
        return Optional.of("Uniform or normal: " + verdict(pairs.size(), alike, faster, slower)
                + ". At equal standard deviation " + counts(pairs.size(), alike, faster, slower)
                + " (simultaneous 95 % intervals).");
    }

    private static String counts(int all, int alike, int faster, int slower) {
        List<String> parts = new ArrayList<>();
        parts.add("they took equally long to within a quarter in " + alike + " of " + Words.count(all, "comparison"));
        if (faster > 0) {
            parts.add("uniform took fewer in " + faster);
        }
        if (slower > 0) {
            parts.add("uniform took more in " + slower);
        }
        int open = all - alike - faster - slower;
        if (open > 0) {
            parts.add(open + (open == 1 ? " is" : " are") + " undecided");
        }
        return String.join(", ", parts);
    }

    private static String verdict(int all, int alike, int faster, int slower) {
        if (faster > 0 && slower > 0) {
            return "which is better depends on task and scale";
        }
        if (faster > 0 || slower > 0) {
            return "where they differ, " + (faster > 0 ? "uniform" : "normal") + " is faster";
        }
        if (alike == all) {
            return "it makes no practical difference";
        }
        return alike > all / 2 ? "no difference was found, and most comparisons rule out a large one" : "undecided";
    }
}
