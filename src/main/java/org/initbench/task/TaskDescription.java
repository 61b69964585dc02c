package org.initbench.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that defines a task, as data: what a bundle keeps and what the identity of a run is derived from.
 *
 * @param name unique name, such as {@code digits-mlp-tanh}
 * @param description one sentence for people
 * @param kind the kind of network, for people, such as {@code deep ReLU network}
 * @param dataSet name of the data set
 * @param dataDigest SHA-256 of the data set's file, or of its definition where it has no file
 * @param trainingSamples number of training samples
 * @param evaluationSamples size of the fixed subset of the training samples on which the loss is measured
 * @param testSamples number of test samples; 0 if there are none
 * @param input the shape of a sample, such as {@code 64} or {@code 8x8x1}
 * @param layers the layers, input side first; the last one is the output layer
 * @param loss the loss function's name
 * @param optimizer the optimizer's name
 * @param optimizerConstants the constants of its rule, such as {@code momentum 0.9}; empty if there are none
 * @param learningRate learning rate, per update, of the loss as defined
 * @param gradientClip largest Euclidean norm of a model's gradient; null if it is not clipped
 * @param batchSize samples an update; equal to {@code trainingSamples} for full-batch tasks
 * @param updatesPerEpoch updates that make one epoch
 * @param drawnBiases whether biases are drawn from the initializer; otherwise they start at zero
 * @param levels names of the threshold levels, easiest first
 * @param levelLosses the loss at or below which each level is reached; empty where the criterion is not a loss
 * @param headline the level that "converged" refers to
 * @param chanceLoss the loss of the best constant predictor on the evaluation samples
 * @param metric what the metric column holds, such as {@code test accuracy}
 * @param budgetEpochs epochs after which a run is given up
 * @param ownBudgetEpochs the task's own budget where a study gives up runs earlier; null where {@code budgetEpochs} is that
 * @param precision {@code float32} or {@code float64}
 * @param controlOf name of the task that this one is a one-unit control of; null for none
 * @param inputMeanSquares how large the inputs of the {@linkplain Task#diagnosed() samples looked into} are: the mean square of
 *     an input in each of up to ten groups of these samples, equally large and sorted by that number; null in bundles that do
 *     not say. It follows from the data set, hence is no part of a run's identity
 * @param inputSimilarity how alike these samples are: root mean square of the cosine between the inputs of two different ones, 0
 *     to 1; null where {@code inputMeanSquares} is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskDescription(
        String name,
        String description,
        String kind,
        String dataSet,
        String dataDigest,
        int trainingSamples,
        int evaluationSamples,
        int testSamples,
        String input,
        List<LayerDescription> layers,
        String loss,
        String optimizer,
        String optimizerConstants,
        double learningRate,
        @Nullable Double gradientClip,
        int batchSize,
        int updatesPerEpoch,
        boolean drawnBiases,
        List<String> levels,
        List<Double> levelLosses,
        String headline,
        double chanceLoss,
        String metric,
        double budgetEpochs,
        @Nullable Double ownBudgetEpochs,
        String precision,
        @Nullable String controlOf,
        @Nullable List<Double> inputMeanSquares,
        @Nullable Double inputSimilarity) {

    public TaskDescription {
        layers = List.copyOf(layers);
        levels = List.copyOf(levels);
        levelLosses = List.copyOf(levelLosses);
        inputMeanSquares = inputMeanSquares == null ? null : List.copyOf(inputMeanSquares);
    }

    /** A task that is no control, and of which it is not known how large its inputs are. */
    public TaskDescription(
            String name,
            String description,
            String kind,
            String dataSet,
            String dataDigest,
            int trainingSamples,
            int evaluationSamples,
            int testSamples,
            String input,
            List<LayerDescription> layers,
            String loss,
            String optimizer,
            String optimizerConstants,
            double learningRate,
            @Nullable Double gradientClip,
            int batchSize,
            int updatesPerEpoch,
            boolean drawnBiases,
            List<String> levels,
            List<Double> levelLosses,
            String headline,
            double chanceLoss,
            String metric,
            double budgetEpochs,
            String precision) {
        this(
                name,
                description,
                kind,
                dataSet,
                dataDigest,
                trainingSamples,
                evaluationSamples,
                testSamples,
                input,
                layers,
                loss,
                optimizer,
                optimizerConstants,
                learningRate,
                gradientClip,
                batchSize,
                updatesPerEpoch,
                drawnBiases,
                levels,
                levelLosses,
                headline,
                chanceLoss,
                metric,
                budgetEpochs,
                null,
                precision,
                null,
                null,
                null);
    }

    /**
     * The same task as part of a study that gives up runs earlier.
     *
     * @param largestBudget epochs after which the study gives up every run; the task stays as it is if that is no less than its budget
     */
    public TaskDescription within(double largestBudget) {
        double own = ownBudgetEpochs == null ? budgetEpochs : ownBudgetEpochs;
        return largestBudget >= budgetEpochs
                ? this
                : copy(description, kind, largestBudget, own, controlOf, inputMeanSquares, inputSimilarity);
    }

    /** Whether every update sees all training samples, so that a deterministic start has one result only. */
    public boolean fullBatch() {
        return batchSize == trainingSamples;
    }

    /** Number of layers with drawn weights between input and output; 0 for a linear model. */
    public int hiddenLayers() {
        return (int) layers.stream()
                        .filter(layer -> layer.matrices().stream().anyMatch(MatrixDescription::drawn))
                        .count()
                - 1;
    }

    /** The weight matrices that the initializer draws, input side first. */
    public List<MatrixDescription> drawnMatrices() {
        return layers.stream()
                .flatMap(layer -> layer.matrices().stream())
                .filter(MatrixDescription::drawn)
                .toList();
    }

    /** The same definition without what is for people only (words, its base task) and without what follows from the data set. */
    public TaskDescription withoutProse() {
        return copy("", "", budgetEpochs, null, null, null, null);
    }

    private TaskDescription copy(
            String description,
            String kind,
            double budgetEpochs,
            @Nullable Double ownBudgetEpochs,
            @Nullable String controlOf,
            @Nullable List<Double> inputMeanSquares,
            @Nullable Double inputSimilarity) {
        return new TaskDescription(
                name,
                description,
                kind,
                dataSet,
                dataDigest,
                trainingSamples,
                evaluationSamples,
                testSamples,
                input,
                layers,
                loss,
                optimizer,
                optimizerConstants,
                learningRate,
                gradientClip,
                batchSize,
                updatesPerEpoch,
                drawnBiases,
                levels,
                levelLosses,
                headline,
                chanceLoss,
                metric,
                budgetEpochs,
                ownBudgetEpochs,
                precision,
                controlOf,
                inputMeanSquares,
                inputSimilarity);
    }
}
