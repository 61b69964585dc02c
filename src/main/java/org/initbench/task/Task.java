package org.initbench.task;

import java.util.List;

/**
 * A task: two models of it are identical networks, trained on the same samples in the same order.
 *
 * @param name unique name
 * @param description one sentence for people
 * @param kind the kind of network, for people
 * @param data the samples
 * @param layers the layers, input side first
 * @param loss the loss
 * @param learningRate step of an update along the loss's gradient
 * @param momentum heavy-ball momentum in [0, 1); 0 for plain gradient descent
 * @param batchSize samples an update; a divisor of the number of training samples
 * @param evaluationSamples size of the fixed subset of the training samples on which the loss is measured: the first ones
 * @param criterion the threshold levels
 * @param drawnBiases whether biases are drawn from the initializer; otherwise they start at zero
 * @param precision the arithmetic
 * @param budgetEpochs epochs after which a run is given up
 */
public record Task(
        String name,
        String description,
        String kind,
        DataSet data,
        List<Dense> layers,
        LossFunction loss,
        double learningRate,
        double momentum,
        int batchSize,
        int evaluationSamples,
        Criterion criterion,
        boolean drawnBiases,
        Precision precision,
        double budgetEpochs) {

    public Task {
        layers = List.copyOf(layers);
        if (data.training().count() % batchSize != 0) {
            throw new IllegalArgumentException(name + ": " + data.training().count()
                    + " training samples are not a multiple of the batch size " + batchSize);
        }
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).fanIn() != layers.get(i - 1).fanOut()) {
                throw new IllegalArgumentException(name + ": layer " + i + " does not fit the one before");
            }
        }
        if (layers.get(0).fanIn() != data.training().inputWidth()
                || layers.get(layers.size() - 1).fanOut() != data.training().targetWidth()) {
            throw new IllegalArgumentException(name + ": the layers do not fit the data");
        }
    }

    /** Updates that make one epoch. */
    public int updatesPerEpoch() {
        return data.training().count() / batchSize;
    }

    /** Whether the loss is measured on the very batch that every update sees: then measuring it costs nothing. */
    public boolean evaluatedOnBatch() {
        return batchSize == data.training().count() && evaluationSamples == batchSize;
    }

    /** Updates after which a run is given up. */
    public int budgetUpdates() {
        return (int) Math.ceil(budgetEpochs * updatesPerEpoch());
    }

    /** The samples on which the loss is measured. */
    public Samples evaluation() {
        return data.training().first(evaluationSamples);
    }

    /** The loss of the best constant predictor on the evaluation samples. */
    public double chanceLoss() {
        Samples evaluation = evaluation();
        return loss.ofBestConstant(evaluation.targets(), evaluation.targetWidth());
    }

    /** Number of parameters, biases included. */
    public int parameters() {
        return layers.stream().mapToInt(Dense::parameters).sum();
    }

    /** The same task at another learning rate and budget. */
    public Task with(double rate, double budget) {
        return new Task(
                name,
                description,
                kind,
                data,
                layers,
                loss,
                rate,
                momentum,
                batchSize,
                evaluationSamples,
                criterion,
                drawnBiases,
                precision,
                budget);
    }

    /** The task as data. */
    public TaskDescription describe() {
        double chance = chanceLoss();
        List<Double> levelLosses = criterion instanceof Criterion.LossLevels levels
                ? levels.fractions().stream().map(f -> f * chance).toList()
                : List.of();
        return new TaskDescription(
                name,
                description,
                kind,
                data.name(),
                data.digest(),
                data.training().count(),
                evaluationSamples,
                data.heldOut() ? data.test().count() : 0,
                layers.stream().map(Dense::describe).toList(),
                loss.label(),
                momentum == 0 ? "sgd" : "momentum",
                learningRate,
                momentum,
                batchSize,
                updatesPerEpoch(),
                drawnBiases,
                criterion.levels(),
                levelLosses,
                criterion.levels().get(criterion.headline()),
                chance,
                criterion instanceof Criterion.OutputBand ? "share of patterns learned" : "test accuracy",
                budgetEpochs,
                precision.label());
    }
}
