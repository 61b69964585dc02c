package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.NoNumber;
import org.initbench.analysis.Remark;
import org.initbench.analysis.TaskEffect;
import org.initbench.analysis.TaskVerdict;
import org.initbench.analysis.Verdict;
import org.initbench.hypothesis.Measure;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;

/** The tables of verdicts on claims. */
final class QuestionTables {
    private QuestionTables() {}

    /** A row a claim that was measured. */
    static Table verdicts(List<ClaimVerdict> measured) {
        Table.Builder table = new Table.Builder(
                "Verdicts on claims",
                Column.text("Claim"),
                Column.text("Verdict"),
                Column.number("For"),
                Column.number("Against"),
                Column.number("Equivalent"),
                Column.number("Open"),
                Column.number("Replicates"));
        for (ClaimVerdict claim : measured) {
            List<TaskEffect> effects = claim.comparisons();
            table.row(
                    claim.verdict() != Verdict.UNDECIDED,
                    table.noted(claim.claim(), claim.caveats()),
                    Cell.of(word(claim.verdict()) + part(claim)),
                    Cell.of(claim.count(TaskVerdict.FOR)),
                    Cell.of(claim.count(TaskVerdict.AGAINST)),
                    Cell.of(claim.count(TaskVerdict.EQUIVALENT)),
                    Cell.of(claim.count(TaskVerdict.OPEN)),
                    Cell.of(effects.stream().mapToInt(TaskEffect::n).max().orElse(0)));
        }
        return table.build();
    }

    /** A row a comparison of every claim that was measured. */
    static Table comparisons(List<ClaimVerdict> measured) {
        Table.Builder table = new Table.Builder(
                "What each comparison found",
                Column.text("Claim"),
                Column.text("Task"),
                Column.number("Effect"),
                Column.text("Says"),
                Column.number("n"),
                Column.number("Would decide"));
        for (ClaimVerdict claim : measured) {
            for (TaskEffect effect : claim.comparisons()) {
                table.row(
                        false,
                        Cell.of(claim.id()),
                        Cell.of(place(effect)),
                        new Cell(value(effect), interval(effect), ""),
                        table.noted(Names.word(effect.verdict()), remarks(effect)),
                        table.noted(
                                Integer.toString(effect.n()),
                                effect.exact() ? List.of("exact: both starts have one possible result") : List.of()),
                        wanted(table, claim.measure(), effect));
            }
        }
        return table.build();
    }

    private static List<String> remarks(TaskEffect effect) {
        Remark remark = effect.remark();
        return remark == null ? List.of() : List.of(remark.label());
    }

    private static Cell wanted(Table.Builder table, Measure measure, TaskEffect effect) {
        NoNumber none = effect.noNumber();
        if (none != null) {
            return table.noted(Numbers.MISSING, List.of(none.label()));
        }
        return effect.wanted() == null
                ? Cell.of("")
                : table.noted(
                        "n = " + effect.wanted(),
                        measure == Measure.SPREAD ? List.of("replicates that are looked into") : List.of());
    }

    static String place(TaskEffect effect) {
        return effect.task() == null
                ? "all together"
                : effect.against() == null ? effect.task() : effect.task() + " against " + effect.against();
    }

    private static String value(TaskEffect effect) {
        Double value = effect.value();
        return value == null ? Numbers.MISSING : Numbers.of(value);
    }

    private static String interval(TaskEffect effect) {
        return effect.exact() ? "" : Numbers.of(effect.low()) + " to " + Numbers.of(effect.high());
    }

    /** A verdict as a word. */
    static String word(Verdict verdict) {
        return verdict == Verdict.DEPENDS ? "it depends" : Names.word(verdict);
    }

    /** On how many of its tasks a verdict rests; empty if on all. */
    static String part(ClaimVerdict claim) {
        return claim.measured() == claim.tasks()
                ? ""
                : " (measured on " + claim.measured() + " of " + claim.tasks() + ")";
    }

    /** What the study does not measure, one sentence a study that does; empty if it measures all. */
    static List<String> missing(List<ClaimVerdict> verdicts) {
        List<String> studies = verdicts.stream()
                .filter(claim -> !claim.isMeasured())
                .map(claim -> claim.study() == null ? "" : claim.study())
                .distinct()
                .toList();
        List<String> sentences = new ArrayList<>();
        for (String study : studies) {
            List<String> claims = verdicts.stream()
                    .filter(claim -> !claim.isMeasured() && study.equals(claim.study() == null ? "" : claim.study()))
                    .map(ClaimVerdict::claim)
                    .toList();
            sentences.add("Not measured here" + (study.isEmpty() ? ": " : "; the study " + study + " measures it: ")
                    + String.join(" ", claims));
        }
        return sentences;
    }
}
