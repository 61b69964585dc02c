package org.initbench.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one study found on each question. */
final class QuestionFindings {
    private final String bundle;
    private final String study;
    private final StudyAnswer words;
    private final Laboratory laboratory;
    private final Conclusions conclusions;
    private final List<TaskAnalysis> tasks;

    /**
     * A study's results.
     *
     * @param bundle name of the bundle's folder
     * @param study name of the study
     * @param tasks those that are no mere controls
     */
    QuestionFindings(
            String bundle,
            String study,
            StudyAnswer words,
            Laboratory laboratory,
            Conclusions conclusions,
            List<TaskAnalysis> tasks) {
        this.bundle = bundle;
        this.study = study;
        this.words = words;
        this.laboratory = laboratory;
        this.conclusions = conclusions;
        this.tasks = List.copyOf(tasks);
    }

    /** The findings; a question on which the study found nothing is absent. */
    Map<Question, Finding> all() {
        Map<Question, Finding> findings = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            finding(question).ifPresent(finding -> findings.put(question, finding));
        }
        return findings;
    }

    private Optional<Finding> finding(Question question) {
        return switch (question) {
            case WHY_RANDOM -> laboratory(EqualStartWords.answer(laboratory.equalStarts()), words.whyRandom());
            case NEAR_THE_SOLUTION ->
                laboratory(TravelWords.answer(laboratory.nearness(), laboratory.travels()), List.of());
            case ZERO -> zero();
            case MERELY_DIFFERENT -> merelyDifferent();
            case GAP -> laboratory(GrowthWords.answer(laboratory.growths()), List.of());
            case HOW_SMALL -> howSmall();
            case KINDS -> kinds();
            case MAGIC_NUMBER -> magicNumber();
            case UNIFORM_OR_NORMAL -> plain(words.uniformOrNormal(), List.of());
            case STILL_MATTERS -> plain(words.rates(), rates());
        };
    }

    private Optional<Finding> laboratory(LaboratoryAnswer answer, List<String> more) {
        return answer.measured()
                ? Optional.of(finding(answer.brief(), List.of(), concat(more, answer.details())))
                : plain(more, List.of());
    }

    private Optional<Finding> zero() {
        Optional<Finding> found = laboratory(ZeroWords.answer(laboratory.zeroStarts()), List.of());
        Optional<String> linear = words.linear();
        return found.isPresent()
                ? found.map(finding -> finding(finding.brief(), linear.stream().toList(), finding.details()))
                : plain(linear.stream().toList(), List.of());
    }

    /** Doses around zero tell how small, those around another value how little difference is enough. */
    private Optional<Finding> merelyDifferent() {
        LaboratoryAnswer contrasts = ContrastWords.answer(laboratory.contrasts());
        List<DoseResponse> around =
                laboratory.doses().stream().filter(dose -> dose.centre() != 0).toList();
        LaboratoryAnswer doses = DoseWords.answer(around);
        List<LaboratoryAnswer> measured =
                Stream.of(contrasts, doses).filter(LaboratoryAnswer::measured).toList();
        return measured.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        measured.get(0).brief(),
                        measured.stream().skip(1).map(LaboratoryAnswer::brief).toList(),
                        measured.stream()
                                .flatMap(answer -> answer.details().stream())
                                .toList()));
    }

    private Optional<Finding> howSmall() {
        List<String> price =
                DoseWords.priceAroundZero(laboratory.doses()).stream().toList();
        List<String> numbers = concat(words.howSmallNumbers(), concat(price, words.leftOut()));
        List<String> details = DoseWords.aroundZero(laboratory.doses());
        Optional<String> brief = words.howSmall();
        return brief.isPresent()
                ? brief.map(sentence -> finding(sentence, numbers, details))
                : plain(concat(words.linear().stream().toList(), numbers), details);
    }

    private Optional<Finding> kinds() {
        KindsAnalysis kinds = conclusions.kinds();
        return plain(concat(kinds == null ? List.of() : kinds.answer(), words.normalized()), List.of());
    }

    private Optional<Finding> magicNumber() {
        RegretAnalysis regret = conclusions.regret();
        if (regret == null) {
            return tasks.size() < 2 ? Optional.empty() : plain(words.oneNumber(), List.of());
        }
        String least = RegretWords.least(regret);
        List<String> numbers =
                regret.answer().stream().filter(s -> !s.equals(least)).toList();
        return Optional.of(finding(least, numbers, List.of()));
    }

    private List<String> rates() {
        List<String> told = new ArrayList<>();
        for (TaskAnalysis task : tasks) {
            @Nullable RateAnalysis rates = task.rates();
            RateWords.sentences(rates).forEach(sentence -> told.add(task.task().name() + ": " + sentence));
        }
        return told;
    }

    /** The first sentence is the most important; none where there is none. */
    private Optional<Finding> plain(List<String> sentences, List<String> details) {
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(sentences.get(0), sentences.subList(1, sentences.size()), details));
    }

    private Finding finding(String brief, List<String> numbers, List<String> details) {
        return new Finding(bundle, study, brief, numbers, details);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
