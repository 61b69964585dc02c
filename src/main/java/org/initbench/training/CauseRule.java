package org.initbench.training;

import java.util.List;
import java.util.function.Supplier;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.task.Task;

/**
 * Why a run ended as it did. The rules are tried in this order:
 *
 * <ol>
 *   <li>{@link Cause#EXPLODED}: the run diverged.
 *   <li>{@link Cause#ROUNDING}: the units of a hidden layer were interchangeable at the start ({@link Symmetry}) and their
 *       incoming weights differ at the end; whatever the outcome. Interchangeable units get equal gradients, so that only the
 *       rounding of sums taken in another order can have set them apart.
 *   <li>{@link Cause#SYMMETRIC}: the units of a hidden layer were interchangeable at the start and are equal at the end;
 *       whatever the outcome, for a network may learn all the same, as if that layer had one unit.
 *   <li>{@link Cause#NONE}: the run converged.
 *   <li>{@link Cause#EXPLODED}: the final loss exceeds {@value #EXPLOSION} times the best constant predictor's: whatever the
 *       network says is worse than saying nothing, by more than a bad guess (a few times) explains.
 *   <li>{@link Cause#DEAD}: the lowest hidden layer that puts out the same for every evaluation sample, to the last bit, is not
 *       saturated, and the gradient by every parameter of it and of the layers below is exactly zero. Everything above sees no
 *       sample, and nothing below will ever change: no number is a threshold here. Silent ReLUs do that, and signals so small
 *       that they underflow.
 *   <li>{@link Cause#SATURATED}: nine tenths of a hidden layer's activations lie within 1 % of a bound of their range, where the
 *       derivative is at most 4 % of its largest value: of what the layer could pass on to those below hardly a tenth is left.
 *       Outputs of 0 are within that margin for a sigmoid, so that a sigmoid layer that is off is saturated and not dead.
 * </ol>
 *
 * <p>Partially symmetric layers, some but not all of whose units are equal, and layers whose equal units have different outgoing
 * weights, are neither symmetric nor rounding. Partially dead or saturated networks that still let a gradient through are none.
 */
final class CauseRule {

    private static final double EXPLOSION = 10;
    private static final double SATURATED_SHARE = 0.9;

    private final Symmetry symmetry;
    private final double chanceLoss;

    CauseRule(Task task) {
        symmetry = new Symmetry(task, Units.of(task));
        chanceLoss = task.chanceLoss();
    }

    /**
     * The cause.
     *
     * @param outcome how the run ended
     * @param start its initial parameters
     * @param end its final parameters
     * @param finalLoss its final loss
     * @param probe what runs the model at its end over all evaluation samples, if that is to be known
     */
    Cause of(Outcome outcome, Parameters start, Parameters end, double finalLoss, Supplier<Probe> probe) {
        if (outcome == Outcome.DIVERGED) {
            return Cause.EXPLODED;
        }
        Cause cause = bySymmetry(start, end);
        if (cause != Cause.NONE || outcome == Outcome.CONVERGED) {
            return cause;
        }
        if (finalLoss > EXPLOSION * chanceLoss) {
            return Cause.EXPLODED;
        }
        Probe used = probe.get();
        used.run(List.of(end));
        return byActivations(used);
    }

    private Cause bySymmetry(Parameters start, Parameters end) {
        Cause cause = Cause.NONE;
        for (int layer : symmetry.hiddenLayers()) {
            if (symmetry.interchangeable(layer, start)) {
                cause = Cause.SYMMETRIC;
                if (!symmetry.unitsEqual(layer, end)) {
                    return Cause.ROUNDING;
                }
            }
        }
        return cause;
    }

    private Cause byActivations(Probe probe) {
        if (dead(probe)) {
            return Cause.DEAD;
        }
        for (int layer : symmetry.hiddenLayers()) {
            if (saturated(new LayerState(probe, 0, layer))) {
                return Cause.SATURATED;
            }
        }
        return Cause.NONE;
    }

    private boolean dead(Probe probe) {
        boolean parameters = false;
        for (int layer : symmetry.hiddenLayers()) {
            LayerState state = new LayerState(probe, 0, layer);
            parameters |= state.hasParameters();
            if (state.gradientNorm() != 0) {
                return false;
            }
            if (parameters && state.constant()) {
                return !saturated(state);
            }
        }
        return false;
    }

    private static boolean saturated(LayerState state) {
        return state.saturatedFraction() >= SATURATED_SHARE;
    }
}
