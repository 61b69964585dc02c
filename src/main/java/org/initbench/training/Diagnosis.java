package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.initbench.run.Quantity;
import org.initbench.task.Task;

/** Looks into models: at their units' weights, and with a {@link Probe} at their activations and gradients. */
final class Diagnosis {

    private final List<Units> units;
    private final List<List<Units>> unitsOfLayers = new ArrayList<>();

    Diagnosis(Task task) {
        units = Units.of(task);
        for (int layer = 0; layer < task.network().layers().size(); layer++) {
            int number = layer;
            unitsOfLayers.add(units.stream().filter(u -> u.layer() == number).toList());
        }
    }

    /** The units of all hidden layers. */
    List<Units> units() {
        return units;
    }

    /**
     * Everything about a model at one moment.
     *
     * @param updates updates made by then
     * @param model its parameters
     * @param probe what has run it
     * @param place the model's place among those that the probe ran
     */
    List<TrainedModel.Diagnostic> of(int updates, Parameters model, Probe probe, int place) {
        List<TrainedModel.Diagnostic> all = new ArrayList<>();
        for (int layer = 0; layer < probe.layers(); layer++) {
            addUnits(all, updates, model, layer);
            LayerState state = new LayerState(probe, place, layer);
            if (state.hasParameters()) {
                all.add(diagnostic(updates, Quantity.GRADIENT_NORM, layer, state.gradientNorm()));
            }
            if (layer < probe.layers() - 1) {
                addIfAny(all, diagnostic(updates, Quantity.DEAD_FRACTION, layer, state.deadFraction()));
                addIfAny(all, diagnostic(updates, Quantity.SATURATED_FRACTION, layer, state.saturatedFraction()));
            }
            all.add(diagnostic(updates, Quantity.ACTIVATION_VARIANCE, layer, state.activationVariance()));
            all.add(diagnostic(updates, Quantity.PREACTIVATION_MEAN_SQUARE, layer, state.preactivationMeanSquare()));
            if (state.hasDerivative()) {
                all.add(diagnostic(updates, Quantity.DERIVATIVE_MEAN_SQUARE, layer, state.derivativeMeanSquare()));
            }
        }
        return all;
    }

    private void addUnits(List<TrainedModel.Diagnostic> all, int updates, Parameters model, int layer) {
        List<Units> own = unitsOfLayers.get(layer);
        if (own.isEmpty()) {
            return;
        }
        int count = 0;
        int distinct = 0;
        int dissimilar = 0;
        double spread = 0;
        for (Units kind : own) {
            IncomingWeights weights = kind.weights(model);
            count += kind.count();
            distinct += weights.distinct(0);
            dissimilar += weights.distinct(IncomingWeights.ALIKE);
            spread = Math.max(spread, weights.spread());
        }
        if (updates == 0) {
            all.add(diagnostic(0, Quantity.UNITS, layer, count));
        }
        all.add(diagnostic(updates, Quantity.DISTINCT_UNITS, layer, distinct));
        all.add(diagnostic(updates, Quantity.DISSIMILAR_UNITS, layer, dissimilar));
        all.add(diagnostic(updates, Quantity.SPREAD, layer, spread));
    }

    private static void addIfAny(List<TrainedModel.Diagnostic> all, TrainedModel.Diagnostic diagnostic) {
        if (!Double.isNaN(diagnostic.value())) {
            all.add(diagnostic);
        }
    }

    /** A diagnostic, its value rounded to six significant digits. */
    static TrainedModel.Diagnostic diagnostic(int updates, Quantity quantity, int layer, double value) {
        return new TrainedModel.Diagnostic(updates, quantity, layer, SixDigits.round(value));
    }
}
