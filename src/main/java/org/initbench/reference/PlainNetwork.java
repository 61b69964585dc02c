package org.initbench.reference;

import java.util.List;
import org.initbench.network.Network;
import org.initbench.network.Parameter;
import org.initbench.task.Precision;

/**
 * A network and its loss, computed plainly.
 *
 * @param network the definition
 * @param loss what training makes small
 * @param precision the format of all numbers
 */
public record PlainNetwork(Network network, PlainLoss loss, Precision precision) {

    /** A network in double precision. */
    public PlainNetwork(Network network, PlainLoss loss) {
        this(network, loss, Precision.FLOAT64);
    }

    /**
     * What the network makes of a batch.
     *
     * @param loss the loss of the batch
     * @param outputs the network's outputs, sample by sample
     * @param gradients the derivatives of the loss by each parameter, row by row, in the order of {@link
     *     Network#parameters()}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; the arrays are the payload
    public record Result(double loss, double[] outputs, List<double[]> gradients) {}

    /**
     * All that was computed of a batch, forward and backward.
     *
     * @param loss the loss of the batch
     * @param layers what each layer puts out, and its derivative
     * @param parameters the parameters, and the derivatives by them
     */
    public record Trace(double loss, List<PlainMatrix> layers, List<PlainMatrix> parameters) {}

    /**
     * Computes outputs, loss and gradients.
     *
     * @param parameters the values of each parameter, row by row, in the order of {@link Network#parameters()}; unchanged
     * @param inputs sample by sample, {@code network.input().size()} values each
     * @param targets sample by sample, {@code network.output().size()} values each
     */
    public Result evaluate(List<double[]> parameters, double[] inputs, double[] targets) {
        Trace trace = trace(new PlainOperations(precision), parameters, inputs, targets);
        List<PlainMatrix> layers = trace.layers();
        return new Result(
                trace.loss(),
                layers.get(layers.size() - 1).values(),
                trace.parameters().stream().map(PlainMatrix::gradient).toList());
    }

    /**
     * Computes everything.
     *
     * @param operations what to compute with, in this precision; used for nothing else
     */
    public Trace trace(PlainOperations operations, List<double[]> parameters, double[] inputs, double[] targets) {
        List<PlainMatrix> matrices = matrices(parameters);
        PlainMatrix x = PlainMatrix.of(inputs, network.input().size());
        List<PlainMatrix> layers = network.apply(operations, x, matrices);
        double value = loss.of(layers.get(layers.size() - 1), targets, precision);
        operations.backward();
        return new Trace(value, layers, matrices);
    }

    /** Computes the outputs alone, sample by sample. */
    public double[] outputs(List<double[]> parameters, double[] inputs) {
        PlainMatrix x = PlainMatrix.of(inputs, network.input().size());
        List<PlainMatrix> layers = network.apply(new PlainOperations(precision), x, matrices(parameters));
        return layers.get(layers.size() - 1).values();
    }

    private List<PlainMatrix> matrices(List<double[]> values) {
        List<Parameter> parameters = network.parameters();
        PlainTape.check(values.size() == parameters.size(), parameters.size() + " parameters, not " + values.size());
        PlainMatrix[] matrices = new PlainMatrix[values.size()];
        for (int i = 0; i < matrices.length; i++) {
            Parameter parameter = parameters.get(i);
            PlainTape.check(values.get(i).length == parameter.size(), parameter.name() + ": wrong number of values");
            matrices[i] = PlainMatrix.of(values.get(i), parameter.columns());
        }
        return List.of(matrices);
    }
}
