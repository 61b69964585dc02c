package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers to the questions that people ask, for everyone. */
final class QuestionWords {
    private QuestionWords() {}

    /** What the verdict on a question is on. */
    static String statement(Question question, List<ClaimVerdict> deciding) {
        return switch (QuestionRule.of(question).reading()) {
            case LEADING ->
                deciding.stream()
                        .filter(ClaimVerdict::isMeasured)
                        .findFirst()
                        .map(ClaimVerdict::claim)
                        .orElse("");
            case ANY ->
                "One of the numbers that people use, of those that were measured, is as good as the best start of every task.";
            case NONE_OF -> "The scale of the weights matters in each of these cases, too.";
        };
    }

    /** The answer: what the verdict means and what it counts; where nothing was judged, what the first study found. */
    static String sentence(
            Question question, @Nullable Verdict verdict, List<ClaimVerdict> deciding, List<Finding> findings) {
        String found = findings.isEmpty() ? "" : findings.get(0).brief();
        if (verdict == null || (question == Question.HOW_SMALL && !found.isEmpty())) {
            return found;
        }
        String said = QuestionReplies.of(question).to(verdict) + " " + counted(question, deciding);
        boolean asksForMore = question == Question.MAGIC_NUMBER || question == Question.KINDS;
        return asksForMore && !found.isEmpty() ? said + " " + found : said;
    }

    private static String counted(Question question, List<ClaimVerdict> deciding) {
        List<ClaimVerdict> measured =
                deciding.stream().filter(ClaimVerdict::isMeasured).toList();
        if (QuestionRule.of(question).reading() == QuestionRule.Reading.LEADING) {
            return counts(measured.get(0));
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            List<String> own = measured.stream()
                    .filter(claim -> claim.verdict() == verdict)
                    .map(claim -> claim.id())
                    .toList();
            if (!own.isEmpty()) {
                parts.add(ClaimWords.word(verdict) + " " + own.size() + " (" + Words.list(own) + ")");
            }
        }
        int missing = deciding.size() - measured.size();
        if (missing > 0) {
            parts.add("not measured " + missing);
        }
        return "Of " + Words.count(deciding.size(), "claim") + ": " + String.join("; ", parts) + ".";
    }

    /** How many comparisons of a claim say what: {@code So in 12 of 15 comparisons, open in 3.} */
    static String counts(ClaimVerdict claim) {
        List<TaskEffect> places =
                claim.comparisons().stream().filter(c -> c.task() != null).toList();
        List<String> parts = new ArrayList<>();
        part(parts, "so in ", places, c -> c.verdict() == TaskVerdict.FOR);
        part(parts, "the reverse in ", places, c -> c.verdict() == TaskVerdict.AGAINST);
        part(parts, "no difference that matters in ", places, c -> c.verdict() == TaskVerdict.EQUIVALENT);
        part(parts, "open in ", places, c -> c.verdict() == TaskVerdict.OPEN);
        if (!claim.missing().isEmpty()) {
            parts.add("not measured in " + claim.missing().size());
        }
        return "Of " + Words.count(claim.tasks(), "comparison") + ": " + String.join(", ", parts) + ".";
    }

    private static void part(List<String> parts, String text, List<TaskEffect> all, Predicate<TaskEffect> which) {
        long count = all.stream().filter(which).count();
        if (count > 0) {
            parts.add(text + count);
        }
    }

    /** Said where nothing of a question was measured; names the studies that measure what decides it. */
    static String notMeasured(Question question, List<ClaimVerdict> claims) {
        List<String> studies = claims.stream()
                .flatMap(claim -> Optional.ofNullable(claim.study()).stream())
                .distinct()
                .toList();
        List<String> named =
                studies.isEmpty() ? List.of(QuestionRule.of(question).studies().get(0)) : studies;
        return "Not measured here; the " + (named.size() == 1 ? "study " : "studies ") + Words.list(named)
                + (named.size() == 1 ? " measures" : " measure") + " it.";
    }

    /** What is missing of some claims, one sentence a study that measures it; empty if all were measured. */
    static List<String> missing(List<ClaimVerdict> claims) {
        List<ClaimVerdict> missing =
                claims.stream().filter(claim -> !claim.isMeasured()).toList();
        return missing.stream()
                .map(QuestionWords::study)
                .distinct()
                .map(study -> missing(
                        study,
                        missing.stream()
                                .filter(claim -> study(claim).equals(study))
                                .map(ClaimVerdict::claim)
                                .toList()))
                .toList();
    }

    private static String study(ClaimVerdict claim) {
        String study = claim.study();
        return study == null ? "" : study;
    }

    private static String missing(String study, List<String> claims) {
        return "Not measured here" + (study.isEmpty() ? ": " : "; the study " + study + " measures it: ")
                + String.join(" ", claims);
    }
}
