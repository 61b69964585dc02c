package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.Finding;
import org.initbench.analysis.Question;
import org.initbench.analysis.QuestionAnswer;
import org.initbench.analysis.Verdict;

/** Answers in which everything occurs once: judged, exploratory, not measured; known questions and one that is not. */
final class FixtureQuestions {
    private FixtureQuestions() {}

    /** Answers that speak of a network of that name. */
    static List<QuestionAnswer> of(String bundle, String task) {
        List<QuestionAnswer> answers = new ArrayList<>();
        for (Question question : Question.values()) {
            answers.add(
                    switch (question) {
                        case WHY_RANDOM -> judged(question, bundle, task);
                        case MAGIC_NUMBER -> found(question, bundle, "One number for " + task + ".");
                        case KINDS -> found(question, bundle, "Kinds of " + task + " agree.");
                        case UNIFORM_OR_NORMAL, STILL_MATTERS, HOW_SMALL -> missing(question);
                        default -> found(question, bundle, "Little.");
                    });
        }
        answers.add(other(task));
        return answers;
    }

    private static QuestionAnswer judged(Question question, String bundle, String task) {
        return new QuestionAnswer(
                question.id(),
                question.title(),
                Verdict.SUPPORTED,
                "supported (for it on 2 of 3 tasks)",
                "Random weights learn on " + task + ".",
                true,
                "Because of " + task + ": at 10^-2.",
                List.of(),
                List.of(new Finding(
                        bundle,
                        task,
                        task + " ended at 10^-3.",
                        List.of("Numbers of " + task + "."),
                        List.of("One: " + task))),
                List.of("a caveat of " + task),
                List.of("Not measured here: more of " + task + "."));
    }

    private static QuestionAnswer found(Question question, String bundle, String brief) {
        return new QuestionAnswer(
                question.id(),
                question.title(),
                null,
                "",
                "",
                false,
                brief,
                List.of(),
                List.of(new Finding(bundle, "a study", brief, List.of(), List.of("One: " + brief))),
                List.of(),
                List.of());
    }

    private static QuestionAnswer missing(Question question) {
        return new QuestionAnswer(
                question.id(),
                question.title(),
                null,
                "",
                "",
                false,
                "Not measured here; the study standard measures it.",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static QuestionAnswer other(String task) {
        return new QuestionAnswer(
                "question-1",
                "Why " + task + "?",
                Verdict.SUPPORTED,
                "supported (for it on 2 of 3 tasks)",
                "Because of " + task + ".",
                true,
                "So it is on " + task + ".",
                List.of("one", "two", "three", "four"),
                List.of(),
                List.of("not measured on " + task),
                List.of(
                        "Not measured here; the study symmetry measures it: Because of " + task + ".",
                        "Not measured here: Because of " + task + "."));
    }
}
