package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.initbench.compare.ScaleAgreement.Overlap;
import org.initbench.compare.VerdictAgreement.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A bundle beside the first one, over the runs that both have.
 *
 * @param label the letter of the bundle
 * @param accord what is shown as a whole
 * @param runs runs that both have
 * @param onlyFirst runs that only the first bundle has
 * @param onlySecond runs that only this one has
 * @param leftOut tasks that could not be compared, and why, in sentences
 * @param bits how far runs are equal to the bit, over all tasks
 * @param outcomes whether the same runs converge, over all tasks
 * @param tasks the same and the epochs, task by task
 * @param scales the best scales
 * @param verdicts the verdicts on claims
 * @param speed which machine is faster; null where no task is timed in both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BundlePair(
        String label,
        Accord accord,
        int runs,
        int onlyFirst,
        int onlySecond,
        List<String> leftOut,
        RunAgreement bits,
        Outcomes outcomes,
        List<TaskAgreement> tasks,
        List<ScaleAgreement> scales,
        List<VerdictAgreement> verdicts,
        @Nullable Speed speed) {

    public BundlePair {
        leftOut = List.copyOf(leftOut);
        tasks = List.copyOf(tasks);
        scales = List.copyOf(scales);
        verdicts = List.copyOf(verdicts);
    }

    static BundlePair of(
            String label,
            CommonRuns common,
            List<String> leftOut,
            RunAgreement bits,
            Outcomes outcomes,
            List<TaskAgreement> tasks,
            List<ScaleAgreement> scales,
            List<VerdictAgreement> verdicts,
            @Nullable Speed speed) {
        return new BundlePair(
                label,
                Accord.of(bits, outcomes, tasks, scales, verdicts),
                common.size(),
                common.onlyFirst(),
                common.onlySecond(),
                leftOut,
                bits,
                outcomes,
                tasks,
                scales,
                verdicts,
                speed);
    }

    /** The same with other tests of outcomes, judged anew. */
    BundlePair with(Outcomes pooled, List<TaskAgreement> byTask) {
        return new BundlePair(
                label,
                Accord.of(bits, pooled, byTask, scales, verdicts),
                runs,
                onlyFirst,
                onlySecond,
                leftOut,
                bits,
                pooled,
                byTask,
                scales,
                verdicts,
                speed);
    }

    /** Whether the two bundles have the same runs. */
    public boolean sameStudy() {
        return onlyFirst == 0 && onlySecond == 0;
    }

    /** The tasks whose epochs are judged so. */
    public List<TaskAgreement> tasks(EpochVerdict verdict) {
        return tasks.stream().filter(task -> task.epochs().verdict() == verdict).toList();
    }

    /** The tasks of which too many runs end differently to call their outcomes alike. */
    List<TaskAgreement> unlikeOutcomes() {
        return tasks.stream().filter(task -> !task.outcomes().alike()).toList();
    }

    /** The best scales that lie so. */
    public List<ScaleAgreement> scales(Overlap overlap) {
        return scales.stream().filter(scale -> scale.overlap() == overlap).toList();
    }

    /** The verdicts that lie so. */
    public List<VerdictAgreement> verdicts(Relation relation) {
        return verdicts.stream()
                .filter(verdict -> verdict.relation() == relation)
                .toList();
    }
}
