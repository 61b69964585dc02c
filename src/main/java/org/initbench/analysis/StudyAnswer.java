package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer of the whole study in plain words. */
final class StudyAnswer {
    private StudyAnswer() {}

    /** Short paragraphs, the most important first. */
    static List<String> of(List<TaskResult> results) {
        List<TaskResult> usable = results.stream().filter(TaskResult::usable).toList();
        if (usable.isEmpty()) {
            return List.of(
                    "In no task did any start reach the threshold in half of its runs: the study says nothing about"
                            + " initial weights. Larger budgets would be needed.");
        }
        HowSmall howSmall = HowSmall.of(usable);
        WhyRandom whyRandom = new WhyRandom(usable);
        List<String> answer = new ArrayList<>();
        howSmall.sentence().ifPresent(answer::add);
        whyRandom.withHiddenLayer().ifPresent(answer::add);
        whyRandom.withoutHiddenLayer().ifPresent(answer::add);
        answer.addAll(new OneNumber(usable).sentences());
        howSmall.normalized().ifPresent(answer::add);
        FamilyComparison.sentence(usable).ifPresent(answer::add);
        leftOut(results, usable).ifPresent(answer::add);
        return List.copyOf(answer);
    }

    private static Optional<String> leftOut(List<TaskResult> results, List<TaskResult> usable) {
        List<String> names = results.stream()
                .filter(result -> !usable.contains(result))
                .map(result -> result.task().name())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Left out of this answer, because no start reached the threshold in half of its runs: "
                        + Words.list(names) + ".");
    }
}
