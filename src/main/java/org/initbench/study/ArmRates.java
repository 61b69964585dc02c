package org.initbench.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initbench.common.DataException;
import org.initbench.run.ArmDescription;
import org.initbench.run.RateRule;
import org.initbench.run.TuningTrial;
import org.initbench.task.TaskDescription;

/** The learning rates of a task's arms. */
final class ArmRates {

    private final TaskDescription task;
    private final Map<TuningTrial.Arm, Double> tuned = new HashMap<>();

    /**
     * Learning rates.
     *
     * @param task the task
     * @param tuning what was tried to tune rates
     */
    ArmRates(TaskDescription task, List<TuningTrial> tuning) {
        this.task = task;
        tuning.stream().filter(TuningTrial::chosen).forEach(trial -> tuned.put(trial.arm(), trial.learningRate()));
    }

    /**
     * The learning rate of an arm.
     *
     * @throws DataException if it is tuned and none was chosen
     */
    double of(ArmDescription arm) {
        RateRule rule = arm.learningRate();
        if (rule == null) {
            return task.learningRate();
        }
        Double factor = rule.factor();
        if (factor != null) {
            return RateRule.rate(task.learningRate(), factor);
        }
        Double rate = tuned.get(TuningTrial.Arm.of(task.name(), arm));
        if (rate == null) {
            throw new DataException("no learning rate was chosen for '" + arm.initializer() + "' at scale "
                    + arm.scale() + " on task '" + task.name() + "'; start a new study");
        }
        return rate;
    }
}
