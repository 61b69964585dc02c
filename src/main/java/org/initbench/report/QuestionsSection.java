package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.Conclusions;
import org.initbench.analysis.Overview;
import org.initbench.analysis.QuestionAnswer;
import org.initbench.analysis.Sensitivity;
import org.initbench.analysis.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The questions that people ask, answered by one study or by several.
 *
 * @param lede how the verdicts are to be taken
 * @param parts one a question
 * @param criterion what depends on the criterion of success; null where that was not asked
 */
public record QuestionsSection(
        String lede, List<Part> parts, @Nullable Appendix criterion) {

    public QuestionsSection {
        parts = List.copyOf(parts);
    }

    /**
     * A question.
     *
     * @param answer the answer
     * @param numbers what it rests on, in sentences with intervals and n
     * @param figures its pictures
     * @param briefTables tables that are short enough for {@code answers.md}
     * @param tables all tables
     * @param sources the studies that it rests on; empty on a study's own page
     * @param others what studies say that are less made for it
     */
    public record Part(
            QuestionAnswer answer,
            List<String> numbers,
            List<Figure> figures,
            List<Table> briefTables,
            List<Table> tables,
            List<Link> sources,
            List<Other> others) {

        public Part {
            numbers = List.copyOf(numbers);
            figures = List.copyOf(figures);
            briefTables = List.copyOf(briefTables);
            tables = List.copyOf(tables);
            sources = List.copyOf(sources);
            others = List.copyOf(others);
        }

        /** The verdict as a word; {@code exploratory} where nothing that was asked beforehand was measured, or {@code not measured}. */
        public String word() {
            Verdict verdict = answer.verdict();
            if (verdict != null) {
                return QuestionTables.word(verdict);
            }
            return answer.measured() ? "exploratory" : "not measured";
        }

        /** The same as a name of a style. */
        public String kind() {
            return word().replace(' ', '-');
        }

        /** What the verdict counts and what it is on: {@code (for it on 13 of 15 tasks, open on 2): The claim.}; empty without one. */
        public String judged() {
            String standing = answer.standing();
            String counts = standing.startsWith(word())
                    ? standing.substring(word().length()).strip()
                    : standing;
            return (counts.isEmpty() ? "" : counts + ": ") + answer.statement();
        }

        /** One by one what the first finding rests on. */
        public List<String> details() {
            return answer.findings().isEmpty()
                    ? List.of()
                    : answer.findings().get(0).details();
        }
    }

    /**
     * A way to somewhere.
     *
     * @param name what is there
     * @param href where it is
     */
    public record Link(String name, String href) {}

    /**
     * What another study says.
     *
     * @param study the way to it
     * @param brief what it says
     */
    public record Other(Link study, String brief) {}

    /**
     * A part that answers no question of its own.
     *
     * @param title what it is about
     * @param sentences what it says
     * @param tables the tables behind it
     */
    public record Appendix(String title, List<String> sentences, List<Table> tables) {
        public Appendix {
            sentences = List.copyOf(sentences);
            tables = List.copyOf(tables);
        }
    }

    /** What answers no question of its own. */
    public List<Appendix> appendices() {
        return criterion == null ? List.of() : List.of(criterion);
    }

    /** The questions on which something was found. */
    public List<Part> measured() {
        return parts.stream().filter(part -> part.answer().measured()).toList();
    }

    /** The others. */
    public List<Part> missing() {
        return parts.stream().filter(part -> !part.answer().measured()).toList();
    }

    /** The section of one study; null where it says nothing about any question. */
    static @Nullable QuestionsSection of(Analysis analysis) {
        Conclusions conclusions = analysis.conclusions();
        List<ClaimVerdict> verdicts = conclusions == null ? List.of() : conclusions.verdicts();
        QuestionParts parts = new QuestionParts(List.of(StudyView.own(analysis)), verdicts);
        QuestionsSection section = new QuestionsSection(
                lede(verdicts),
                analysis.questions().stream().map(parts::of).toList(),
                conclusions == null ? null : criterion(conclusions.sensitivity()));
        return section.measured().isEmpty() ? null : section;
    }

    /** The section of several studies. */
    static QuestionsSection of(Overview overview, List<StudyView> studies) {
        QuestionParts parts = new QuestionParts(studies, overview.verdicts());
        return new QuestionsSection(
                lede(overview.verdicts()),
                overview.questions().stream().map(parts::of).toList(),
                null);
    }

    private static @Nullable Appendix criterion(@Nullable Sensitivity sensitivity) {
        if (sensitivity == null) {
            return null;
        }
        Table flips = KindTables.flips(sensitivity);
        return new Appendix(
                "What depends on the threshold level and the budget?",
                sensitivity.answer(),
                flips.rows().isEmpty() ? List.of() : List.of(flips));
    }

    private static String lede(List<ClaimVerdict> verdicts) {
        List<ClaimVerdict> measured =
                verdicts.stream().filter(ClaimVerdict::isMeasured).toList();
        long own = measured.stream().filter(ClaimVerdict::confirmatory).count();
        int all = measured.size();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Each claim is judged task by task: for it where the simultaneous 95 % interval lies beyond the margin on the"
                        + " claimed side, against it where on the other, equivalent within, else open; where no difference is claimed,"
                        + " for it within the margin and against it beyond on either side. Supported: for it on at least"
                        + " 80 % of the tasks that it names, against it on none; refuted: against it or equivalent on at least"
                        + " 80 %, for it on none; it depends: some of each. A task that was not measured counts as open, one on"
                        + " which both arms start with the same weights as nothing. Where shares of convergence are claimed to be"
                        + " equivalent, the one interval of all tasks together decides, and a task against the claim makes it"
                        + " depend.");
        if (all > 0) {
            sentences.add(
                    own == all
                            ? "Every claim was written down before the runs."
                            : own == 0
                                    ? "Exploratory: the runs hold no copy of these claims, which may have been written after"
                                            + " them."
                                    : own + " of " + all
                                            + " claims were written down before the runs; the others are exploratory.");
        }
        if (measured.stream().anyMatch(ClaimVerdict::preliminary)) {
            sentences.add("Preliminary: some rest on fewer than 20 replicates.");
        }
        return String.join(" ", sentences);
    }
}
