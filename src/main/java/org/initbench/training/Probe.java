package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/**
 * Runs a few models of a task at once forward and backward over evaluation samples, in memory of its own: what it does is no
 * matter to any model in training. Every layer's values, derivatives and gradients can then be read, model by model; those of a
 * model do not depend, to the last bit, on the others.
 */
final class Probe implements AutoCloseable {

    private final int count;
    private final ParameterArrays parameters;
    private final NetworkPass pass;
    private final SampleArrays samples;
    private final List<List<Site>> sites;
    private final List<Node> preactivations = new ArrayList<>();
    private final int[] firstParameter;
    private final double lossFactor;

    /**
     * Allocates what a task's models need.
     *
     * @param task the task
     * @param count samples to run models over: the first ones of the evaluation samples
     * @param models most models at once
     */
    Probe(Task task, int count, int models) {
        Samples evaluation = task.evaluation().first(count);
        this.count = count;
        Blueprint blueprint = Blueprint.observable(task, evaluation.count());
        parameters = ParameterArrays.withGradients(task, models, evaluation.count());
        pass = new NetworkPass(task, blueprint, parameters, models);
        samples = new SampleArrays(evaluation, evaluation.count(), task.precision(), pass.sampleLayout());
        samples.arrange(IntStream.range(0, evaluation.count()).toArray());
        for (int slot = 0; slot < models; slot++) {
            pass.setSamples(slot, samples);
        }
        pass.bind(models);
        pass.copyTargets(models);
        sites = Site.of(blueprint);
        lossFactor = task.loss().derivativeFactor(evaluation.count(), evaluation.targetWidth());
        firstParameter = new int[sites.size() + 1];
        for (int layer = 0; layer < sites.size(); layer++) {
            preactivations.add(preactivation(blueprint.layers().get(layer), sites.get(layer)));
            firstParameter[layer + 1] =
                    firstParameter[layer] + task.network().parametersOf(layer).size();
        }
    }

    /**
     * Native memory of probes.
     *
     * @param perModel bytes that each model adds
     * @param shared other bytes
     */
    record Memory(long perModel, long shared) {

        /** Of probes that run a task's models over so many samples. */
        static Memory of(Task task, int count) {
            Samples evaluation = task.evaluation().first(count);
            Blueprint blueprint = Blueprint.observable(task, evaluation.count());
            long parameters =
                    2L * ParameterArrays.sizeOf(task.network().parameters()) * NativeArray.bytes(task.precision());
            long samples = SampleArrays.bytes(
                    evaluation, task.precision(), blueprint.input().layout());
            return new Memory(blueprint.bytesPerModel() + parameters, blueprint.sharedBytes() + samples);
        }

        /** How many models are run at once: no more than there are or than a core's cache holds, but one at least. */
        int together(int models) {
            return (int) Math.max(1, Math.min(models, Evaluation.GROUP_BYTES / perModel));
        }

        /** Bytes of a probe of at most that many models. */
        long bytes(int models) {
            return models * perModel + shared;
        }
    }

    /** Number of samples. */
    int samples() {
        return count;
    }

    /** Most models at once. */
    int capacity() {
        return pass.capacity();
    }

    /**
     * Runs models; what is read from now on is theirs, by their place in the list.
     *
     * @param models at least one model, and at most {@link #capacity}
     */
    void run(List<Parameters> models) {
        for (int slot = 0; slot < models.size(); slot++) {
            parameters.write(slot, models.get(slot).values());
        }
        pass.forward(0, models.size());
        pass.backward(models.size());
    }

    /** Number of layers. */
    int layers() {
        return sites.size();
    }

    /** What a layer of a model puts out, {@code [rows, channels]}. */
    double[] output(int model, int layer) {
        return pass.output(layer, model);
    }

    /** What enters a layer's last nonlinearity; without one, what the layer puts out. */
    double[] preactivation(int model, int layer) {
        return NetworkPass.values(preactivations.get(layer), model);
    }

    /** Whether there is a {@link #derivative}: whether a parameter lies below. */
    boolean hasDerivative(int layer) {
        Node node = preactivations.get(layer);
        return node.trainable() && node.storage().hasDerivatives();
    }

    /** The derivative of the loss by {@link #preactivation}; empty if no parameter lies below. */
    double[] derivative(int model, int layer) {
        if (!hasDerivative(layer)) {
            return new double[0];
        }
        double[] derivative = NetworkPass.derivatives(preactivations.get(layer), model);
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] *= lossFactor;
        }
        return derivative;
    }

    private static Node preactivation(Node output, List<Site> sites) {
        Node node = output;
        while (node instanceof ViewNode view) {
            node = view.whole();
        }
        return node instanceof ActivationNode activation && sites.stream().anyMatch(site -> site.has(activation))
                ? activation.operands().get(0)
                : output;
    }

    /** Whether a layer has parameters. */
    boolean hasParameters(int layer) {
        return firstParameter[layer + 1] > firstParameter[layer];
    }

    /** The gradient of the loss by each parameter of a layer. */
    List<double[]> gradients(int model, int layer) {
        List<double[]> gradients = new ArrayList<>();
        for (int number = firstParameter[layer]; number < firstParameter[layer + 1]; number++) {
            gradients.add(parameters.readGradient(number, model));
        }
        return gradients;
    }

    /** The places of a layer where units pass their nonlinearity. */
    List<Site> sites(int layer) {
        return sites.get(layer);
    }

    /** What the units of a site put out at each step, {@code [rows, units]} each. */
    List<double[]> values(int model, Site site) {
        List<double[]> values = new ArrayList<>();
        for (ActivationNode node : site.nodes()) {
            values.add(NetworkPass.values(node, model));
        }
        return values;
    }

    @Override
    public void close() {
        pass.close();
        samples.close();
        parameters.close();
    }
}
