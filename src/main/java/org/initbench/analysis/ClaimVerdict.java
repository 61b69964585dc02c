package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.ShippedHypotheses;
import org.initbench.run.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a claim, with all that it rests on.
 *
 * @param id name of the hypothesis
 * @param question the question as people ask it
 * @param claim the answer that is judged
 * @param since the day on which it was written down, such as {@code 2026-11-25}
 * @param measure what is compared
 * @param direction what is claimed
 * @param margin what is too small to matter: a ratio above 1, or a difference
 * @param confirmatory whether every bundle that it draws on holds it in its copy of the hypotheses, hence had it before its runs; else
 *     it is exploratory, or in part
 * @param preliminary whether a comparison rests on fewer than 20 replicates
 * @param verdict over all tasks that it names, those that were not measured counted as open; undecided where nothing was measured
 * @param whereMeasured the verdict if the tasks on which it was measured were all that it names
 * @param measured number of tasks on which it was measured, or of pairs of tasks
 * @param tasks number of tasks, or of pairs, that the verdict is taken over: those that it names, without those on which both arms are the
 *     same start
 * @param confidence of each interval, such that all of the family hold together with 95 %
 * @param comparisons one a task where it was measured, those on which both arms are the same start included; where they are pooled that
 *     over all tasks first
 * @param missing tasks on which an arm was not measured
 * @param study a shipped study that measures it everywhere; null if none is known
 * @param sentence the verdict in a sentence
 * @param caveats what a reader must know before using it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimVerdict(
        String id,
        String question,
        String claim,
        String since,
        Measure measure,
        Direction direction,
        double margin,
        boolean confirmatory,
        boolean preliminary,
        Verdict verdict,
        Verdict whereMeasured,
        int measured,
        int tasks,
        double confidence,
        List<TaskEffect> comparisons,
        List<String> missing,
        @Nullable String study,
        String sentence,
        List<String> caveats) {

    public ClaimVerdict {
        comparisons = List.copyOf(comparisons);
        missing = List.copyOf(missing);
        caveats = List.copyOf(caveats);
    }

    /** Whether anything was measured. */
    @JsonIgnore
    public boolean isMeasured() {
        return measured > 0;
    }

    /** How it stands, in a phrase: {@code undecided (measured on 4 of 15 tasks: for it on all 4)}; of one that was measured. */
    public String standing() {
        List<TaskEffect> places = comparisons.stream()
                .filter(c -> c.task() != null && c.verdict() != TaskVerdict.SAME)
                .toList();
        return Standing.phrase(
                verdict,
                places.stream().map(TaskEffect::verdict).toList(),
                tasks,
                places.stream().anyMatch(c -> c.against() != null) ? "pair of tasks" : "task",
                comparisons.stream().anyMatch(c -> c.task() == null));
    }

    /** Number of tasks, or of pairs of tasks, that say so. */
    public int count(TaskVerdict wanted) {
        return (int) comparisons.stream()
                .filter(c -> c.task() != null && c.verdict() == wanted)
                .count();
    }

    /**
     * The verdicts on what the hypotheses of one or several bundles claim, and then on those of the program that no bundle knows.
     *
     * @param bundles those that are drawn on; a comparison is taken from the first that has what it needs
     * @param shipped the hypotheses of the program
     */
    static List<ClaimVerdict> of(List<Bundle> bundles, Hypotheses shipped) {
        return new Judge(bundles.stream().map(BundleEvidence::new).toList(), shipped)
                .all().stream().map(ClaimVerdict::of).toList();
    }

    /** The verdicts alone on some hypotheses, by their names. */
    static Map<String, Verdict> verdicts(List<Bundle> bundles, Hypotheses shipped, Predicate<Hypothesis> wanted) {
        Map<String, Verdict> verdicts = new HashMap<>();
        new Judge(bundles.stream().map(BundleEvidence::new).toList(), shipped)
                .judge(wanted)
                .forEach(judgement -> verdicts.put(judgement.hypothesis().id(), judgement.verdict()));
        return verdicts;
    }

    static ClaimVerdict of(Judgement judgement) {
        Hypothesis h = judgement.hypothesis();
        boolean preliminary = ClaimWords.preliminary(judgement);
        String study = ShippedHypotheses.study(h.id()).orElse(null);
        return new ClaimVerdict(
                h.id(),
                h.question(),
                h.claim(),
                h.since().toString(),
                h.measure(),
                h.direction(),
                h.margin(),
                judgement.confirmatory(),
                preliminary,
                judgement.verdict(),
                judgement.whereMeasured(),
                judgement.measured().size(),
                judgement.places(),
                judgement.confidence(),
                judgement.comparisons().stream().map(TaskEffect::of).toList(),
                judgement.missing().stream().map(ClaimWords::place).toList(),
                study,
                ClaimWords.sentence(judgement, study),
                ClaimWords.caveats(judgement, preliminary));
    }
}
