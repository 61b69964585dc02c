package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Measure;
import org.initbench.run.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * Which conclusions would be others at another threshold level, or had the runs been given up earlier.
 *
 * @param variations one a level and budget that was tried
 * @param answer the answer in sentences
 */
public record Sensitivity(List<Varied> variations, List<String> answer) {

    /**
     * The conclusions under one variation.
     *
     * @param name the level, or the budget as a part of the own one
     * @param scales number of best scales that were computed anew, one a task whose normal weights have one
     * @param scaleFlips those that lie outside the set of best scales of the headline
     * @param verdicts number of claims that were judged anew: those that were measured and hang on when a run has learned
     * @param verdictFlips those with another verdict
     */
    public record Varied(
            String name, int scales, List<ScaleFlip> scaleFlips, int verdicts, List<VerdictFlip> verdictFlips) {
        public Varied {
            scaleFlips = List.copyOf(scaleFlips);
            verdictFlips = List.copyOf(verdictFlips);
        }
    }

    /**
     * A best standard deviation of normal weights that changes.
     *
     * @param task the task
     * @param headline the best one by the headline
     * @param other the best one under the variation; null if none can be called best
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScaleFlip(
            String task, double headline, @Nullable Double other) {}

    /**
     * A verdict that changes.
     *
     * @param id the hypothesis
     * @param headline the verdict by the headline
     * @param other the verdict under the variation
     */
    public record VerdictFlip(String id, Verdict headline, Verdict other) {}

    public Sensitivity {
        variations = List.copyOf(variations);
        answer = List.copyOf(answer);
    }

    /**
     * Computes the headlines anew; the tasks apart that are mere controls.
     *
     * @param verdicts the verdicts by the headline
     * @param shipped the hypotheses of the program
     */
    static Sensitivity of(Bundle bundle, List<TaskResult> networks, List<ClaimVerdict> verdicts, Hypotheses shipped) {
        List<TaskResult> asked =
                networks.stream().filter(result -> best(result) != null).toList();
        List<ClaimVerdict> measured = verdicts.stream()
                .filter(claim -> claim.isMeasured() && claim.measure() != Measure.SPREAD)
                .toList();
        List<Varied> varied = Variation.of(bundle).parallelStream()
                .map(variation -> varied(variation, variation.judged(bundle), asked, measured, shipped))
                .toList();
        return new Sensitivity(varied, SensitivityWords.sentences(varied));
    }

    private static Varied varied(
            Variation variation,
            Bundle other,
            List<TaskResult> asked,
            List<ClaimVerdict> measured,
            Hypotheses shipped) {
        Set<String> ids = measured.stream().map(ClaimVerdict::id).collect(Collectors.toSet());
        return new Varied(
                variation.name(),
                asked.size(),
                scaleFlips(asked, other),
                measured.size(),
                verdictFlips(
                        measured, ClaimVerdict.verdicts(List.of(other), shipped, claim -> ids.contains(claim.id()))));
    }

    private static @Nullable Double best(TaskResult result) {
        return result.response(TaskAnswer.FAMILY)
                .map(response -> response.byErt().best())
                .orElse(null);
    }

    private static List<ScaleFlip> scaleFlips(List<TaskResult> networks, Bundle other) {
        List<ScaleFlip> flips = new ArrayList<>();
        for (TaskResult result : networks) {
            ScaleResponse response = result.response(TaskAnswer.FAMILY).orElseThrow();
            List<Cell> cells = Cell.of(other, result.task()).stream()
                    .filter(cell -> cell.arm().initializer().equals(TaskAnswer.FAMILY) && cell.scale() > 0)
                    .sorted(Comparator.comparingDouble(Cell::scale))
                    .toList();
            BestSet set = new BestScales(cells).byCost(CostRatio.AT_BUDGET);
            Double headline = response.byErt().best();
            Double best = set.best();
            if (headline != null && (best == null || !response.byErt().members().contains(best))) {
                flips.add(new ScaleFlip(result.task().name(), headline, best));
            }
        }
        return flips;
    }

    private static List<VerdictFlip> verdictFlips(List<ClaimVerdict> measured, Map<String, Verdict> others) {
        return measured.stream()
                .map(claim -> new VerdictFlip(
                        claim.id(), claim.verdict(), others.getOrDefault(claim.id(), Verdict.UNDECIDED)))
                .filter(flip -> flip.headline() != flip.other())
                .collect(Collectors.toUnmodifiableList());
    }
}
