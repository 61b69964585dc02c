package org.initbench.training;

import java.util.List;
import org.initbench.network.Activation;

/** What the activations, gradients and derivatives of a layer say, for a model that a {@link Probe} ran last. */
final class LayerState {

    /** Share of a bounded nonlinearity's range, from either bound, in which it counts as saturated. */
    private static final double MARGIN = 0.01;

    private static final double LECUN_BOUND = 1.7159;

    private final Probe probe;
    private final int model;
    private final int layer;

    /**
     * The state of a layer.
     *
     * @param probe the probe
     * @param model the model's place among those that the probe ran
     * @param layer the layer
     */
    LayerState(Probe probe, int model, int layer) {
        this.probe = probe;
        this.model = model;
        this.layer = layer;
    }

    /** Share of the ReLU units that put out 0 for every sample, at every position and step; NaN where there are none. */
    double deadFraction() {
        int units = 0;
        int dead = 0;
        for (Probe.Activated site : probe.activated(model, layer)) {
            if (site.activation() == Activation.RELU) {
                units += site.units();
                dead += dead(site.units(), site.steps().get());
            }
        }
        return units == 0 ? Double.NaN : (double) dead / units;
    }

    private static int dead(int units, List<double[]> steps) {
        boolean[] alive = new boolean[units];
        for (double[] values : steps) {
            for (int i = 0; i < values.length; i++) {
                alive[i % units] |= values[i] != 0;
            }
        }
        int dead = 0;
        for (boolean unit : alive) {
            dead += unit ? 0 : 1;
        }
        return dead;
    }

    /** Share of the activations of bounded nonlinearities that are saturated; NaN where there are none. */
    double saturatedFraction() {
        long all = 0;
        long saturated = 0;
        for (Probe.Activated site : probe.activated(model, layer)) {
            if (bounded(site.activation())) {
                for (double[] values : site.steps().get()) {
                    all += values.length;
                    for (double value : values) {
                        saturated += saturated(site.activation(), value) ? 1 : 0;
                    }
                }
            }
        }
        return all == 0 ? Double.NaN : (double) saturated / all;
    }

    private static boolean bounded(Activation activation) {
        return switch (activation) {
            case TANH, SOFTSIGN, LECUN_TANH, SIGMOID -> true;
            default -> false;
        };
    }

    private static boolean saturated(Activation activation, double value) {
        return switch (activation) {
            case TANH, SOFTSIGN -> Math.abs(value) >= 1 - 2 * MARGIN;
            case LECUN_TANH -> Math.abs(value) >= LECUN_BOUND * (1 - 2 * MARGIN);
            case SIGMOID -> value <= MARGIN || value >= 1 - MARGIN;
            default -> false;
        };
    }

    /** Whether the layer puts out the same for every sample, to the last bit. */
    boolean constant() {
        double[] output = probe.output(model, layer);
        int width = output.length / probe.samples();
        for (int i = width; i < output.length; i++) {
            if (output[i] != output[i % width]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the layer has parameters. */
    boolean hasParameters() {
        return probe.hasParameters(layer);
    }

    /** Euclidean norm of the gradient; 0 only if every element is. */
    double gradientNorm() {
        List<double[]> gradients = probe.gradients(model, layer);
        double largest = 0;
        for (double[] gradient : gradients) {
            for (double element : gradient) {
                largest = Math.max(largest, Math.abs(element));
            }
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double squares = 0;
        for (double[] gradient : gradients) {
            for (double element : gradient) {
                squares += element / largest * (element / largest);
            }
        }
        return largest * Math.sqrt(squares);
    }

    /** Variance of the output. */
    double activationVariance() {
        double[] output = probe.output(model, layer);
        double sum = 0;
        for (double value : output) {
            sum += value;
        }
        double mean = sum / output.length;
        double squares = 0;
        for (double value : output) {
            squares += (value - mean) * (value - mean);
        }
        return squares / output.length;
    }

    /** Mean square of what enters the last nonlinearity. */
    double preactivationMeanSquare() {
        return meanSquare(probe.preactivation(model, layer));
    }

    /** Whether a parameter lies below what enters the last nonlinearity. */
    boolean hasDerivative() {
        return probe.hasDerivative(layer);
    }

    /** Mean square of the loss's derivative by what enters the last nonlinearity; NaN if no parameter lies below. */
    double derivativeMeanSquare() {
        return meanSquare(probe.derivative(model, layer));
    }

    private static double meanSquare(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return squares / values.length;
    }
}
