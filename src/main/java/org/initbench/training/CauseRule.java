package org.initbench.training;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.initbench.network.Activation;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.task.Task;

/**
 * Why a run ended as it did. The rules are tried in this order:
 *
 * <ol>
 *   <li>{@link Cause#EXPLODED}: the run diverged.
 *   <li>{@link Cause#ROUNDING}: a hidden layer's units were equal at the start and are no longer; whatever the outcome.
 *   <li>{@link Cause#SYMMETRIC}: a hidden layer's units were equal at the start and still are; whatever the outcome, for a
 *       network may learn all the same, as if that layer had one unit.
 *   <li>{@link Cause#EXPLODED}: the final loss exceeds ten times the best constant predictor's.
 *   <li>{@link Cause#DEAD}: a hidden layer is zero for every sample, zero being no bound of its range.
 *   <li>{@link Cause#SATURATED}: nine tenths of a hidden layer's activations lie within 1 % of a bound of their range.
 * </ol>
 */
final class CauseRule {

    private static final double EXPLOSION = 10;
    private static final double SATURATED_SHARE = 0.9;
    private static final double SATURATED_MARGIN = 0.01;
    private static final double LECUN_BOUND = 1.7159;

    private final Task task;
    private final double chanceLoss;

    CauseRule(Task task) {
        this.task = task;
        chanceLoss = task.chanceLoss();
    }

    /**
     * The cause.
     *
     * @param outcome how the run ended
     * @param start its initial parameters
     * @param end its final parameters
     * @param finalLoss its final loss
     * @param outputs what its layers put out for the evaluation samples at the end
     */
    Cause of(Outcome outcome, Parameters start, Parameters end, double finalLoss, Evaluation.LayerOutputs outputs) {
        if (outcome == Outcome.DIVERGED) {
            return Cause.EXPLODED;
        }
        boolean equalAtStart = false;
        for (int layer = 0; layer < hiddenLayers(); layer++) {
            if (start.unitsEqual(layer)) {
                equalAtStart = true;
                if (!end.unitsEqual(layer)) {
                    return Cause.ROUNDING;
                }
            }
        }
        if (equalAtStart) {
            return Cause.SYMMETRIC;
        }
        if (outcome == Outcome.CONVERGED) {
            return Cause.NONE;
        }
        if (finalLoss > EXPLOSION * chanceLoss) {
            return Cause.EXPLODED;
        }
        return byActivations(outputs);
    }

    private Cause byActivations(Evaluation.LayerOutputs outputs) {
        boolean saturated = false;
        for (int layer = 0; layer < hiddenLayers(); layer++) {
            double[] hidden = outputs.of(layer);
            Activation activation = task.network().layers().get(layer).activation();
            boolean bounded = share(hidden, a -> isSaturated(activation, a)) >= SATURATED_SHARE;
            if (!bounded && share(hidden, a -> a == 0) == 1) {
                return Cause.DEAD;
            }
            saturated |= bounded;
        }
        return saturated ? Cause.SATURATED : Cause.NONE;
    }

    private static boolean isSaturated(Activation activation, double value) {
        return switch (activation) {
            case TANH, SOFTSIGN -> Math.abs(value) >= 1 - 2 * SATURATED_MARGIN;
            case LECUN_TANH -> Math.abs(value) >= LECUN_BOUND * (1 - 2 * SATURATED_MARGIN);
            case SIGMOID -> value <= SATURATED_MARGIN || value >= 1 - SATURATED_MARGIN;
            default -> false;
        };
    }

    private static double share(double[] values, DoublePredicate test) {
        return (double) Arrays.stream(values).filter(test).count() / values.length;
    }

    private int hiddenLayers() {
        return task.network().layers().size() - 1;
    }
}
