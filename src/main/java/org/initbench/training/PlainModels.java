package org.initbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.network.Parameter;
import org.initbench.reference.PlainModel;
import org.initbench.reference.PlainNetwork;
import org.initbench.reference.PlainTrainer;
import org.initbench.task.DataOrder;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Models in the heap, each trained by itself by the reference interpreter. Every unit of a layer goes through the same operations
 * in the same order, so that units that are interchangeable at the start are equal to the last bit ever after.
 */
final class PlainModels implements StackedModels {

    private final Task task;
    private final PlainTrainer trainer;
    private final List<Slot> slots = new ArrayList<>();

    /**
     * Makes models whose weights are all zero.
     *
     * @param task a task of dense layers
     * @param order the order of the training samples
     * @param replicates for each model, the replicate whose data order it follows
     */
    PlainModels(Task task, DataOrder order, int[] replicates) {
        this.task = task;
        trainer = PlainArithmetic.trainer(task);
        Samples samples = rounded(task.data().training(), task.precision());
        for (int replicate : replicates) {
            slots.add(new Slot(new PlainBatches(task, samples, order, replicate), zeros()));
        }
    }

    /** A model, and what it made of its current batch. */
    private final class Slot {
        private final PlainBatches batches;
        private PlainModel model;
        private PlainNetwork.@Nullable Result result;

        Slot(PlainBatches batches, List<double[]> start) {
            this.batches = batches;
            model = new PlainModel(trainer, start);
        }

        PlainNetwork.Result evaluated(int step) {
            PlainNetwork.Result current = result == null ? model.evaluate(batches.at(step)) : result;
            result = current;
            return current;
        }
    }

    /** Samples, every number rounded to a precision. */
    static Samples rounded(Samples samples, Precision precision) {
        return new Samples(
                Arrays.stream(samples.inputs()).map(precision::round).toArray(),
                Arrays.stream(samples.targets()).map(precision::round).toArray(),
                samples.inputWidth(),
                samples.targetWidth());
    }

    private List<double[]> zeros() {
        return task.network().parameters().stream()
                .map(Parameter::size)
                .map(double[]::new)
                .toList();
    }

    @Override
    public void write(int slot, List<double[]> values) {
        slots.get(slot).model = new PlainModel(trainer, values);
        slots.get(slot).result = null;
    }

    @Override
    public List<double[]> read(int slot) {
        return slots.get(slot).model.parameters();
    }

    @Override
    public void remove(int slot) {
        Slot last = slots.remove(slots.size() - 1);
        if (slot < slots.size()) {
            slots.set(slot, last);
        }
    }

    /** {@inheritDoc} Gradients are computed with it. */
    @Override
    public void forward(int step) {
        slots.forEach(slot -> slot.evaluated(step));
    }

    @Override
    public void update(int step) {
        for (Slot slot : slots) {
            slot.model.update(slot.evaluated(step).gradients());
            slot.result = null;
        }
    }

    @Override
    public Observation observe() {
        return observation(slots.stream().map(PlainModels::outputs).toList());
    }

    private static double[] outputs(Slot slot) {
        if (slot.result == null) {
            throw new IllegalStateException("a model is observed after a forward pass");
        }
        return slot.result.outputs();
    }

    /** What models predict whose output layers put that out. */
    private Observation observation(List<double[]> outputs) {
        int width = task.data().training().targetWidth();
        double[] predicted = outputs.stream()
                .map(each -> trainer.network().loss().predictions(each, width, task.precision()))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new Observation(task.loss(), width, predicted, outputs::get);
    }

    @Override
    public SamplePass newPass(Samples samples) {
        return new Pass(rounded(samples, task.precision()));
    }

    /** A pass over fixed samples, model after model. */
    private final class Pass implements SamplePass {
        private final Samples samples;
        private List<double[]> outputs = List.of();

        Pass(Samples samples) {
            this.samples = samples;
        }

        @Override
        public int capacity() {
            return 1;
        }

        @Override
        public void forward(int first, int count) {
            outputs = slots.subList(first, first + count).stream()
                    .map(slot -> slot.model.outputs(samples.inputs()))
                    .toList();
        }

        @Override
        public Observation observe(int count) {
            return observation(outputs.subList(0, count));
        }

        @Override
        public void close() {
            outputs = List.of();
        }
    }

    @Override
    public void close() {
        slots.clear();
    }
}
