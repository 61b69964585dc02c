package org.initbench.training;

import java.util.List;
import java.util.function.Supplier;
import org.initbench.network.Activation;

/**
 * Runs a few models of a task at once forward and backward over evaluation samples, in memory of its own: what it does is no
 * matter to any model in training. Every layer's values, derivatives and gradients can then be read, model by model; those of a
 * model do not depend, to the last bit, on the others.
 */
interface Probe extends AutoCloseable {

    /** Number of samples. */
    int samples();

    /** Most models at once. */
    int capacity();

    /**
     * Runs models; what is read from now on is theirs, by their place in the list.
     *
     * @param models at least one model, and at most {@link #capacity}
     */
    void run(List<Parameters> models);

    /** Number of layers. */
    int layers();

    /** What a layer of a model puts out, {@code [rows, channels]}. */
    double[] output(int model, int layer);

    /** What enters a layer's last nonlinearity; without one, what the layer puts out. */
    double[] preactivation(int model, int layer);

    /** Whether there is a {@link #derivative}: whether a parameter lies below. */
    boolean hasDerivative(int layer);

    /** The derivative of the loss by {@link #preactivation}; empty if no parameter lies below. */
    double[] derivative(int model, int layer);

    /** Whether a layer has parameters. */
    boolean hasParameters(int layer);

    /** The gradient of the loss by each parameter of a layer. */
    List<double[]> gradients(int model, int layer);

    /** What the units of a layer put out, by their kind. */
    List<Activated> activated(int model, int layer);

    /**
     * What units of one kind put out behind their nonlinearity.
     *
     * @param activation the nonlinearity
     * @param units number of units
     * @param steps the values at each step of a sequence, {@code [rows, units]} each; once for layers without steps
     */
    record Activated(Activation activation, int units, Supplier<List<double[]>> steps) {}

    @Override
    void close();
}
