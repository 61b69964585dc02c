package org.initbench.run;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A learning rate that was tried for an arm: a row of {@code tuning.csv}.
 *
 * @param task name of the task
 * @param initializer name of the initializer
 * @param scale the scale; empty for a rule that takes none
 * @param factor what the task's own rate was multiplied by
 * @param learningRate the rate
 * @param geometricMeanRmst geometric mean, over the calibration replicates, of min(epochs to the headline level, budget), an
 *     update at least, to six significant digits
 * @param chosen whether the arm is run at this rate
 */
public record TuningTrial(
        String task,
        String initializer,
        OptionalDouble scale,
        double factor,
        double learningRate,
        double geometricMeanRmst,
        boolean chosen) {

    /** An arm on a task, by what identifies it in the table. */
    public record Arm(String task, String initializer, OptionalDouble scale) {

        /** The key of an arm. */
        public static Arm of(String task, ArmDescription arm) {
            Double scale = arm.scale();
            return new Arm(task, arm.initializer(), scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale));
        }
    }

    /** The arm whose rate it is. */
    public Arm arm() {
        return new Arm(task, initializer, scale);
    }

    /** The same trial, chosen or not. */
    public TuningTrial chosen(boolean yes) {
        return new TuningTrial(task, initializer, scale, factor, learningRate, geometricMeanRmst, yes);
    }

    /**
     * The trial to choose among those of one arm: the lowest geometric mean, of equals the smaller rate.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static TuningTrial best(List<TuningTrial> trials) {
        return trials.stream()
                .min(Comparator.comparingDouble(TuningTrial::geometricMeanRmst)
                        .thenComparingDouble(TuningTrial::learningRate))
                .orElseThrow();
    }
}
