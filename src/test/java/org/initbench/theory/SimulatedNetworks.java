package org.initbench.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.common.Streams;
import org.initbench.init.Draws;
import org.initbench.init.StartContext;
import org.initbench.network.Activation;
import org.initbench.network.Layer;
import org.initbench.network.Network;
import org.initbench.reference.PlainMatrix;
import org.initbench.reference.PlainOperations;

/** Random networks computed plainly, and what theory speaks of measured in them: means over networks, by layer. */
final class SimulatedNetworks {

    private static final int SAMPLES = 6;

    private final Network network;
    private final StartRule rule;
    private final int count;
    private final double[] inputs;
    private final double[] variances;
    private final double[] derivatives;

    /**
     * Simulates.
     *
     * @param network the network
     * @param rule how it starts
     * @param count number of networks
     */
    SimulatedNetworks(Network network, StartRule rule, int count) {
        this.network = network;
        this.rule = rule;
        this.count = count;
        int width = network.input().size();
        inputs = Streams.uniforms(Streams.of(5, "inputs"), SAMPLES * width);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (2 * inputs[i] - 1) * (1 + i / width);
        }
        variances = new double[network.layers().size()];
        derivatives = new double[variances.length];
        IntStream.range(0, count).forEach(this::simulate);
    }

    private void simulate(int replicate) {
        StartContext model =
                new StartContext(network, rule.drawnBiases(), new Draws(9, "theory", replicate), new double[0]);
        List<double[]> start = rule.initializer().start(model, rule.scale());
        List<PlainMatrix> parameters = new ArrayList<>();
        for (int i = 0; i < start.size(); i++) {
            parameters.add(
                    PlainMatrix.of(start.get(i), network.parameters().get(i).columns()));
        }
        PlainOperations operations = new PlainOperations();
        List<PlainMatrix> layers =
                network.apply(operations, PlainMatrix.of(inputs, network.input().size()), parameters);
        double[] seed = layers.get(layers.size() - 1).gradient();
        double[] uniforms = Streams.uniforms(Streams.of(6, "derivatives", replicate), seed.length);
        Arrays.setAll(seed, i -> uniforms[i] < 0.5 ? -1 : 1);
        operations.backward();
        for (int layer = 0; layer < variances.length; layer++) {
            variances[layer] += variance(layers.get(layer).values()) / count;
            derivatives[layer] += derivative(network.layers().get(layer), layers.get(layer)) / count;
        }
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }

    /** Mean square of the derivative by pre-activations: the derivative by outputs times the slope, which the output tells. */
    private static double derivative(Layer layer, PlainMatrix output) {
        double sum = 0;
        for (int i = 0; i < output.values().length; i++) {
            double derivative = output.gradient()[i] * slope(layer.activation(), output.values()[i]);
            sum += derivative * derivative;
        }
        return sum / output.values().length;
    }

    private static double slope(Activation activation, double output) {
        return switch (activation) {
            case IDENTITY -> 1;
            case TANH -> 1 - output * output;
            case SIGMOID -> output * (1 - output);
            case RELU -> output > 0 ? 1 : 0;
            case SELU -> output > 0 ? 1.0507009873554805 : output + 1.0507009873554805 * 1.6732632423543772;
            default -> throw new IllegalArgumentException("no slope from the output of " + activation);
        };
    }

    /** Mean squares of each sample's inputs. */
    List<Double> inputMeanSquares() {
        int width = network.input().size();
        return IntStream.range(0, SAMPLES)
                .mapToObj(sample -> Arrays.stream(inputs, sample * width, (sample + 1) * width)
                        .map(x -> x * x)
                        .average()
                        .orElseThrow())
                .toList();
    }

    /** Variance of what a layer puts out. */
    double variance(int layer) {
        return variances[layer];
    }

    /** Mean square of the derivative by a layer's pre-activations over that of the output layer, which is 1. */
    double derivative(int layer) {
        return derivatives[layer];
    }
}
