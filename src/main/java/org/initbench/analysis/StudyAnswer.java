package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;

/** The answer of the whole study in plain words. */
final class StudyAnswer {
    private final List<TaskResult> results;
    private final List<TaskResult> usable;
    private final List<String> sentences = new ArrayList<>();

    private StudyAnswer(List<TaskResult> results) {
        this.results = results;
        this.usable = results.stream().filter(TaskResult::usable).toList();
    }

    /** Sentences, the most important first. */
    static List<String> of(List<TaskResult> results) {
        StudyAnswer answer = new StudyAnswer(results);
        if (answer.usable.isEmpty()) {
            return List.of(
                    "In no task did any start reach the threshold in half of its runs: the study says nothing about"
                            + " initial weights. Larger budgets would be needed.");
        }
        answer.howSmall();
        answer.whyRandom();
        answer.oneNumber();
        answer.leftOut();
        FamilyComparison.sentence(results).ifPresent(answer.sentences::add);
        return List.copyOf(answer.sentences);
    }

    private void howSmall() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        int tasks = 0;
        boolean openBelow = false;
        boolean openAbove = false;
        for (TaskResult result : usable) {
            BestSet best =
                    result.response(TaskAnswer.FAMILY).map(ScaleResponse::byErt).orElse(null);
            Double centre = best == null ? null : best.best();
            if (best != null && centre != null) {
                tasks++;
                low = Math.min(low, centre);
                high = Math.max(high, centre);
                openBelow |= best.openBelow();
                openAbove |= best.openAbove();
                least = Math.min(least, Objects.requireNonNullElse(best.low(), centre));
                most = Math.max(most, Objects.requireNonNullElse(best.high(), centre));
            }
        }
        if (tasks > 0) {
            sentences.add("How small: over " + Words.count(tasks, "task") + " the standard deviation of "
                    + TaskAnswer.FAMILY + " weights that reached the threshold with the fewest epochs "
                    + (low == high
                            ? "was " + Words.scale(low) + " everywhere"
                            : "lay between " + Words.power(low) + " and " + Words.power(high) + " (" + Words.number(low)
                                    + " and " + Words.number(high) + ")")
                    + "; with the uncertainty of each task, between " + Words.power(least)
                    + (openBelow ? " or less" : "") + " and " + Words.power(most) + (openAbove ? " or more." : "."));
        }
    }

    private void whyRandom() {
        List<TaskResult> hidden = withEqualStarts(result -> result.task().hiddenLayers() > 0);
        List<TaskResult> stuck = hidden.stream()
                .filter(result -> EqualStart.neverReached(equalStarts(result)))
                .toList();
        List<TaskResult> linear = withEqualStarts(result -> result.task().hiddenLayers() == 0);
        if (!hidden.isEmpty()) {
            List<String> others = hidden.stream()
                    .filter(result -> !stuck.contains(result))
                    .map(result -> result.task().name())
                    .toList();
            sentences.add("Why random: weights that all start equal never reached the threshold in " + stuck.size()
                    + " of " + Words.count(hidden.size(), "network") + " with a hidden layer, where random starts did"
                    + (others.isEmpty() ? "." : "; they did reach it in " + Words.list(others) + " (see there why)."));
        }
        List<String> harmless = linear.stream()
                .filter(result -> !EqualStart.neverReached(equalStarts(result)))
                .map(result -> result.task().name())
                .toList();
        if (!harmless.isEmpty()) {
            sentences.add("Zero is no problem without a hidden layer: " + Words.list(harmless)
                    + " reached the threshold from weights that all start equal.");
        }
    }

    private List<TaskResult> withEqualStarts(Predicate<TaskResult> kind) {
        return usable.stream()
                .filter(kind)
                .filter(result -> !equalStarts(result).isEmpty())
                .toList();
    }

    private static List<Cell> equalStarts(TaskResult result) {
        return result.cells().stream().filter(EqualStart::is).toList();
    }

    private void oneNumber() {
        if (usable.size() < 2) {
            sentences.add("Whether one number serves all networks cannot be asked of a single task.");
            return;
        }
        List<Double> scales =
                goodEverywhere(arm -> arm.initializer().equals(TaskAnswer.FAMILY) && arm.scaleKind() == ScaleKind.STD)
                        .stream()
                        .map(ArmDescription::scale)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        String tasks = "all " + Words.count(usable.size(), "task");
        sentences.add(
                scales.isEmpty()
                        ? "One number for all: no standard deviation of " + TaskAnswer.FAMILY
                                + " weights was shown to cost at most half as much again as the best start on " + tasks
                                + unrefuted() + "."
                        : "One number for all: "
                                + Words.list(scales.stream().map(Words::scale).toList()) + " of " + TaskAnswer.FAMILY
                                + " weights cost at most half as much again as the best start on " + tasks
                                + " of this study; that says little about tasks outside it.");
        List<String> schemes = goodEverywhere(arm -> arm.scaleKind() == ScaleKind.GAIN).stream()
                .map(StudyAnswer::label)
                .toList();
        sentences.add(
                schemes.isEmpty()
                        ? "No published scheme, at the gains that were tried, was shown to do so on " + tasks + "."
                        : "Of the published schemes these were good on " + tasks + ": " + Words.list(schemes) + ".");
    }

    /** The scales that nothing speaks against: good or unclear in every task. */
    private String unrefuted() {
        List<String> open = arms().stream()
                .filter(arm -> arm.initializer().equals(TaskAnswer.FAMILY))
                .filter(arm -> usable.stream().allMatch(result -> rated(result, arm, r -> r != Rating.BAD)))
                .map(ArmDescription::scale)
                .filter(Objects::nonNull)
                .sorted()
                .map(Words::power)
                .toList();
        return open.isEmpty()
                ? ", and each was shown to cost more on at least one"
                : ", but more runs would be needed to rule out " + Words.list(open);
    }

    private List<ArmDescription> goodEverywhere(Predicate<ArmDescription> kind) {
        return arms().stream()
                .filter(kind)
                .filter(arm -> usable.stream().allMatch(result -> rated(result, arm, r -> r == Rating.GOOD)))
                .toList();
    }

    private List<ArmDescription> arms() {
        return results.stream()
                .flatMap(result -> result.cells().stream().map(Cell::arm))
                .distinct()
                .toList();
    }

    private static boolean rated(TaskResult result, ArmDescription arm, Predicate<Rating> wanted) {
        return result.cells().stream()
                .anyMatch(cell -> cell.arm().equals(arm)
                        && wanted.test(result.summary(cell).rating()));
    }

    private static String label(ArmDescription arm) {
        Double gain = arm.scale();
        return arm.initializer() + (gain == null ? "" : " at gain " + Words.number(gain));
    }

    private void leftOut() {
        List<String> names = results.stream()
                .filter(result -> !usable.contains(result))
                .map(result -> result.task().name())
                .toList();
        if (!names.isEmpty()) {
            sentences.add("Left out of these comparisons, because no start reached the threshold in half of its runs: "
                    + Words.list(names) + ".");
        }
    }
}
