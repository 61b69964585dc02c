package org.initbench.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/** Whether one start serves all tasks of a study, and what the one that comes nearest costs where it is worst. */
final class OneNumber {
    private static final String GOOD =
            "to take at most " + Words.number(CellSummaries.GOOD_LIMIT) + " times as many epochs as the fastest start";

    private final List<TaskResult> usable;

    OneNumber(List<TaskResult> usable) {
        this.usable = List.copyOf(usable);
    }

    /** A start and the task on which it costs most against the fastest; the ratio is infinite where it never succeeded. */
    private record Worst(ArmDescription arm, TaskResult task, Limits ratio) {}

    /** The sentences: for standard deviations and for published schemes. */
    List<String> sentences() {
        if (usable.size() < 2) {
            return List.of("Whether one number serves all networks cannot be asked of a single task.");
        }
        List<ArmDescription> scales = arms(
                arm -> arm.scaleKind() == ScaleKind.STD && arm.initializer().equals(TaskAnswer.FAMILY));
        List<ArmDescription> schemes =
                arms(arm -> arm.scaleKind() == ScaleKind.GAIN && Objects.equals(arm.scale(), 1.0));
        return List.of(scaleSentence(scales), schemeSentence(schemes)).stream()
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private String scaleSentence(List<ArmDescription> scales) {
        if (scales.isEmpty()) {
            return "";
        }
        List<String> good = everywhere(scales, r -> r == Rating.GOOD);
        if (!good.isEmpty()) {
            return "One number for all: " + TaskAnswer.FAMILY + " weights of standard deviation " + Words.list(good)
                    + " were shown to be good on all " + usable.size() + " tasks (" + GOOD
                    + "); that says little about tasks outside this study.";
        }
        List<String> open = everywhere(scales, r -> r != Rating.BAD);
        return "One number for all: no standard deviation of " + TaskAnswer.FAMILY
                + " weights was shown to be good on all "
                + usable.size() + " tasks (" + GOOD + ")"
                + (open.isEmpty() ? "" : ", though " + Words.list(open) + " cannot be ruled out") + "; "
                + nearest(scales) + ".";
    }

    private String schemeSentence(List<ArmDescription> schemes) {
        if (schemes.isEmpty()) {
            return "";
        }
        List<String> good = everywhere(schemes, r -> r == Rating.GOOD);
        return good.isEmpty()
                ? "Published schemes: none was shown to be good on all of them, as published (gain 1); "
                        + nearest(schemes) + "."
                : "Published schemes: as published (gain 1) " + Words.list(good) + (good.size() == 1 ? " was" : " were")
                        + " shown to be good on all of them.";
    }

    private String nearest(List<ArmDescription> arms) {
        Optional<Worst> least = arms.stream()
                .map(this::worst)
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(w -> w.ratio().value()));
        if (least.isEmpty() || !Double.isFinite(least.get().ratio().value())) {
            return "each fails altogether on at least one of them";
        }
        Worst worst = least.get();
        return name(worst.arm()) + " comes nearest: on its worst task, "
                + worst.task().task().name() + ", it takes " + Words.times(worst.ratio(), "the fastest start");
    }

    private static String name(ArmDescription arm) {
        Double scale = arm.scale();
        return arm.scaleKind() == ScaleKind.STD && scale != null ? Words.scale(scale) : arm.initializer();
    }

    /** None if the start was not run on every task. */
    private Optional<Worst> worst(ArmDescription arm) {
        List<Worst> all = usable.stream()
                .flatMap(result -> result.cells().stream()
                        .filter(cell -> cell.arm().equals(arm))
                        .map(cell -> new Worst(
                                arm, result, ratio(result.summary(cell).ertRatio()))))
                .toList();
        return all.size() < usable.size()
                ? Optional.empty()
                : all.stream().max(Comparator.comparingDouble(w -> w.ratio().value()));
    }

    private static Limits ratio(Estimate estimate) {
        double value = known(estimate.value(), Double.POSITIVE_INFINITY);
        return new Limits(value, known(estimate.low(), value), known(estimate.high(), value));
    }

    private static double known(@Nullable Double value, double otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }

    private List<String> everywhere(List<ArmDescription> arms, Predicate<Rating> wanted) {
        return arms.stream()
                .filter(arm -> usable.stream().allMatch(result -> rated(result, arm, wanted)))
                .map(OneNumber::name)
                .toList();
    }

    private static boolean rated(TaskResult result, ArmDescription arm, Predicate<Rating> wanted) {
        return result.cells().stream()
                .anyMatch(cell -> cell.arm().equals(arm)
                        && wanted.test(result.summary(cell).rating()));
    }

    private List<ArmDescription> arms(Predicate<ArmDescription> kind) {
        return usable.stream()
                .flatMap(result -> result.cells().stream())
                .map(Cell::arm)
                .filter(kind)
                .distinct()
                .sorted(Comparator.comparingDouble(arm -> known(arm.scale(), 0)))
                .toList();
    }
}
