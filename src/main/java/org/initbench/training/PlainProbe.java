package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.reference.PlainMatrix;
import org.initbench.reference.PlainNetwork;
import org.initbench.reference.PlainOperations;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/** A probe that runs one model of dense layers at a time by the reference interpreter. */
final class PlainProbe implements Probe {

    private final PlainNetwork network;
    private final Samples samples;
    private List<PlainMatrix> preactivations = List.of();
    private List<PlainMatrix> outputs = List.of();
    private List<PlainMatrix> parameters = List.of();

    /**
     * A probe that has run nothing yet.
     *
     * @param task a task of dense layers
     * @param count samples to run models over: the first ones of the evaluation samples
     */
    PlainProbe(Task task, int count) {
        network = PlainArithmetic.network(task);
        samples = PlainModels.rounded(task.evaluation().first(count), task.precision());
    }

    /** Operations that remember what enters the nonlinearities: in dense layers, one a layer. */
    private static final class Recorder extends PlainOperations {
        private final List<PlainMatrix> preactivations = new ArrayList<>();

        Recorder(Precision precision) {
            super(precision);
        }

        @Override
        public PlainMatrix activate(PlainMatrix x, Activation activation) {
            preactivations.add(x);
            return super.activate(x, activation);
        }
    }

    @Override
    public int samples() {
        return samples.count();
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public void run(List<Parameters> models) {
        if (models.size() != 1) {
            throw new IllegalArgumentException("one model at a time, not " + models.size());
        }
        Recorder recorder = new Recorder(network.precision());
        PlainNetwork.Trace trace = network.trace(recorder, models.get(0).values(), samples.inputs(), samples.targets());
        preactivations = recorder.preactivations;
        outputs = trace.layers();
        parameters = trace.parameters();
    }

    @Override
    public int layers() {
        return network.network().layers().size();
    }

    @Override
    public double[] output(int model, int layer) {
        return outputs.get(layer).values();
    }

    @Override
    public double[] preactivation(int model, int layer) {
        return preactivations.get(layer).values();
    }

    @Override
    public boolean hasDerivative(int layer) {
        return true;
    }

    @Override
    public double[] derivative(int model, int layer) {
        return preactivations.get(layer).gradient();
    }

    @Override
    public boolean hasParameters(int layer) {
        return true;
    }

    /** {@inheritDoc} A dense layer has one. */
    @Override
    public List<double[]> gradients(int model, int layer) {
        return List.of(parameters.get(layer).gradient());
    }

    @Override
    public List<Activated> activated(int model, int layer) {
        Dense dense = (Dense) network.network().layers().get(layer);
        return List.of(new Activated(dense.activation(), dense.units(), () -> List.of(output(model, layer))));
    }

    @Override
    public void close() {
        // Nothing but the heap holds what it made.
    }
}
