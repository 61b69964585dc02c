package org.initbench.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.initbench.network.Layer;
import org.initbench.network.Network;
import org.initbench.network.Shape;
import org.initbench.optimizer.Optimizer;
import org.initbench.optimizer.Sgd;
import org.jspecify.annotations.Nullable;

/** Puts a task together; what is not said is as most tasks have it. */
final class TaskBuilder {

    private static final int MOST_EVALUATION_SAMPLES = 480;

    private final String name;
    private final String kind;
    private final String description;
    private final Supplier<DataSet> data;
    private @Nullable Shape input;
    private List<Layer> layers = List.of();
    private LossFunction loss = LossFunction.SOFTMAX_CROSS_ENTROPY;
    private Optimizer optimizer = new Sgd();
    private double learningRate = Double.NaN;
    private double gradientClip = Double.POSITIVE_INFINITY;
    private @Nullable Integer batchSize;
    private Criterion criterion = Criterion.LossLevels.STANDARD;
    private boolean drawnBiases;
    private double budget = Double.NaN;
    private @Nullable String control;

    /**
     * A task on all samples at once, a classifier by softmax, trained by plain gradient descent.
     *
     * @param name unique name
     * @param kind the kind of network, for people
     * @param description one sentence for people
     * @param data the samples, loaded when the task is built
     */
    TaskBuilder(String name, String kind, String description, Supplier<DataSet> data) {
        this.name = name;
        this.kind = kind;
        this.description = description;
        this.data = data;
    }

    /**
     * A one-unit control of this task: what follows from neither the layers nor the name is this task's.
     *
     * @param controlName its name
     * @param all the layers, each hidden one of a single unit
     */
    TaskBuilder control(String controlName, Layer... all) {
        TaskBuilder other = new TaskBuilder(
                controlName,
                kind,
                "A one-unit control of " + name + ": the same task with a single unit in each hidden layer.",
                data);
        other.input = input;
        other.layers = List.of(all);
        other.loss = loss;
        other.optimizer = optimizer;
        other.learningRate = learningRate;
        other.gradientClip = gradientClip;
        other.batchSize = batchSize;
        other.criterion = criterion;
        other.drawnBiases = drawnBiases;
        other.budget = budget;
        other.control = name;
        return other;
    }

    String name() {
        return name;
    }

    /** The task that this one is a control of. */
    Optional<String> control() {
        return Optional.ofNullable(control);
    }

    String description() {
        return description;
    }

    /** What a sample is, where it is not a plain vector. */
    TaskBuilder input(Shape shape) {
        input = shape;
        return this;
    }

    TaskBuilder layers(Layer... all) {
        layers = List.of(all);
        return this;
    }

    TaskBuilder layers(List<? extends Layer> all) {
        layers = List.copyOf(all);
        return this;
    }

    TaskBuilder loss(LossFunction function) {
        loss = function;
        return this;
    }

    TaskBuilder optimizer(Optimizer rule) {
        optimizer = rule;
        return this;
    }

    /** A learning rate and budget that belong to the definition; others come from calibration. */
    TaskBuilder fixed(double rate, double budgetEpochs) {
        learningRate = rate;
        budget = budgetEpochs;
        return this;
    }

    /** The budget of calibration runs, in epochs: generous, so that slow starts are seen. */
    TaskBuilder provisionalBudget(double epochs) {
        budget = epochs;
        return this;
    }

    TaskBuilder gradientClip(double norm) {
        gradientClip = norm;
        return this;
    }

    TaskBuilder batchSize(int samples) {
        batchSize = samples;
        return this;
    }

    TaskBuilder criterion(Criterion rule) {
        criterion = rule;
        return this;
    }

    TaskBuilder drawnBiases() {
        drawnBiases = true;
        return this;
    }

    /**
     * The task.
     *
     * @throws org.initbench.common.DataException if the data are missing or damaged
     */
    Task build() {
        DataSet samples = data.get();
        int count = samples.training().count();
        Shape shape = input == null ? Shape.vector(samples.training().inputWidth()) : input;
        return new Task(
                name,
                description,
                kind,
                samples,
                new Network(shape, layers),
                loss,
                optimizer,
                learningRate,
                gradientClip,
                batchSize == null ? count : batchSize,
                Math.min(MOST_EVALUATION_SAMPLES, count),
                criterion,
                drawnBiases,
                Precision.FLOAT32,
                budget,
                control);
    }
}
