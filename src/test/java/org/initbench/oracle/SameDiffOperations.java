package org.initbench.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initbench.network.Activation;
import org.initbench.network.Operations;
import org.initbench.network.Shape;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The operations as ND4J's SameDiff defines and differentiates them, in double precision. One instance, one graph.
 *
 * <p>Composed of others are those that it lacks, and two that it has in another form: the slope of its leaky ReLU's derivative
 * is rounded to single precision, and its {@code preciseGelu} is up to 0.03 away from the tanh form.
 */
public final class SameDiffOperations implements Operations<SDVariable> {

    private static final double LECUN_HEIGHT = 1.7159;
    private static final double LECUN_SLOPE = 2.0 / 3;
    private static final double LEAK = 0.01;
    private static final double GELU_SLOPE = Math.sqrt(2 / Math.PI);
    private static final double GELU_CUBIC = 0.044715;

    private final SameDiff graph = SameDiff.create();
    private final Map<String, int[]> shapes = new HashMap<>();

    /** A variable to differentiate by, and its values, row by row. */
    public SDVariable variable(double[] values, int columns) {
        INDArray array = Nd4j.createFromArray(values).reshape(values.length / columns, columns);
        return shaped(graph.var(array), values.length / columns, columns);
    }

    /** Constants of that shape. */
    public SDVariable constant(double[] values, int columns) {
        INDArray array = Nd4j.createFromArray(values).reshape(values.length / columns, columns);
        return shaped(graph.constant(array), values.length / columns, columns);
    }

    /** The elements, row by row. */
    public double[] values(SDVariable x) {
        return x.eval().ravel().toDoubleVector();
    }

    /** The derivatives of {@code Σ weights·x} by each of the variables, row by row. */
    public List<double[]> gradients(SDVariable x, double[] weights, List<SDVariable> variables) {
        return gradients(graph.sum(x.mul(constant(weights, columns(x)))), variables);
    }

    /** The derivatives of a scalar by each of the variables, row by row. */
    public List<double[]> gradients(SDVariable scalar, List<SDVariable> variables) {
        scalar.markAsLoss();
        String[] names = variables.stream().map(SDVariable::name).toArray(String[]::new);
        Map<String, INDArray> gradients = graph.calculateGradients(Map.of(), names);
        return Arrays.stream(names)
                .map(name -> Objects.requireNonNull(gradients.get(name)).ravel().toDoubleVector())
                .toList();
    }

    @Override
    public SDVariable linear(SDVariable x, SDVariable weights) {
        boolean bias = columns(weights) == columns(x) + 1;
        SDVariable inputs = bias ? graph.concat(1, x, ones(rows(x), 1)) : x;
        return shaped(graph.mmul(inputs, weights, false, true, false), rows(x), rows(weights));
    }

    @Override
    public SDVariable activate(SDVariable x, Activation activation) {
        SDVariable y = switch (activation) {
            case IDENTITY -> graph.identity(x);
            case SIGMOID -> graph.nn().sigmoid(x);
            case TANH -> graph.math().tanh(x);
            case LECUN_TANH -> graph.math().tanh(x.mul(LECUN_SLOPE)).mul(LECUN_HEIGHT);
            case RELU -> graph.nn().relu(x, 0);
            case LEAKY_RELU ->
                graph.nn().relu(x, 0).sub(graph.nn().relu(x.neg(), 0).mul(LEAK));
            case ELU -> graph.nn().elu(x);
            case SELU -> graph.nn().selu(x);
            case GELU -> gelu(x);
            case SWISH -> graph.nn().swish(x);
            case SOFTPLUS -> graph.nn().softplus(x);
            case SOFTSIGN -> graph.nn().softsign(x);
            case SINE -> graph.math().sin(x);
        };
        return like(y, x);
    }

    private SDVariable gelu(SDVariable x) {
        SDVariable cubic = x.mul(x).mul(x).mul(GELU_CUBIC);
        return graph.math().tanh(x.add(cubic).mul(GELU_SLOPE)).add(1).mul(x).mul(0.5);
    }

    @Override
    public SDVariable add(SDVariable a, SDVariable b) {
        return like(a.add(b), a);
    }

    @Override
    public SDVariable subtract(SDVariable a, SDVariable b) {
        return like(a.sub(b), a);
    }

    @Override
    public SDVariable multiply(SDVariable a, SDVariable b) {
        return like(a.mul(b), a);
    }

    @Override
    public SDVariable maximum(SDVariable a, SDVariable b) {
        return like(graph.math().max(a, b), a);
    }

    @Override
    public SDVariable scale(SDVariable x, double factor) {
        return like(x.mul(factor), x);
    }

    @Override
    public SDVariable reciprocalSquareRoot(SDVariable x, double epsilon) {
        return like(graph.math().rsqrt(x.add(epsilon)), x);
    }

    @Override
    public SDVariable reshape(SDVariable x, int columns) {
        int rows = rows(x) * columns(x) / columns;
        return shaped(graph.reshape(x, rows, columns), rows, columns);
    }

    @Override
    public List<SDVariable> split(SDVariable x, int parts) {
        int width = columns(x) / parts;
        List<SDVariable> result = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            SDVariable slice = graph.slice(x, new int[] {0, part * width}, rows(x), width);
            result.add(shaped(slice, rows(x), width));
        }
        return result;
    }

    @Override
    public SDVariable concatenate(List<SDVariable> parts) {
        int columns = parts.stream().mapToInt(this::columns).sum();
        return shaped(graph.concat(1, parts.toArray(SDVariable[]::new)), rows(parts.get(0)), columns);
    }

    @Override
    public SDVariable blockProduct(SDVariable a, SDVariable b, boolean transposeB, int rowsPerBlock) {
        SDVariable left = graph.reshape(a, rows(a) / rowsPerBlock, rowsPerBlock, columns(a));
        SDVariable right = graph.reshape(b, rows(b) / rowsPerBlock, rowsPerBlock, columns(b));
        int columns = transposeB ? rowsPerBlock : columns(b);
        SDVariable products = graph.mmul(left, right, false, transposeB, false);
        return shaped(graph.reshape(products, rows(a), columns), rows(a), columns);
    }

    @Override
    public SDVariable softmax(SDVariable x) {
        return like(graph.nn().softmax(x, 1), x);
    }

    @Override
    public SDVariable meanOverRows(SDVariable x) {
        return like(ones(rows(x), columns(x)).mul(graph.mean(x, true, 0)), x);
    }

    @Override
    public SDVariable meanOverColumns(SDVariable x) {
        return like(ones(rows(x), columns(x)).mul(graph.mean(x, true, 1)), x);
    }

    @Override
    public SDVariable broadcast(SDVariable vector, SDVariable like) {
        return like(ones(rows(like), columns(like)).mul(graph.reshape(vector, 1, rows(vector))), like);
    }

    @Override
    public SDVariable patches(SDVariable x, Shape map, int kernel) {
        int samples = rows(x) / map.positions();
        int border = kernel / 2;
        SDVariable maps = graph.reshape(x, samples, map.height(), map.width(), map.channels());
        INDArray padding = Nd4j.createFromArray(new int[][] {{0, 0}, {border, border}, {border, border}, {0, 0}});
        SDVariable padded = graph.nn().pad(maps, graph.constant(padding), 0);
        List<SDVariable> shifted = new ArrayList<>();
        for (int place = 0; place < kernel * kernel; place++) {
            int[] begin = {0, place / kernel, place % kernel, 0};
            shifted.add(graph.slice(padded, begin, samples, map.height(), map.width(), map.channels()));
        }
        int columns = kernel * kernel * map.channels();
        SDVariable all = graph.concat(3, shifted.toArray(SDVariable[]::new));
        return shaped(graph.reshape(all, rows(x), columns), rows(x), columns);
    }

    private SDVariable ones(int rows, int columns) {
        return graph.constant(Nd4j.ones(DataType.DOUBLE, rows, columns));
    }

    private int rows(SDVariable x) {
        return Objects.requireNonNull(shapes.get(x.name()))[0];
    }

    private int columns(SDVariable x) {
        return Objects.requireNonNull(shapes.get(x.name()))[1];
    }

    private SDVariable like(SDVariable y, SDVariable x) {
        return shaped(y, rows(x), columns(x));
    }

    private SDVariable shaped(SDVariable x, int rows, int columns) {
        shapes.put(x.name(), new int[] {rows, columns});
        return x;
    }
}
