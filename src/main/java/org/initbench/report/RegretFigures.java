package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.initbench.analysis.RegretAnalysis;
import org.initbench.analysis.RuleRegret;
import org.initbench.analysis.RuleRegret.ProfilePoint;
import org.initbench.report.LaboratoryFigure.Point;

/** Performance profiles of rules (Dolan and Moré, Mathematical Programming 91, 2002): the share of tasks within a regret. */
final class RegretFigures {
    static final String PROFILES = "profiles";

    /** As many as there are colours. */
    private static final int RULES = 8;

    /** How far lines are drawn beyond the largest regret. */
    private static final double BEYOND = 1.3;

    private RegretFigures() {}

    /** The profiles of the rules that succeed on most tasks, of equals those with the smallest geometric mean of regrets. */
    static LaboratoryFigure profiles(RegretAnalysis regret) {
        List<RuleRegret> rules = regret.rules().stream()
                .filter(rule -> !rule.profile().isEmpty())
                .sorted(Comparator.comparingDouble(RegretFigures::reached)
                        .reversed()
                        .thenComparingDouble(RegretFigures::mean))
                .limit(RULES)
                .toList();
        double first = rules.stream()
                .mapToDouble(rule -> rule.profile().get(0).ratio())
                .min()
                .orElse(1);
        double last = rules.stream().mapToDouble(RegretFigures::last).max().orElse(1);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            line(
                    points,
                    i,
                    rules.get(i),
                    Math.min(1, first) / BEYOND,
                    last * BEYOND,
                    regret.tasks().size());
        }
        return new LaboratoryFigure(
                "steps",
                "regret: epochs as a multiple of the best start's",
                "share of the tasks within that",
                true,
                false,
                List.of(1.0),
                rules.stream().map(rule -> RegretTables.name(rule.rule())).toList(),
                points);
    }

    /** What is said of the picture. */
    static Figure described(String brief) {
        return new Figure(
                "laboratory",
                PROFILES,
                "Performance profiles of rules.",
                "How high a line stands at 1.5 is the share of the tasks on which the rule takes at most 1.5 times the epochs of the"
                        + " best start. A rule that is good on every task would reach 1 there. The rules that succeed on most tasks.",
                "Performance profiles of rules. " + brief);
    }

    private static double reached(RuleRegret rule) {
        return rule.profile().get(rule.profile().size() - 1).share();
    }

    private static double last(RuleRegret rule) {
        return rule.profile().get(rule.profile().size() - 1).ratio();
    }

    private static double mean(RuleRegret rule) {
        Double mean = rule.geometricMean();
        return mean == null ? Double.POSITIVE_INFINITY : mean;
    }

    private static void line(List<Point> points, int series, RuleRegret rule, double from, double to, int tasks) {
        String name = RegretTables.name(rule.rule());
        points.add(point(series, from, 0, name));
        for (ProfilePoint step : rule.profile()) {
            points.add(point(
                    series,
                    step.ratio(),
                    step.share(),
                    name + "\nat most " + Numbers.of(step.ratio()) + " times the best on "
                            + Math.round(step.share() * tasks) + " of " + tasks + " tasks"));
        }
        points.add(point(series, to, reached(rule), name));
    }

    private static Point point(int series, double ratio, double share, String tip) {
        return new Point("", series, "", ChartData.drawn(ratio), ChartData.drawn(share), null, null, false, false, tip);
    }
}
