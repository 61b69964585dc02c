package org.initbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.task.DataOrder;
import org.initbench.task.Dense;
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
    private final List<DenseParameters> parameters = new ArrayList<>();
    private final Map<Integer, SampleArrays> batches = new LinkedHashMap<>();
    private final NetworkPass training;
    private final int[] replicates;
    private final double rate;
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
        rate = task.loss().isMean() ? task.learningRate() / task.batchSize() : task.learningRate();
        for (Dense layer : task.layers()) {
            parameters.add(new DenseParameters(layer, task.precision(), models, task.momentum() != 0));
        }
        training = new NetworkPass(task, parameters, models, task.batchSize(), true);
        Samples samples = task.data().training();
        for (int replicate : replicates) {
            batches.computeIfAbsent(replicate, r -> new SampleArrays(samples, task.batchSize(), task.precision()));
        }
        for (int slot = 0; slot < models; slot++) {
            training.setInputs(slot, batch(slot).input());
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
     * @param layers for each layer {@code fanOut × (fanIn + 1)} values row by row, the bias last in each row
     */
    public void write(int slot, List<double[]> layers) {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).write(slot, layers.get(i));
        }
    }

    /** A model's parameters, as {@link #write} takes them. */
    public List<double[]> read(int slot) {
        return parameters.stream().map(p -> p.read(slot)).toList();
    }

    /**
     * Makes update number {@code step} of every model.
     *
     * @param step updates made so far; steps are taken in order, from 0
     */
    public void step(int step) {
        forward(step);
        training.descend(models, rate, task.momentum());
        forwarded = false;
    }

    /** Runs every model forward on the batch of update {@code step}, unless that was done already. */
    void forward(int step) {
        if (!forwarded) {
            moveTo(step);
            training.forward(models);
            forwarded = true;
        }
    }

    /** The pass over training batches. */
    NetworkPass training() {
        return training;
    }

    /** A pass over {@code samples} samples for as many models as the stack was made for; the caller closes it. */
    NetworkPass newPass(int samples) {
        NetworkPass pass = new NetworkPass(task, parameters, replicates.length, samples, false);
        pass.bind(bound);
        return pass;
    }

    /** The number of slots that elementwise work covers: at least {@link #models()}. */
    int bound() {
        return bound;
    }

    /** Takes a model out: the last model moves to its slot. */
    void remove(int slot) {
        int last = models - 1;
        if (slot != last) {
            parameters.forEach(p -> p.move(last, slot));
            replicates[slot] = replicates[last];
            training.setInputs(slot, batch(slot).input());
        }
        models = last;
        forwarded = false;
        freeUnusedBatches();
        if (models > 0 && models <= SHRINK * bound) {
            bind();
        }
        copyTargets();
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
        parameters.forEach(p -> p.bind(bound));
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
                copyTargets();
            }
        }
        if (!oneBatch) {
            batches.values().forEach(arrays -> arrays.moveTo(step % perEpoch));
            copyTargets();
        }
    }

    private void copyTargets() {
        for (int slot = 0; slot < models; slot++) {
            training.setTargets(slot, batch(slot).target());
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
     * Bytes of native memory that a stack takes while it trains, an upper bound.
     *
     * @param task the task
     * @param models number of models
     * @param replicates number of replicates among them
     */
    public static long bytes(Task task, int models, int replicates) {
        int element = NativeArray.bytes(task.precision());
        Samples training = task.data().training();
        int evaluated = task.evaluatedOnBatch() ? 0 : task.evaluationSamples();
        int samples = task.batchSize() + evaluated + task.data().test().count();
        long perModel = 2L * samples * training.targetWidth() * element;
        for (Dense layer : task.layers()) {
            perModel += DensePass.bytesPerModel(layer, samples, task.precision());
            perModel += 2L * layer.parameters() * element;
        }
        long perReplicate = (long) training.count() * (training.inputWidth() + 1 + training.targetWidth()) * element;
        return models * perModel + replicates * perReplicate;
    }

    @Override
    public String toString() {
        return "stack of " + models + " " + task.name() + " " + Arrays.toString(Arrays.copyOf(replicates, models));
    }

    @Override
    public void close() {
        training.close();
        parameters.forEach(DenseParameters::close);
        batches.values().forEach(SampleArrays::close);
    }
}
