package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether, when and how fast the gap between units widens, in words. */
final class GrowthWords {
    private static final String QUESTION = "Does the gap between weights widen, when and how fast?";

    private GrowthWords() {}

    /** The first hidden layer from the smallest and from the largest standard deviation of one rule on one task. */
    private record Ends(SpreadGrowth smallest, SpreadGrowth largest) {}

    static LaboratoryAnswer answer(List<SpreadGrowth> all) {
        List<Ends> normal = ends(all, TaskAnswer.FAMILY);
        List<Ends> around = ends(all, "constant-plus-");
        if (normal.isEmpty() && around.isEmpty()) {
            return LaboratoryAnswer.missing(QUESTION, "normal weights of several sizes and their diagnostics");
        }
        List<String> details = new ArrayList<>();
        normal.forEach(ends -> details.add(detail(ends)));
        around.forEach(ends -> details.add(detail(ends)));
        return LaboratoryAnswer.of(QUESTION, brief(normal.isEmpty() ? around : normal), details);
    }

    private static List<Ends> ends(List<SpreadGrowth> all, String rule) {
        Map<String, List<SpreadGrowth>> groups = new LinkedHashMap<>();
        for (SpreadGrowth growth : all) {
            String name = growth.arm().initializer();
            if (name.equals(rule) || (rule.endsWith("-") && name.startsWith(rule))) {
                groups.computeIfAbsent(growth.task() + " " + name, k -> new ArrayList<>())
                        .add(growth);
            }
        }
        List<Ends> ends = new ArrayList<>();
        for (List<SpreadGrowth> group : groups.values()) {
            int first = group.stream().mapToInt(SpreadGrowth::layer).min().orElseThrow();
            List<SpreadGrowth> own = group.stream()
                    .filter(growth -> growth.layer() == first && growth.converged() > 0)
                    .sorted(Comparator.comparingDouble(
                            growth -> Objects.requireNonNull(growth.arm().scale())))
                    .toList();
            if (own.size() > 1) {
                ends.add(new Ends(own.get(0), own.get(own.size() - 1)));
            }
        }
        return ends;
    }

    private static String brief(List<Ends> all) {
        double[] small =
                all.stream().mapToDouble(e -> e.smallest().factor()).sorted().toArray();
        double[] large =
                all.stream().mapToDouble(e -> e.largest().factor()).sorted().toArray();
        int last = all.size() - 1;
        long more = all.stream()
                .filter(e -> e.smallest().factor() > e.largest().factor())
                .count();
        return "In networks that learned, the largest distance between two units of the first hidden layer became "
                + LaboratoryWords.range(small[0], small[last])
                + " times as large from the smallest standard deviation that learned, and "
                + LaboratoryWords.range(large[0], large[last]) + " times from the largest: small gaps widened more in "
                + more + " of " + Words.count(all.size(), "network") + ".";
    }

    private static String detail(Ends ends) {
        return ends.smallest().task() + ": " + told(ends.smallest()) + "; " + told(ends.largest()) + ".";
    }

    private static String told(SpreadGrowth growth) {
        Double half = growth.half();
        Double reached = growth.atThreshold();
        return "from " + Words.start(growth.arm()) + " " + times(growth) + ", from "
                + Words.number(growth.start())
                + " to "
                + Words.number(growth.end())
                + (reached == null || Words.number(reached).equals("1")
                        ? ""
                        : ", " + Words.number(reached) + " times at the threshold")
                + (half == null
                        ? ""
                        : ", half of the way (in powers of ten) by epoch " + Words.number(half) + " of "
                                + Words.number(growth.epochs()));
    }

    private static String times(SpreadGrowth growth) {
        String range = growth.n() == 1
                ? "one run looked into"
                : growth.n() + " runs looked into: " + LaboratoryWords.range(growth.low(), growth.high());
        String factor = Words.number(growth.factor());
        return (factor.equals("1") ? "as large as at the start" : factor + " times as large") + " (" + range + ")";
    }
}
