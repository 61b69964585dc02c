package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.Conclusions;
import org.initbench.analysis.KindsAnalysis;
import org.initbench.analysis.RegretAnalysis;
import org.initbench.analysis.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * The section of the questions that people ask.
 *
 * @param lede how the verdicts are to be taken
 * @param parts one a question, and then one each on regrets, kinds of networks, and what depends on the criterion
 */
public record QuestionsSection(String lede, List<Part> parts) {

    public QuestionsSection {
        parts = List.copyOf(parts);
    }

    /**
     * A question.
     *
     * @param title the question
     * @param sentences the answer
     * @param tables tables that are short enough for {@code answers.md}
     * @param longTables tables for the report only
     */
    public record Part(String title, List<String> sentences, List<Table> tables, List<Table> longTables) {
        public Part {
            sentences = List.copyOf(sentences);
            tables = tables.stream().filter(table -> !table.rows().isEmpty()).toList();
            longTables =
                    longTables.stream().filter(table -> !table.rows().isEmpty()).toList();
        }

        /** All of its tables. */
        public List<Table> allTables() {
            return Stream.concat(tables.stream(), longTables.stream()).toList();
        }
    }

    /** The section; null where the study says nothing about any question. */
    static @Nullable QuestionsSection of(Analysis analysis) {
        Conclusions conclusions = analysis.conclusions();
        if (conclusions == null || conclusions.isEmpty()) {
            return null;
        }
        List<Part> parts = new ArrayList<>(questions(conclusions.measured()));
        RegretAnalysis regret = conclusions.regret();
        if (regret != null) {
            parts.add(new Part(
                    "One number for all: what does each rule cost where it is worst?",
                    regret.answer(),
                    List.of(RegretTables.rules(regret)),
                    List.of(RegretTables.tasks(regret), RegretTables.withoutOne(regret))));
        }
        KindsAnalysis kinds = conclusions.kinds();
        if (kinds != null) {
            parts.add(new Part(
                    "Is the best scale the same for all kinds of networks?",
                    kinds.answer(),
                    List.of(KindTables.agreements(kinds)),
                    List.of(KindTables.best(kinds))));
        }
        Sensitivity sensitivity = conclusions.sensitivity();
        if (sensitivity != null) {
            parts.add(new Part(
                    "What depends on the threshold level and the budget?",
                    sensitivity.answer(),
                    List.of(),
                    List.of(KindTables.flips(sensitivity))));
        }
        List<String> missing = QuestionTables.missing(conclusions.verdicts());
        parts.add(new Part(
                "All verdicts",
                missing,
                List.of(QuestionTables.verdicts(conclusions.measured())),
                List.of(QuestionTables.comparisons(conclusions.measured()))));
        return new QuestionsSection(lede(conclusions), parts);
    }

    private static List<Part> questions(List<ClaimVerdict> measured) {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        for (ClaimVerdict claim : measured) {
            questions
                    .computeIfAbsent(claim.question(), question -> new ArrayList<>())
                    .add(claim.sentence());
        }
        return questions.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue(), List.of(), List.of()))
                .toList();
    }

    private static String lede(Conclusions conclusions) {
        long own = conclusions.measured().stream()
                .filter(ClaimVerdict::confirmatory)
                .count();
        long all = conclusions.measured().size();
        String written = own == all && all > 0
                ? "Every claim was written down before the runs."
                : own == 0
                        ? "Exploratory: the bundle holds no copy of these claims, which may have been written after its runs."
                        : own + " of " + all + " claims were written down before the runs; the others are exploratory.";
        boolean preliminary = conclusions.measured().stream().anyMatch(ClaimVerdict::preliminary);
        return "Each claim is judged task by task: for it where the simultaneous 95 % interval lies beyond the margin on the"
                + " claimed side, against it where on the other, equivalent within, else open. Supported: for it on at least 80 %"
                + " of the tasks that it names, against it on none; refuted: against it or equivalent on at least 80 %, for it on"
                + " none. A task that was not measured counts as open. " + written
                + (preliminary ? " Preliminary: some rest on fewer than 20 replicates." : "");
    }
}
