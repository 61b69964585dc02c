package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answer of the whole study in plain words. */
final class StudyAnswer {
    private StudyAnswer() {}

    /** Short paragraphs, the most important first. */
    static List<String> of(List<TaskResult> results) {
        List<TaskResult> usable = results.stream().filter(TaskResult::usable).toList();
        if (usable.isEmpty()) {
            return List.of(nothing(results));
        }
        HowSmall howSmall = HowSmall.of(usable);
        WhyRandom whyRandom = new WhyRandom(usable);
        List<String> answer = new ArrayList<>();
        howSmall.withHiddenLayer().ifPresent(answer::add);
        whyRandom.withHiddenLayer().ifPresent(answer::add);
        Stream.of(howSmall.withoutHiddenLayer(), whyRandom.withoutHiddenLayer())
                .flatMap(Optional::stream)
                .reduce((size, zero) -> size + " " + zero)
                .ifPresent(answer::add);
        answer.addAll(new OneNumber(usable).sentences());
        howSmall.normalized().ifPresent(answer::add);
        FamilyComparison.sentence(usable).ifPresent(answer::add);
        RateWords.ofStudy(usable).ifPresent(answer::add);
        leftOut(results, usable).ifPresent(answer::add);
        return List.copyOf(answer);
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
