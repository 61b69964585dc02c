package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers the questions that people ask, from verdicts on claims and from what studies found. */
final class QuestionAnswers {
    private QuestionAnswers() {}

    /** The answers of one study, with a caveat where another criterion of success would change the verdict on a deciding claim. */
    static List<QuestionAnswer> ofStudy(Map<Question, Finding> findings, Conclusions conclusions) {
        Sensitivity sensitivity = conclusions.sensitivity();
        List<QuestionAnswer> answers = ofStudy(findings, conclusions.verdicts());
        return sensitivity == null
                ? answers
                : answers.stream().map(answer -> flips(answer, sensitivity)).toList();
    }

    private static QuestionAnswer flips(QuestionAnswer answer, Sensitivity sensitivity) {
        Optional<QuestionRule> rule = Question.of(answer.id()).map(QuestionRule::of);
        if (rule.isEmpty() || rule.get().deciding().isEmpty()) {
            return answer;
        }
        List<String> caveats = new ArrayList<>(answer.caveats());
        for (Sensitivity.Varied varied : sensitivity.variations()) {
            varied.verdictFlips().stream()
                    .filter(flip -> rule.get().decidedBy(flip.id()))
                    .forEach(flip -> caveats.add("at " + varied.name() + " the verdict on " + flip.id() + " would be: "
                            + Standing.word(flip.other())));
        }
        return answer.with(caveats);
    }

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
        QuestionRule rule = QuestionRule.of(question);
        List<ClaimVerdict> deciding = own.stream()
                .filter(claim -> rule.decidedBy(claim.id()))
                .sorted(Comparator.comparingInt(claim -> rule.deciding().indexOf(claim.id())))
                .toList();
        Stream<ClaimVerdict> rest = own.stream().filter(claim -> !deciding.contains(claim));
        QuestionWords words = new QuestionWords(question, deciding);
        return new QuestionAnswer(
                question.id(),
                question.title(),
                QuestionVerdicts.of(rule.reading(), deciding),
                words.standing(),
                words.statement(),
                QuestionVerdicts.measured(deciding).stream().anyMatch(ClaimVerdict::preliminary),
                words.sentence(findings),
                ids(Stream.concat(deciding.stream(), rest).toList()),
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
        List<String> missing = QuestionWords.missing(own);
        return new QuestionAnswer(
                "question-" + number,
                question,
                first.map(ClaimVerdict::verdict).orElse(null),
                first.map(ClaimVerdict::standing).orElse(""),
                first.map(ClaimVerdict::claim).orElse(""),
                first.map(ClaimVerdict::preliminary).orElse(false),
                first.map(ClaimVerdict::sentence).orElse(String.join(" ", missing)),
                ids(own),
                List.of(),
                first.map(ClaimVerdict::caveats).orElse(List.of()),
                missing);
    }

    private static List<String> ids(List<ClaimVerdict> claims) {
        return claims.stream().map(ClaimVerdict::id).toList();
    }

    private static List<String> caveats(List<ClaimVerdict> deciding) {
        return QuestionVerdicts.measured(deciding).stream()
                .flatMap(claim -> claim.caveats().stream())
                .distinct()
                .toList();
    }

    /** Puts the study that suits a question best first, of several the one with the most runs. */
    static List<Finding> ordered(Question question, List<Finding> findings, Map<String, Integer> runs) {
        QuestionRule rule = QuestionRule.of(question);
        return findings.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> rule.rank(finding.study()))
                        .thenComparing(finding -> -runs.getOrDefault(finding.bundle(), 0)))
                .toList();
    }
}
