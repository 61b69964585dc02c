package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.initbench.network.Activation;
import org.initbench.network.Network;
import org.initbench.optimizer.Optimizer;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/**
 * Some models of a dense network, one a lane: their parameters, the optimizer's states and the activations, and the arithmetic
 * on all lanes at once. Lanes without a model hold zeros.
 */
final class Tile implements AutoCloseable {

    private final Task task;
    private final int lanes;
    private final Rows parameters;
    private final List<Rows> states = new ArrayList<>();
    private final Rows activations;
    private final List<InterleavedLayer> layers = new ArrayList<>();
    private final Rows predictions;
    private final Rows gradient;
    private final LaneProgram forward;
    private final LaneProgram backward;
    private final NativeVectors vectors;

    /**
     * Allocates a tile.
     *
     * @param task the task
     * @param workspace what tiles share
     * @param lanes number of lanes, at most those of the workspace
     */
    Tile(Task task, TileWorkspace workspace, int lanes) {
        this.task = task;
        this.lanes = lanes;
        Precision precision = task.precision();
        int size = task.parameters();
        parameters = Rows.allocate(precision, lanes, size);
        for (int i = 0; i < task.optimizer().states(); i++) {
            states.add(Rows.allocate(precision, lanes, size));
        }
        activations = Rows.allocate(precision, lanes, activationRows(task));
        gradient = workspace.gradient(lanes);
        Rows outputs = addLayers();
        predictions = task.loss().classifies()
                ? activations.part(activations.count() - outputs.count(), outputs.count())
                : outputs;
        forward = new LaneProgram(precision);
        backward = new LaneProgram(precision);
        vectors = new NativeVectors(precision, (long) size * lanes);
        vectors.bind(size * lanes);
        write(workspace, new InterleavedHead(task.loss(), task.data().training(), outputs, predictions));
    }

    /** Rows of activations: pre-activations by themselves where they are kept, and the predictions unless outputs are. */
    static int activationRows(Task task) {
        int samples = task.batchSize();
        Network network = task.network();
        int units = task.loss().classifies() ? network.output().size() : 0;
        for (int i = 0; i < network.layers().size(); i++) {
            boolean inPlace = ActivationKernels.inPlace(network.layers().get(i).activation());
            units += network.parametersOf(i).get(0).rows() * (inPlace ? 1 : 2);
        }
        return units * samples;
    }

    private Rows addLayers() {
        int samples = task.batchSize();
        Network network = task.network();
        int parameter = 0;
        int row = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            int inputs = network.inputOf(i).size();
            Activation activation = network.layers().get(i).activation();
            int size = network.parametersOf(i).get(0).size();
            int count = network.parametersOf(i).get(0).rows() * samples;
            Rows z = activations.part(row, count);
            row += ActivationKernels.inPlace(activation) ? 0 : count;
            Rows a = activations.part(row, count);
            row += count;
            layers.add(new InterleavedLayer(
                    inputs,
                    activation,
                    samples,
                    parameters.part(parameter, size),
                    gradient.part(parameter, size),
                    z,
                    a));
            parameter += size;
        }
        return layers.get(layers.size() - 1).output();
    }

    private void write(TileWorkspace workspace, InterleavedHead head) {
        Samples samples = task.data().training();
        Rows t = workspace.scratch(0, lanes);
        for (int i = 0; i < layers.size(); i++) {
            InterleavedLayer layer = layers.get(i);
            Rows scratch = t.part(0, layer.output().count());
            if (i == 0) {
                layer.forward(forward, samples.inputs(), scratch);
            } else {
                layer.forward(forward, layers.get(i - 1).output(), scratch);
            }
        }
        head.predict(forward, t);
        Rows d = workspace.scratch(2, lanes);
        Rows below = workspace.scratch(3, lanes);
        head.differentiate(backward, d.part(0, predictions.count()), workspace.ones(lanes));
        for (int i = layers.size() - 1; i >= 0; i--) {
            int count = layers.get(i).output().count();
            Rows derivative = d.part(0, count);
            layers.get(i)
                    .differentiate(
                            backward,
                            derivative,
                            t.part(0, count),
                            workspace.scratch(1, lanes).part(0, count));
            if (i == 0) {
                layers.get(i).backward(backward, samples.inputs(), derivative);
            } else {
                Rows x = layers.get(i - 1).output();
                layers.get(i).backward(backward, x, derivative, below.part(0, x.count()), t);
            }
            Rows swapped = d;
            d = below;
            below = swapped;
        }
    }

    int lanes() {
        return lanes;
    }

    /** The parameters of all lanes. */
    Rows parameters() {
        return parameters;
    }

    /** What the last layer predicts for the training samples, {@code [outputs, samples]}. */
    Rows predictions() {
        return predictions;
    }

    /** What a layer puts out for the training samples, {@code [units, samples]}. */
    Rows output(int layer) {
        return layers.get(layer).output();
    }

    /** Sets a lane's parameters and forgets what the optimizer kept of it. */
    void write(int lane, double[] values) {
        parameters.setLane(lane, values);
        states.forEach(state -> state.setLane(lane, new double[state.count()]));
    }

    /** Makes a lane's parameters zero. */
    void clear(int lane) {
        write(lane, new double[parameters.count()]);
    }

    /** Copies everything that a lane holds to a lane of this or another tile of the task. */
    void copyLane(int lane, Tile target, int to) {
        List<Rows> sources = memory();
        List<Rows> targets = target.memory();
        for (int i = 0; i < sources.size(); i++) {
            targets.get(i).setLane(to, sources.get(i).lane(lane));
        }
    }

    /** Copies everything that the first lanes hold to those of another tile of the task. */
    void copyLanes(Tile target, int number) {
        List<Rows> sources = memory();
        List<Rows> targets = target.memory();
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).copyLanes(targets.get(i), number);
        }
    }

    private List<Rows> memory() {
        List<Rows> all = new ArrayList<>(states);
        all.add(parameters);
        all.add(activations);
        return all;
    }

    /** Runs all lanes forward. */
    void forward() {
        forward.run();
    }

    /**
     * Makes the update at what {@link #forward} computed.
     *
     * @param step number of this update, from 1
     */
    void update(int step) {
        backward.run();
        Optimizer optimizer = task.optimizer();
        vectors.reuseTemporaries();
        optimizer.update(
                vectors,
                parameters.array(),
                gradient.array(),
                states.stream().map(Rows::array).toList(),
                task.learningRate(),
                step);
    }

    @Override
    public void close() {
        forward.close();
        backward.close();
        vectors.close();
        memory().forEach(rows -> rows.array().close());
    }
}
