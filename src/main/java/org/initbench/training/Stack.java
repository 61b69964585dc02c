package org.initbench.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.task.DataOrder;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/**
 * Models of one task, trained together: R models at once, each with its own weights, those of one replicate on the same
 * mini-batches.
 *
 * <p>All memory is allocated once. When a model leaves, the last one takes its slot; elementwise work shrinks in steps, so
 * that few operations are bound anew. Not safe for use by several threads at once; several stacks are independent.
 */
public final class Stack implements AutoCloseable {

    private static final double SHRINK = 0.9;

    private final Task task;
    private final DataOrder order;
    private final ParameterArrays parameters;
    private final UpdateRule rule;
    private final Map<Integer, SampleArrays> batches = new LinkedHashMap<>();
    private final NetworkPass training;
    private final int[] replicates;
    private int models;
    private int bound;
    private int epoch = -1;
    private boolean forwarded;

    /**
     * Makes a stack whose weights are all zero.
     *
     * @param task the task
     * @param order the order of the training samples
     * @param replicates for each model, the replicate whose data order it follows
     */
    public Stack(Task task, DataOrder order, int... replicates) {
        NativeBackend.require();
        this.task = task;
        this.order = order;
        this.replicates = replicates.clone();
        models = replicates.length;
        Blueprint blueprint = new Blueprint(task, task.batchSize(), true);
        parameters = new ParameterArrays(task, models, blueprint.usesParametersOnce());
        rule = new UpdateRule(task, parameters, models);
        training = new NetworkPass(task, blueprint, parameters, models);
        Samples samples = task.data().training();
        for (int replicate : replicates) {
            batches.computeIfAbsent(
                    replicate,
                    r -> new SampleArrays(samples, task.batchSize(), task.precision(), training.sampleLayout()));
        }
        for (int slot = 0; slot < models; slot++) {
            training.setSamples(slot, batch(slot));
        }
        bind();
    }

    /** Number of models that are still training. */
    public int models() {
        return models;
    }

    /**
     * Sets a model's parameters, each rounded once to the task's precision.
     *
     * @param slot the model, from 0
     * @param values for each of the network's parameters its values, row by row
     */
    public void write(int slot, List<double[]> values) {
        parameters.write(slot, values);
    }

    /** A model's parameters, as {@link #write} takes them. */
    public List<double[]> read(int slot) {
        return parameters.read(slot);
    }

    /**
     * Makes update number {@code step} of every model.
     *
     * @param step updates made so far; steps are taken in order, from 0
     */
    public void step(int step) {
        forward(step);
        training.backward(models);
        rule.update(models, step + 1);
        forwarded = false;
    }

    /** Runs every model forward on the batch of update {@code step}, unless that was done already. */
    void forward(int step) {
        if (!forwarded) {
            moveTo(step);
            training.forward(0, models);
            forwarded = true;
        }
    }

    /** The pass over training batches. */
    NetworkPass training() {
        return training;
    }

    /** A pass over {@code samples} samples for {@code models} models at once; the caller closes it. */
    NetworkPass newPass(int samples, int models) {
        NetworkPass pass = new NetworkPass(task, new Blueprint(task, samples, false), parameters, models);
        pass.bind(models);
        return pass;
    }

    /** Takes a model out: the last model moves to its slot. */
    void remove(int slot) {
        int last = models - 1;
        if (slot != last) {
            parameters.move(last, slot);
            replicates[slot] = replicates[last];
            training.setSamples(slot, batch(slot));
        }
        models = last;
        forwarded = false;
        freeUnusedBatches();
        if (models > 0 && models <= SHRINK * bound) {
            bind();
        }
        training.copyTargets(models);
    }

    private void freeUnusedBatches() {
        batches.entrySet().removeIf(entry -> {
            boolean unused = Arrays.stream(replicates, 0, models).noneMatch(replicate -> replicate == entry.getKey());
            if (unused) {
                entry.getValue().close();
            }
            return unused;
        });
    }

    private void bind() {
        bound = models;
        rule.bind(bound);
        training.bind(bound);
    }

    private void moveTo(int step) {
        int perEpoch = task.updatesPerEpoch();
        boolean oneBatch = perEpoch == 1;
        if (step / perEpoch != epoch && !(oneBatch && epoch >= 0)) {
            epoch = step / perEpoch;
            int count = task.data().training().count();
            batches.forEach((replicate, arrays) -> arrays.arrange(order.permutation(replicate, epoch, count)));
            if (oneBatch) {
                training.copyTargets(models);
            }
        }
        if (!oneBatch) {
            batches.values().forEach(arrays -> arrays.moveTo(step % perEpoch));
            training.copyTargets(models);
        }
    }

    private SampleArrays batch(int slot) {
        SampleArrays arrays = batches.get(replicates[slot]);
        if (arrays == null) {
            throw new IllegalStateException("no samples for replicate " + replicates[slot]);
        }
        return arrays;
    }

    /**
     * Bytes of native memory that a stack takes while it trains.
     *
     * @param task the task
     * @param models number of models
     * @param replicates number of replicates among them
     */
    public static long bytes(Task task, int models, int replicates) {
        Blueprint blueprint = new Blueprint(task, task.batchSize(), true);
        int copies = ParameterArrays.copies(task, blueprint.usesParametersOnce());
        long parameters = (long) copies
                * ParameterArrays.sizeOf(task.network().parameters())
                * NativeArray.bytes(task.precision());
        return models * (blueprint.bytesPerModel() + parameters)
                + blueprint.sharedBytes()
                + replicates
                        * SampleArrays.bytes(
                                task.data().training(),
                                task.precision(),
                                blueprint.input().layout())
                + Evaluation.bytes(task, models);
    }

    @Override
    public String toString() {
        return "stack of " + models + " " + task.name() + " " + Arrays.toString(Arrays.copyOf(replicates, models));
    }

    @Override
    public void close() {
        training.close();
        rule.close();
        parameters.close();
        batches.values().forEach(SampleArrays::close);
    }
}
