package org.initbench.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initbench.init.WeightMatrix;
import org.initbench.network.Activation;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;

/**
 * Mean-field predictions for a task's networks before the first update.
 *
 * <p>Forward, a layer's pre-activations are normal with the mean square fan-in · Var w · (mean square of what enters) + Var b.
 * Backward, mean squares of derivatives are multiplied by fan-out · Var w · E φ′², weights being taken as independent of those of the forward pass
 * (Schoenholz et al. 2017, section 4). Samples are followed in groups by the size of their inputs. Positions of a map are followed
 * one by one, because squares at its edge have fewer inputs; the network's inputs are taken as equally large at all positions.
 *
 * <p>The norm of a gradient is not predicted: it depends on how alike the samples' inputs are, sample by sample, which a task as
 * data does not hold. Derivatives by pre-activations are what theory speaks of, and what backward variance means here.
 */
public final class Theory {

    private Theory() {}

    /**
     * What theory predicts.
     *
     * @param task the task
     * @param rule how its weights start
     * @return empty if the task does not say how large its inputs are
     */
    public static Optional<Prediction> of(TaskDescription task, StartRule rule) {
        List<Double> inputs = task.inputMeanSquares();
        if (inputs == null) {
            return Optional.empty();
        }
        Propagation propagation = new Propagation(task, rule, inputs);
        List<Stage> stages = propagation.stages();
        double input = inputs.stream().mapToDouble(square -> square).average().orElse(Double.NaN);
        boolean whole = stages.size() == task.layers().size();
        return Optional.of(new Prediction(
                layers(stages, input, whole),
                propagation.limit(),
                propagation.independent(),
                whole ? meanField(task, rule, stages) : Optional.empty()));
    }

    private static List<Prediction.Layer> layers(List<Stage> stages, double input, boolean whole) {
        double[] derivatives = derivatives(stages);
        double[] spreads = derivativeSpreads(stages);
        List<Prediction.Layer> layers = new ArrayList<>();
        double below = input;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            double meanSquare = stage.meanSquare().mean();
            layers.add(new Prediction.Layer(
                    meanSquare / below,
                    stage.preactivation().mean(),
                    stage.variance(),
                    stage.spread().variance(),
                    whole ? derivatives[i] : Double.NaN,
                    whole ? spreads[i] : Double.NaN,
                    stage.meanSquare().shape().channels()));
            below = meanSquare;
        }
        return layers;
    }

    /** Mean squares of the derivative by pre-activations, relative to the last stage's. */
    private static double[] derivatives(List<Stage> stages) {
        double[] derivatives = new double[stages.size()];
        if (stages.isEmpty()) {
            return derivatives;
        }
        int last = stages.size() - 1;
        SignalMap derivative = SignalMap.constant(stages.get(last).meanSquare(), 1);
        derivatives[last] = 1;
        for (int i = last - 1; i >= 0; i--) {
            derivative = stages.get(i + 1)
                    .below()
                    .apply(derivative)
                    .times(stages.get(i).slope());
            derivatives[i] = derivative.mean();
        }
        return derivatives;
    }

    private static double[] derivativeSpreads(List<Stage> stages) {
        double[] spreads = new double[stages.size()];
        double squares = 0;
        for (int i = stages.size() - 2; i >= 0; i--) {
            double own = stages.get(i).spread().slopes();
            squares += own * own;
            spreads[i] = StrictMath.sqrt(squares);
        }
        return spreads;
    }

    /** Of the hidden layers, if they are at least two and all but the first have equal matrices. */
    private static Optional<MeanField> meanField(TaskDescription task, StartRule rule, List<Stage> stages) {
        List<LayerDescription> hidden = task.layers().subList(0, task.layers().size() - 1);
        boolean equal = hidden.size() >= 2
                && hidden.stream()
                        .allMatch(layer -> layer.kind().equals("dense")
                                && layer.definition().equals(hidden.get(0).definition()));
        if (!equal) {
            return Optional.empty();
        }
        DescribedMatrices matrices = new DescribedMatrices(task, rule.drawsBiases());
        List<WeightMatrix> repeated =
                IntStream.range(1, hidden.size()).mapToObj(matrices::of).toList();
        WeightMatrix first = repeated.get(0);
        double variance = rule.weightVariance(first);
        if (repeated.stream().anyMatch(matrix -> rule.weightVariance(matrix) != variance)) {
            return Optional.empty();
        }
        return Optional.of(MeanField.of(
                Activation.of(hidden.get(0).activation()),
                first.shape().inputs() * variance,
                rule.biasVariance(first),
                stages.get(0).preactivation().mean()));
    }
}
