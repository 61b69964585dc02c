package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arms that a study runs at other learning rates, in addition to those at the task's own.
 *
 * @param factors factors of the task's own rate, none of them 1; may be empty
 * @param tuned how the best rate of each arm is chosen; null if none is
 * @param initializers the initializers that are run so, at all their scales
 * @param tasks the tasks on which they are
 */
public record OtherRates(
        List<Double> factors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Tuning tuned,
        List<String> initializers,
        List<String> tasks) {

    public OtherRates {
        factors = List.copyOf(factors);
        initializers = List.copyOf(initializers);
        tasks = List.copyOf(tasks);
    }

    /**
     * The choice of the best rate of each arm.
     *
     * @param factors factors of the task's own rate that are tried, ascending
     * @param replicates calibration replicates at each, which are not reported
     */
    public record Tuning(List<Double> factors, int replicates) {
        public Tuning {
            factors = List.copyOf(factors);
        }
    }

    /** The same on those of its tasks that are chosen; on none if none is. */
    OtherRates on(List<String> chosen) {
        return new OtherRates(
                factors,
                tuned,
                initializers,
                tasks.stream().filter(chosen::contains).toList());
    }

    /** Whether an initializer is run so on a task. */
    boolean concern(String task, String initializer) {
        return tasks.contains(task) && initializers.contains(initializer);
    }

    /**
     * The arms on a task.
     *
     * @param own the task's arms at its own rate
     */
    List<ArmDescription> of(String task, List<ArmDescription> own) {
        List<ArmDescription> concerned =
                own.stream().filter(arm -> concern(task, arm.initializer())).toList();
        List<ArmDescription> arms = new ArrayList<>();
        for (double factor : factors) {
            concerned.forEach(arm -> arms.add(arm.at(RateRule.times(factor))));
        }
        if (tuned != null) {
            concerned.forEach(arm -> arms.add(arm.at(RateRule.TUNED)));
        }
        return arms;
    }
}
