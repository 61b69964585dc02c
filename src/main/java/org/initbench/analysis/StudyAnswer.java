package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answer of the whole study in plain words. */
final class StudyAnswer {
    private final List<TaskResult> results;
    private final List<TaskResult> usable;
    private final HowSmall howSmall;
    private final WhyRandom whyRandom;

    /**
     * What a study can say of its tasks.
     *
     * @param results its tasks
     */
    StudyAnswer(List<TaskResult> results) {
        this.results = List.copyOf(results);
        this.usable = results.stream().filter(TaskResult::usable).toList();
        this.howSmall = HowSmall.of(usable);
        this.whyRandom = new WhyRandom(usable);
    }

    /** Short paragraphs, the most important first. */
    List<String> sentences() {
        if (usable.isEmpty()) {
            return List.of(nothing(results));
        }
        List<String> answer = new ArrayList<>();
        howSmall.withHiddenLayer().ifPresent(answer::add);
        answer.addAll(whyRandom());
        linear().ifPresent(answer::add);
        answer.addAll(oneNumber());
        answer.addAll(normalized());
        answer.addAll(uniformOrNormal());
        answer.addAll(rates());
        answer.addAll(leftOut());
        return List.copyOf(answer);
    }

    /** Where the best scales lie, in a sentence; none where no normal weights have a best scale. */
    Optional<String> howSmall() {
        return howSmall.brief();
    }

    /** Their uncertainty, by kind of network, and for which networks their range is too wide. */
    List<String> howSmallNumbers() {
        return howSmall.numbers();
    }

    /** What became of equal weights in networks with a hidden layer. */
    List<String> whyRandom() {
        return list(whyRandom.withHiddenLayer());
    }

    /** The best scales, and equal weights, in networks without a hidden layer. */
    Optional<String> linear() {
        return Stream.of(howSmall.withoutHiddenLayer(), whyRandom.withoutHiddenLayer())
                .flatMap(Optional::stream)
                .reduce((size, zero) -> size + " " + zero);
    }

    /** Whether one standard deviation, or one published scheme, is good on all tasks. */
    List<String> oneNumber() {
        return usable.isEmpty() ? List.of() : new OneNumber(usable).sentences();
    }

    /** Whether std·√fan-in brings networks together. */
    List<String> normalized() {
        return list(howSmall.normalized());
    }

    /** Uniform against normal weights. */
    List<String> uniformOrNormal() {
        return list(FamilyComparison.sentence(usable));
    }

    /** What other learning rates change. */
    List<String> rates() {
        return list(RateWords.ofStudy(usable));
    }

    /** Which tasks are left out, and why. */
    List<String> leftOut() {
        return usable.isEmpty() ? List.of(nothing(results)) : list(leftOut(results, usable));
    }

    private static List<String> list(Optional<String> sentence) {
        return sentence.stream().toList();
    }

    private static String nothing(List<TaskResult> results) {
        if (results.stream().anyMatch(TaskResult::learns)) {
            return "No start can be called best: for that it must reach the threshold in " + Cell.ENOUGH
                    + " runs. The cells of"
                    + " this study have at most "
                    + Words.count(
                            results.stream()
                                    .mapToInt(TaskResult::replicates)
                                    .max()
                                    .orElse(0),
                            "run")
                    + ": more replicates are needed.";
        }
        return "In no task did any start reach the threshold in half of its runs: the study says nothing about"
                + " initial weights. Larger budgets would be needed.";
    }

    private static Optional<String> leftOut(List<TaskResult> results, List<TaskResult> usable) {
        List<String> silent =
                names(results.stream().filter(result -> !result.learns()).toList());
        List<String> few = names(results.stream()
                .filter(result -> result.learns() && !usable.contains(result))
                .toList());
        List<String> reasons = new ArrayList<>();
        if (!silent.isEmpty()) {
            reasons.add("because no start reached the threshold in half of its runs: " + Words.list(silent));
        }
        if (!few.isEmpty()) {
            reasons.add("because none reached it in " + Cell.ENOUGH + " runs: " + Words.list(few));
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of("Left out of this answer, " + String.join("; ", reasons) + ".");
    }

    private static List<String> names(List<TaskResult> results) {
        return results.stream().map(result -> result.task().name()).toList();
    }
}
