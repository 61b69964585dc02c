package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.initbench.network.Activation;
import org.initbench.network.Dense;
import org.initbench.network.Layer;
import org.initbench.network.Network;
import org.initbench.network.Parameter;
import org.initbench.network.Shape;
import org.initbench.optimizer.Momentum;
import org.initbench.optimizer.Sgd;
import org.initbench.task.Criterion;
import org.initbench.task.DataSet;
import org.initbench.task.LossFunction;
import org.initbench.task.Precision;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/** Small tasks and starts that tests train. */
final class Networks {

    private Networks() {}

    /** A full-batch task in the given precision. */
    static Task fullBatch(
            Samples samples, LossFunction loss, double rate, double momentum, Precision precision, Layer... layers) {
        return task(samples, loss, rate, momentum, precision, samples.count(), 1_000_000, layers);
    }

    /** A task whose loss is measured on all training samples. */
    static Task task(
            Samples samples,
            LossFunction loss,
            double rate,
            double momentum,
            Precision precision,
            int batch,
            double budget,
            Layer... layers) {
        return new Task(
                "test",
                "A network made for a test.",
                "test network",
                new DataSet("test", "0", samples, samples, false),
                new Network(Shape.vector(samples.inputWidth()), List.of(layers)),
                loss,
                momentum == 0 ? new Sgd() : new Momentum(momentum),
                rate,
                Double.POSITIVE_INFINITY,
                batch,
                samples.count(),
                Criterion.LossLevels.STANDARD,
                false,
                precision,
                budget);
    }

    /** Dense layers for inputs of the first width and of the other widths, hidden ones with one activation. */
    static Layer[] layers(Activation hidden, Activation output, int... widths) {
        Layer[] layers = new Layer[widths.length - 1];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new Dense(widths[i + 1], i == layers.length - 1 ? output : hidden);
        }
        return layers;
    }

    /** Inputs in (−1, 1), targets one-hot. */
    static Samples randomClasses(int count, int inputs, int classes, long seed) {
        UniformRandomProvider rng = Streams.of(seed, "test samples");
        double[] x = Streams.uniforms(rng, count * inputs);
        double[] t = new double[count * classes];
        for (int i = 0; i < x.length; i++) {
            x[i] = 2 * x[i] - 1;
        }
        for (int i = 0; i < count; i++) {
            t[i * classes + rng.nextInt(classes)] = 1;
        }
        return new Samples(x, t, inputs, classes);
    }

    /** Weights and biases uniform in (−scale, scale). */
    static List<double[]> randomParameters(Task task, double scale, long seed) {
        UniformRandomProvider rng = Streams.of(seed, "test weights");
        List<double[]> parameters = new ArrayList<>();
        for (Parameter parameter : task.network().parameters()) {
            double[] values = Streams.uniforms(rng, parameter.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = scale * (2 * values[i] - 1);
            }
            parameters.add(values);
        }
        return parameters;
    }
}
