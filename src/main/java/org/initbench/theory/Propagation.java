package org.initbench.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.initbench.init.WeightMatrix;
import org.initbench.network.Activation;
import org.initbench.network.LayerNormalization;
import org.initbench.network.Shape;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** Leads signals through the layers of a task, as far as theory goes. */
final class Propagation {

    private final TaskDescription task;
    private final StartRule rule;
    private final DescribedMatrices matrices;
    private final Alikeness samples;
    private final List<Stage> stages = new ArrayList<>();
    private boolean independent = true;
    private @Nullable String limit;

    /**
     * Signals of a task that says how large its inputs are.
     *
     * @param task the task
     * @param rule how its weights start
     * @param inputs mean squares of the inputs in groups of samples
     */
    Propagation(TaskDescription task, StartRule rule, List<Double> inputs) {
        this.task = task;
        this.rule = rule;
        matrices = new DescribedMatrices(task, rule.drawsBiases());
        Shape shape = matrices.input(0);
        double[][] groups = inputs.stream()
                .map(square -> DoubleStream.generate(() -> square)
                        .limit(shape.positions())
                        .toArray())
                .toArray(double[][]::new);
        samples = Alikeness.of(task);
        Stage last = Stage.input(new SignalMap(shape, groups), samples.inputs());
        for (int layer = 0; layer < task.layers().size() && limit == null; layer++) {
            Optional<String> obstacle = obstacle(layer, last);
            if (obstacle.isPresent()) {
                limit = "layer " + layer + ": " + obstacle.get();
            } else {
                last = stage(layer, last);
                stages.add(last);
            }
        }
    }

    /** Of each layer that theory reaches. */
    List<Stage> stages() {
        return stages;
    }

    /** Where and why theory ends; null if it reaches the output. */
    @Nullable
    String limit() {
        return limit;
    }

    /** Whether the weights of each matrix are independent. */
    boolean independent() {
        return independent;
    }

    private Optional<String> obstacle(int layer, Stage before) {
        String kind = task.layers().get(layer).kind();
        return switch (kind) {
            case "dense", "convolution" -> rule.obstacle(matrices.of(layer));
            case "activation", "layer-normalization" ->
                before.normal() ? Optional.empty() : Optional.of("what enters it is not normal");
            case "batch-normalization" -> Optional.of("batch normalization depends on how alike the samples are");
            case "max-pooling", "average-pooling", "mean-over-positions" ->
                Optional.of("pooling depends on how alike neighbouring positions are");
            case "recurrent", "lstm", "gru" -> Optional.of("the same weights are used at each step");
            default -> Optional.of("no theory of this kind of layer (" + kind + ")");
        };
    }

    private Stage stage(int layer, Stage before) {
        LayerDescription description = task.layers().get(layer);
        Activation activation = Activation.of(description.activation());
        return switch (description.kind()) {
            case "dense" -> dense(matrices.of(layer), activation, before);
            case "convolution" -> convolution(matrices.of(layer), activation, before);
            case "activation" ->
                Stage.activated(
                        activation,
                        before.meanSquare(),
                        spread(activation, before.meanSquare(), 0, before),
                        derivative -> derivative);
            default -> normalized(before);
        };
    }

    private Stage dense(WeightMatrix matrix, Activation activation, Stage before) {
        double weight = rule.weightVariance(matrix);
        double bias = rule.biasVariance(matrix);
        independent &= rule.independent(matrix);
        int inputs = matrix.shape().inputs();
        int units = matrix.shape().units();
        Shape from = before.meanSquare().shape();
        SignalMap q = before.meanSquare().pooled(Shape.vector(units)).each(m -> inputs * weight * m + bias);
        return Stage.activated(
                activation,
                q,
                spread(activation, q, bias, before),
                derivative -> derivative.pooled(from).each(d -> units * weight * d));
    }

    private Stage convolution(WeightMatrix matrix, Activation activation, Stage before) {
        double weight = rule.weightVariance(matrix);
        double bias = rule.biasVariance(matrix);
        independent &= rule.independent(matrix);
        Shape from = before.meanSquare().shape();
        int units = matrix.shape().units();
        int kernel = (int) StrictMath.round(StrictMath.sqrt(matrix.taps()));
        SignalMap q = before.meanSquare()
                .summedAround(from.withChannels(units), kernel)
                .each(m -> from.channels() * weight * m + bias);
        return Stage.activated(
                activation,
                q,
                spread(activation, q, bias, before),
                derivative -> derivative.summedAround(from, kernel).each(d -> units * weight * d));
    }

    /** Biases are alike for all samples: they add their share of q to the correlation. */
    private Spread spread(Activation activation, SignalMap q, double bias, Stage before) {
        double mean = q.mean();
        double shared = mean > 0 ? bias / mean : 0;
        double correlation = StrictMath.min(1, before.spread().correlation() * (1 - shared) + shared);
        return Spread.of(
                activation,
                mean,
                before.spread().meanSquare(),
                correlation,
                q.shape().channels(),
                samples);
    }

    /** Of a normal input with mean 0: to leading order in the number of channels. */
    private static Stage normalized(Stage before) {
        SignalMap variance = before.meanSquare();
        SignalMap factor = variance.each(v -> 1 / (v + LayerNormalization.EPSILON));
        return Stage.identity(
                variance.times(factor),
                true,
                Spread.none(before.spread().correlation()),
                derivative -> derivative.times(factor));
    }
}
