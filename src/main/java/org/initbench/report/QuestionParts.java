package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.Finding;
import org.initbench.analysis.Question;
import org.initbench.analysis.QuestionAnswer;
import org.initbench.analysis.TaskEffect;
import org.initbench.report.QuestionsSection.Link;
import org.initbench.report.QuestionsSection.Other;
import org.initbench.report.QuestionsSection.Part;

/** Gathers what belongs to a question: numbers, pictures, tables, and the studies that they come from. */
final class QuestionParts {
    private final Map<String, StudyView> studies = new LinkedHashMap<>();
    private final Map<String, ClaimVerdict> claims;

    /**
     * What the parts are made of.
     *
     * @param studies the studies, by the names that findings and comparisons give
     * @param verdicts on all claims
     */
    QuestionParts(List<StudyView> studies, List<ClaimVerdict> verdicts) {
        studies.forEach(study -> this.studies.put(study.name(), study));
        this.claims = verdicts.stream()
                .collect(Collectors.toMap(
                        ClaimVerdict::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    Part of(QuestionAnswer answer) {
        List<ClaimVerdict> measured = answer.claims().stream()
                .flatMap(id -> Stream.ofNullable(claims.get(id)))
                .filter(ClaimVerdict::isMeasured)
                .toList();
        Optional<Finding> first = answer.findings().stream().findFirst();
        Optional<Question> question = Question.of(answer.id());
        Optional<StudyView> study = first.flatMap(finding -> Optional.ofNullable(studies.get(finding.bundle())));
        List<Table> judged = measured.isEmpty()
                ? List.of()
                : List.of(QuestionTables.verdicts(measured), QuestionTables.comparisons(measured));
        return new Part(
                answer,
                numbers(answer, first, measured),
                concat(
                        question.isPresent() && study.isPresent()
                                ? figures(question.get(), study.get(), answer.sentence())
                                : List.of(),
                        forests(answer, measured)),
                concat(judged.stream().limit(1).toList(), tables(question, study, QuestionPictures::briefTables)),
                concat(judged, tables(question, study, QuestionPictures::tables)),
                sources(answer, first, measured),
                others(answer));
    }

    private interface Tables {
        List<Table> of(Question question, Analysis analysis);
    }

    private static List<Table> tables(Optional<Question> question, Optional<StudyView> study, Tables which) {
        return question.isPresent() && study.isPresent()
                ? which.of(question.get(), study.get().analysis())
                : List.of();
    }

    private static List<Figure> figures(Question question, StudyView study, String brief) {
        return QuestionPictures.figures(question, study.analysis(), brief).stream()
                .map(figure -> figure.under(study.prefix()))
                .toList();
    }

    /** What the study made for it found, unless the answer says so, and then the verdicts on the claims. */
    private static List<String> numbers(QuestionAnswer answer, Optional<Finding> first, List<ClaimVerdict> measured) {
        List<String> numbers = new ArrayList<>();
        first.map(Finding::brief)
                .filter(brief -> !answer.sentence().contains(brief))
                .ifPresent(numbers::add);
        first.map(Finding::numbers).ifPresent(numbers::addAll);
        measured.stream()
                .map(ClaimVerdict::sentence)
                .filter(sentence -> !sentence.equals(answer.sentence()))
                .forEach(numbers::add);
        return numbers;
    }

    /** The studies that the verdicts and the first finding come from. */
    private List<Link> sources(QuestionAnswer answer, Optional<Finding> first, List<ClaimVerdict> measured) {
        if (studies.size() < 2) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        first.map(Finding::bundle).ifPresent(names::add);
        measured.stream()
                .flatMap(claim -> claim.comparisons().stream())
                .map(TaskEffect::bundle)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names.stream()
                .flatMap(name -> Stream.ofNullable(studies.get(name)))
                .map(study -> study.link(answer.id()))
                .toList();
    }

    private List<Other> others(QuestionAnswer answer) {
        List<Other> others = new ArrayList<>();
        for (Finding finding : answer.findings().stream().skip(1).toList()) {
            StudyView study = studies.get(finding.bundle());
            if (study != null) {
                others.add(new Other(study.link(answer.id()), finding.brief()));
            }
        }
        return others;
    }

    private static List<Figure> forests(QuestionAnswer answer, List<ClaimVerdict> measured) {
        return ClaimFigures.of(answer.id(), measured).entrySet().stream()
                .map(figure -> ClaimFigures.described(figure.getKey(), figure.getValue()))
                .toList();
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
