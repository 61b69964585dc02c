package org.initbench.theory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initbench.init.WeightMatrix;
import org.initbench.init.WeightShape;
import org.initbench.network.Activation;
import org.initbench.network.Convolution;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.network.Parameter.Operand;
import org.initbench.network.Shape;
import org.initbench.task.LayerDescription;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;

/** The matrices of a task's dense and convolutional layers, each with its place, from the task as data. */
final class DescribedMatrices {

    private final TaskDescription task;
    private final boolean drawnBiases;

    /**
     * The matrices of a task.
     *
     * @param task the task
     * @param drawnBiases whether biases are drawn
     */
    DescribedMatrices(TaskDescription task, boolean drawnBiases) {
        this.task = task;
        this.drawnBiases = drawnBiases;
    }

    /** What a sample is before a layer. */
    Shape input(int layer) {
        return Shape.parse(
                layer == 0 ? task.input() : task.layers().get(layer - 1).output());
    }

    /**
     * The matrix of a dense or convolutional layer.
     *
     * @param layer the layer's place among those of the task, from 0
     */
    WeightMatrix of(int layer) {
        LayerDescription description = task.layers().get(layer);
        MatrixDescription matrix = description.matrices().get(0);
        Shape input = input(layer);
        boolean convolution = description.kind().equals("convolution");
        Activation activation = Activation.of(description.activation());
        Layer owner = convolution
                ? new Convolution(matrix.units(), kernel(matrix, input), activation)
                : new Dense(matrix.units(), activation);
        return new WeightMatrix(
                new WeightShape(
                        matrix.units(),
                        matrix.inputs(),
                        matrix.fanIn(),
                        matrix.fanOut(),
                        drawnBiases && matrix.bias() != null),
                layer,
                matrix.name(),
                convolution ? Operand.PATCH : Operand.FEATURES,
                owner,
                input,
                1,
                drawnLayers(0, layer + 1),
                drawnLayers(0, task.layers().size()),
                weightsBefore(layer),
                Optional.empty());
    }

    /** Side of a convolution's square. */
    private static int kernel(MatrixDescription matrix, Shape input) {
        return (int) StrictMath.round(StrictMath.sqrt((double) matrix.inputs() / input.channels()));
    }

    /** Layers with drawn weights; those of residual branches, whose parameters are named after them, count one by one. */
    private int drawnLayers(int from, int to) {
        return (int) IntStream.range(from, to)
                .boxed()
                .flatMap(layer -> drawn(layer).stream().map(matrix -> layer + " " + branchLayer(matrix.name())))
                .distinct()
                .count();
    }

    private static String branchLayer(String parameter) {
        int point = parameter.indexOf('.');
        return point < 0 ? "" : parameter.substring(0, point);
    }

    private int weightsBefore(int layer) {
        return IntStream.range(0, layer)
                .boxed()
                .flatMap(i -> drawn(i).stream())
                .mapToInt(matrix -> matrix.units() * (matrix.inputs() + (drawnBiases && matrix.bias() != null ? 1 : 0)))
                .sum();
    }

    private List<MatrixDescription> drawn(int layer) {
        return task.layers().get(layer).matrices().stream()
                .filter(MatrixDescription::drawn)
                .toList();
    }
}
