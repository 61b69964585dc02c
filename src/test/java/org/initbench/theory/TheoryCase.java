package org.initbench.theory;

import java.util.List;
import org.initbench.network.Network;
import org.initbench.task.DescribedLayers;
import org.initbench.task.LossFunction;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;

/** Networks as tasks as data. */
final class TheoryCase {

    private TheoryCase() {}

    /**
     * A task of a network.
     *
     * @param network the network
     * @param drawnBiases whether biases are drawn
     * @param inputs mean squares of the inputs of groups of samples, which count as one
     */
    static TaskDescription task(Network network, boolean drawnBiases, List<Double> inputs) {
        TaskDescription t = Tasks.uncalibrated("iris-mlp-tanh").with(0.1, 10).describe();
        return new TaskDescription(
                t.name(),
                t.description(),
                t.kind(),
                t.dataSet(),
                t.dataDigest(),
                t.trainingSamples(),
                t.evaluationSamples(),
                t.testSamples(),
                network.input().toString(),
                DescribedLayers.of(network),
                LossFunction.SQUARED_ERROR_MEAN.label(),
                t.optimizer(),
                t.optimizerConstants(),
                t.learningRate(),
                t.gradientClip(),
                t.batchSize(),
                t.updatesPerEpoch(),
                drawnBiases,
                t.levels(),
                t.levelLosses(),
                t.headline(),
                t.chanceLoss(),
                t.metric(),
                t.budgetEpochs(),
                null,
                t.precision(),
                null,
                inputs,
                1.0);
    }
}
