package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the questions that people ask, from verdicts on claims and from what studies found. */
final class QuestionAnswers {
    private QuestionAnswers() {}

    /** The answers of one study. */
    static List<QuestionAnswer> ofStudy(Map<Question, Finding> findings, List<ClaimVerdict> verdicts) {
        Map<Question, List<Finding>> all = new EnumMap<>(Question.class);
        findings.forEach((question, finding) -> all.put(question, List.of(finding)));
        return of(all, verdicts);
    }

    /**
     * One answer a question, in the order of {@link Question}, and then one for each other question that a claim asks.
     *
     * @param findings what the studies found, by question; within one question the study made for it first
     * @param verdicts on all claims, those that nothing was measured of included
     */
    static List<QuestionAnswer> of(Map<Question, List<Finding>> findings, List<ClaimVerdict> verdicts) {
        List<QuestionAnswer> answers = new ArrayList<>();
        for (Question question : Question.values()) {
            List<ClaimVerdict> own = verdicts.stream()
                    .filter(claim -> QuestionRule.questionOf(claim.question()).orElse(null) == question)
                    .toList();
            answers.add(answer(question, findings.getOrDefault(question, List.of()), own));
        }
        answers.addAll(others(verdicts));
        return List.copyOf(answers);
    }

    private static QuestionAnswer answer(Question question, List<Finding> findings, List<ClaimVerdict> own) {
        List<ClaimVerdict> deciding = own.stream()
                .filter(claim -> QuestionRule.of(question).decidedBy(claim.id()))
                .toList();
        List<ClaimVerdict> ordered = Stream.concat(
                        deciding.stream(), own.stream().filter(claim -> !deciding.contains(claim)))
                .toList();
        Verdict verdict = verdict(QuestionRule.of(question).reading(), deciding);
        boolean measured = verdict != null || !findings.isEmpty();
        return new QuestionAnswer(
                question.id(),
                question.title(),
                verdict,
                verdict == null ? "" : QuestionWords.statement(question, deciding),
                deciding.stream().filter(ClaimVerdict::isMeasured).anyMatch(ClaimVerdict::preliminary),
                measured
                        ? QuestionWords.sentence(question, verdict, deciding, findings)
                        : QuestionWords.notMeasured(question, deciding),
                ids(ordered),
                findings,
                caveats(deciding),
                QuestionWords.missing(own));
    }

    /** The questions of claims that belong to none of the known ones, each decided by its first claim that was measured. */
    private static List<QuestionAnswer> others(List<ClaimVerdict> verdicts) {
        Map<String, List<ClaimVerdict>> questions = new LinkedHashMap<>();
        verdicts.stream()
                .filter(claim -> QuestionRule.questionOf(claim.question()).isEmpty())
                .forEach(claim -> questions
                        .computeIfAbsent(claim.question(), question -> new ArrayList<>())
                        .add(claim));
        List<QuestionAnswer> answers = new ArrayList<>();
        questions.forEach((question, own) -> answers.add(other(question, own, answers.size() + 1)));
        return answers;
    }

    private static QuestionAnswer other(String question, List<ClaimVerdict> own, int number) {
        Optional<ClaimVerdict> first =
                own.stream().filter(ClaimVerdict::isMeasured).findFirst();
        return new QuestionAnswer(
                "question-" + number,
                question,
                first.map(ClaimVerdict::verdict).orElse(null),
                first.map(ClaimVerdict::claim).orElse(""),
                first.map(ClaimVerdict::preliminary).orElse(false),
                first.map(claim -> claim.claim() + " " + QuestionWords.counts(claim))
                        .orElseGet(() -> String.join(" ", QuestionWords.missing(own))),
                ids(own),
                List.of(),
                first.map(ClaimVerdict::caveats).orElse(List.of()),
                QuestionWords.missing(own));
    }

    private static List<String> ids(List<ClaimVerdict> claims) {
        return claims.stream().map(ClaimVerdict::id).toList();
    }

    /** The verdict on a question; null where none of the claims that decide it was measured. */
    static @Nullable Verdict verdict(QuestionRule.Reading reading, List<ClaimVerdict> deciding) {
        List<Verdict> measured = deciding.stream()
                .filter(ClaimVerdict::isMeasured)
                .map(ClaimVerdict::verdict)
                .toList();
        if (measured.isEmpty()) {
            return null;
        }
        return switch (reading) {
            case LEADING -> measured.get(0);
            case ANY -> any(measured, deciding.size());
            case NONE_OF -> noneOf(measured, deciding.size());
        };
    }

    /** On "one of them holds": a claim that depends is contradicted somewhere. What was not measured may hold. */
    private static Verdict any(List<Verdict> measured, int all) {
        if (measured.contains(Verdict.SUPPORTED)) {
            return Verdict.SUPPORTED;
        }
        boolean open = measured.contains(Verdict.UNDECIDED);
        return open || measured.isEmpty() || all == 0 ? Verdict.UNDECIDED : Verdict.REFUTED;
    }

    /** On "none of them holds": refuted claims speak for it, supported ones against it, the others are open. */
    private static Verdict noneOf(List<Verdict> measured, int all) {
        if (measured.contains(Verdict.DEPENDS)) {
            return Verdict.DEPENDS;
        }
        List<TaskVerdict> says = new ArrayList<>(measured.stream()
                .map(verdict -> switch (verdict) {
                    case REFUTED -> TaskVerdict.FOR;
                    case SUPPORTED -> TaskVerdict.AGAINST;
                    case DEPENDS, UNDECIDED -> TaskVerdict.OPEN;
                })
                .toList());
        while (says.size() < all) {
            says.add(TaskVerdict.OPEN);
        }
        return Verdict.of(says);
    }

    private static List<String> caveats(List<ClaimVerdict> deciding) {
        return deciding.stream()
                .filter(ClaimVerdict::isMeasured)
                .flatMap(claim -> claim.caveats().stream())
                .distinct()
                .toList();
    }

    /** Puts the study that suits a question best first, of several the one with the most runs. */
    static List<Finding> ordered(Question question, List<Finding> findings, Map<String, Integer> runs) {
        return findings.stream()
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> QuestionRule.of(question).rank(finding.study()))
                        .thenComparing(finding -> -runs.getOrDefault(finding.bundle(), 0)))
                .toList();
    }
}
