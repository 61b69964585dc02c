package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.analysis.QuestionRule.Reading;
import org.jspecify.annotations.Nullable;

/** Answers to the questions that people ask, for everyone. */
final class QuestionWords {
    /** More claims than these are counted and not named. */
    private static final int NAMED = 4;

    private final Question question;
    private final Reading reading;
    private final List<ClaimVerdict> deciding;
    private final List<ClaimVerdict> measured;

    /**
     * What is to be put into words.
     *
     * @param deciding the claims that decide the question, the leading one first
     */
    QuestionWords(Question question, List<ClaimVerdict> deciding) {
        this.question = question;
        this.reading = QuestionRule.of(question).reading();
        this.deciding = List.copyOf(deciding);
        this.measured = QuestionVerdicts.measured(deciding);
    }

    /** What the verdict on the question is on; empty where there is none. */
    String statement() {
        if (measured.isEmpty()) {
            return "";
        }
        return switch (reading) {
            case LEADING -> measured.get(0).claim();
            case ANY ->
                "One of the numbers that people use, of those that were measured, is as good as the best start of every task.";
            case NONE_OF -> "The scale of the weights matters in most of these cases, too.";
        };
    }

    /** The verdict and what it counts; empty where there is none. */
    String standing() {
        Verdict verdict = QuestionVerdicts.of(reading, deciding);
        if (verdict == null) {
            return "";
        }
        return reading == Reading.LEADING
                ? measured.get(0).standing()
                : Standing.word(verdict) + " (of " + Words.count(deciding.size(), "claim") + " "
                        + String.join("; ", counts()) + ")";
    }

    private List<String> counts() {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            List<String> own = measured.stream()
                    .filter(claim -> claim.verdict() == verdict)
                    .map(ClaimVerdict::id)
                    .toList();
            if (!own.isEmpty()) {
                parts.add(own.size() + " " + said(verdict) + (own.size() > NAMED ? "" : ": " + Words.list(own)));
            }
        }
        int missing = deciding.size() - measured.size();
        if (missing > 0) {
            parts.add(missing + " not measured");
        }
        return parts;
    }

    private static String said(Verdict verdict) {
        return verdict == Verdict.DEPENDS ? "true of some tasks only" : Standing.word(verdict);
    }

    /**
     * The answer: what the verdict means, or would mean if what was measured were all; what the first study found where nothing was
     * judged or the answer is a number.
     */
    String sentence(List<Finding> findings) {
        String found = findings.isEmpty() ? "" : findings.get(0).brief();
        Verdict verdict = QuestionVerdicts.of(reading, deciding);
        if (verdict == null && findings.isEmpty()) {
            return notMeasured();
        }
        if (verdict == null || (question == Question.HOW_SMALL && !found.isEmpty())) {
            return found;
        }
        String said = reply(verdict);
        boolean asksForMore = question == Question.MAGIC_NUMBER || question == Question.KINDS;
        return asksForMore && !found.isEmpty() ? said + " " + found : said;
    }

    private String reply(Verdict verdict) {
        QuestionReplies replies = QuestionReplies.of(question);
        @Nullable
        Verdict open = verdict == Verdict.UNDECIDED ? QuestionVerdicts.whereMeasured(reading, deciding) : null;
        if (open == null || open == Verdict.UNDECIDED) {
            return replies.to(verdict);
        }
        return replies.to(open)
                + (reading == Reading.LEADING
                        ? " That was measured on " + measured.get(0).measured() + " of "
                                + measured.get(0).tasks() + " tasks only."
                        : " That rests on " + measured.size() + " of " + Words.count(deciding.size(), "claim")
                                + ", or on some of their tasks.");
    }

    /** Said where nothing was measured; names the studies that measure what decides the question. */
    private String notMeasured() {
        List<String> studies = deciding.stream()
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
