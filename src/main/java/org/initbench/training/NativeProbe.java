package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/** A probe in native memory, by the same operations as training. */
final class NativeProbe implements Probe {

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
    NativeProbe(Task task, int count, int models) {
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
            return (int) Math.max(1, Math.min(models, NativeSamplePass.GROUP_BYTES / perModel));
        }

        /** Bytes of a probe of at most that many models. */
        long bytes(int models) {
            return models * perModel + shared;
        }
    }

    @Override
    public int samples() {
        return count;
    }

    @Override
    public int capacity() {
        return pass.capacity();
    }

    @Override
    public void run(List<Parameters> models) {
        for (int slot = 0; slot < models.size(); slot++) {
            parameters.write(slot, models.get(slot).values());
        }
        pass.forward(0, models.size());
        pass.backward(models.size());
    }

    @Override
    public int layers() {
        return sites.size();
    }

    @Override
    public double[] output(int model, int layer) {
        return pass.output(layer, model);
    }

    @Override
    public double[] preactivation(int model, int layer) {
        return NetworkPass.values(preactivations.get(layer), model);
    }

    @Override
    public boolean hasDerivative(int layer) {
        Node node = preactivations.get(layer);
        return node.trainable() && node.storage().hasDerivatives();
    }

    @Override
    public double[] derivative(int model, int layer) {
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

    @Override
    public boolean hasParameters(int layer) {
        return firstParameter[layer + 1] > firstParameter[layer];
    }

    @Override
    public List<double[]> gradients(int model, int layer) {
        List<double[]> gradients = new ArrayList<>();
        for (int number = firstParameter[layer]; number < firstParameter[layer + 1]; number++) {
            gradients.add(parameters.readGradient(number, model));
        }
        return gradients;
    }

    @Override
    public List<Activated> activated(int model, int layer) {
        return sites(layer).stream()
                .map(site -> new Activated(site.activation(), site.units(), () -> values(model, site)))
                .toList();
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
