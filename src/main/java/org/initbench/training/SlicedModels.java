package org.initbench.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.task.DataOrder;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/**
 * Models of any task, {@code [models, rows, columns]}: a model's matrices are slices of their own, multiplied one by one, and
 * elementwise work is one call over the stack.
 *
 * <p>All memory is allocated once. When models leave, elementwise work shrinks in steps, so that few operations are bound
 * anew.
 */
final class SlicedModels implements StackedModels {

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
     * Allocates models whose weights are all zero.
     *
     * @param task the task
     * @param order the order of the training samples
     * @param replicates for each model, the replicate whose data order it follows
     */
    SlicedModels(Task task, DataOrder order, int[] replicates) {
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

    @Override
    public void write(int slot, List<double[]> values) {
        parameters.write(slot, values);
        forwarded = false;
    }

    @Override
    public List<double[]> read(int slot) {
        return parameters.read(slot);
    }

    @Override
    public void forward(int step) {
        if (!forwarded) {
            moveTo(step);
            training.forward(0, models);
            forwarded = true;
        }
    }

    @Override
    public void update(int step) {
        forward(step);
        training.backward(models);
        rule.update(models, step + 1);
        forwarded = false;
    }

    @Override
    public Observation observe() {
        return training.head().observe(models);
    }

    @Override
    public SamplePass newPass(Samples samples) {
        int together = NativeSamplePass.together(task, samples, models);
        NetworkPass pass = new NetworkPass(task, new Blueprint(task, samples.count(), false), parameters, together);
        pass.bind(together);
        return new NativeSamplePass(task, samples, pass, (first, count) -> first);
    }

    @Override
    public void remove(int slot) {
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

    /** Bytes of native memory that so many models of so many replicates take. */
    static long bytes(Task task, int models, int replicates) {
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
                                blueprint.input().layout());
    }

    @Override
    public void close() {
        training.close();
        rule.close();
        parameters.close();
        batches.values().forEach(SampleArrays::close);
    }
}
