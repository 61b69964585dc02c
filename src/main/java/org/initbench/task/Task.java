package org.initbench.task;

import java.util.List;
import org.initbench.network.Network;
import org.initbench.optimizer.Optimizer;
import org.jspecify.annotations.Nullable;

/**
 * A task: two models of it are identical networks, trained on the same samples in the same order.
 *
 * @param name unique name
 * @param description one sentence for people
 * @param kind the kind of network, for people
 * @param data the samples
 * @param network the network
 * @param loss the loss
 * @param optimizer what is done with a gradient
 * @param learningRate the optimizer's learning rate
 * @param gradientClip largest Euclidean norm of a model's gradient: a longer one is scaled down to it; infinite for none
 * @param batchSize samples an update; a divisor of the number of training samples
 * @param evaluationSamples size of the fixed subset of the training samples on which the loss is measured: the first ones
 * @param criterion the threshold levels
 * @param drawnBiases whether biases are drawn from the initializer; otherwise they start at zero
 * @param precision the arithmetic
 * @param budgetEpochs epochs after which a run is given up
 * @param control name of the task that this one is a one-unit control of: the same but for one unit a hidden layer; null for none
 */
public record Task(
        String name,
        String description,
        String kind,
        DataSet data,
        Network network,
        LossFunction loss,
        Optimizer optimizer,
        double learningRate,
        double gradientClip,
        int batchSize,
        int evaluationSamples,
        Criterion criterion,
        boolean drawnBiases,
        Precision precision,
        double budgetEpochs,
        @Nullable String control) {

    /** Samples that models are looked into with, at most: variances over 64 samples and some units are known well enough, and cheap. */
    public static final int DIAGNOSED = 64;

    /** Groups of samples whose mean squares a description gives, at most. */
    private static final int GROUPS = 10;

    public Task {
        if (data.training().count() % batchSize != 0) {
            throw new IllegalArgumentException(name + ": " + data.training().count()
                    + " training samples are not a multiple of the batch size " + batchSize);
        }
        if (network.input().size() != data.training().inputWidth()
                || network.output().size() != data.training().targetWidth()) {
            throw new IllegalArgumentException(name + ": the network does not fit the data");
        }
        if (!(gradientClip > 0)) {
            throw new IllegalArgumentException(name + ": the gradient's norm is clipped at a positive number");
        }
    }

    /** A task that is no control. */
    public Task(
            String name,
            String description,
            String kind,
            DataSet data,
            Network network,
            LossFunction loss,
            Optimizer optimizer,
            double learningRate,
            double gradientClip,
            int batchSize,
            int evaluationSamples,
            Criterion criterion,
            boolean drawnBiases,
            Precision precision,
            double budgetEpochs) {
        this(
                name,
                description,
                kind,
                data,
                network,
                loss,
                optimizer,
                learningRate,
                gradientClip,
                batchSize,
                evaluationSamples,
                criterion,
                drawnBiases,
                precision,
                budgetEpochs,
                null);
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

    /** The samples that models are looked into with: the first 64 evaluation samples, all where they are fewer. */
    public Samples diagnosed() {
        return data.training().first(Math.min(DIAGNOSED, evaluationSamples));
    }

    /** The loss of the best constant predictor on the evaluation samples. */
    public double chanceLoss() {
        Samples evaluation = evaluation();
        return loss.ofBestConstant(evaluation.targets(), evaluation.targetWidth());
    }

    /** Number of parameters, biases included. */
    public int parameters() {
        return network.size();
    }

    /** The same task at another learning rate and budget. */
    public Task with(double rate, double budget) {
        return new Task(
                name,
                description,
                kind,
                data,
                network,
                loss,
                optimizer,
                rate,
                gradientClip,
                batchSize,
                evaluationSamples,
                criterion,
                drawnBiases,
                precision,
                budget,
                control);
    }

    /** The same task in another arithmetic. */
    public Task in(Precision other) {
        return new Task(
                name,
                description,
                kind,
                data,
                network,
                loss,
                optimizer,
                learningRate,
                gradientClip,
                batchSize,
                evaluationSamples,
                criterion,
                drawnBiases,
                other,
                budgetEpochs,
                control);
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
                network.input().toString(),
                LayerDescription.of(network),
                loss.label(),
                optimizer.name(),
                optimizer.constants(),
                learningRate,
                Double.isInfinite(gradientClip) ? null : gradientClip,
                batchSize,
                updatesPerEpoch(),
                drawnBiases,
                criterion.levels(),
                levelLosses,
                criterion.levels().get(criterion.headline()),
                chance,
                metric(),
                budgetEpochs,
                null,
                precision.label(),
                control,
                diagnosed().inputMeanSquares(GROUPS),
                diagnosed().inputSimilarity());
    }

    /** What the metric is. */
    private String metric() {
        if (criterion instanceof Criterion.OutputBand) {
            return "share of patterns learned";
        }
        String set = data.heldOut() ? "test" : "training";
        return set + (loss.classifies() ? " accuracy" : " loss");
    }
}
