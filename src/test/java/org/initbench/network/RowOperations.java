package org.initbench.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** {@link Operations} on plain rows, forward only and each as its definition says, for values small enough to check by hand. */
final class RowOperations implements Operations<double[][]> {

    @Override
    public double[][] linear(double[][] x, double[][] weights) {
        double[][] result = new double[x.length][weights.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                int inputs = x[i].length;
                if (weights[j].length != inputs && weights[j].length != inputs + 1) {
                    throw new AssertionError(weights[j].length + " columns for " + inputs + " inputs");
                }
                double sum = weights[j].length > inputs ? weights[j][inputs] : 0;
                for (int k = 0; k < inputs; k++) {
                    sum += x[i][k] * weights[j][k];
                }
                result[i][j] = sum;
            }
        }
        return result;
    }

    @Override
    public double[][] activate(double[][] x, Activation activation) {
        return switch (activation) {
            case IDENTITY -> x;
            case SIGMOID -> map(x, v -> 1 / (1 + StrictMath.exp(-v)));
            case TANH -> map(x, StrictMath::tanh);
            case RELU -> map(x, v -> Math.max(v, 0));
            default -> throw new UnsupportedOperationException(activation.label());
        };
    }

    @Override
    public double[][] add(double[][] a, double[][] b) {
        return zip(a, b, Double::sum);
    }

    @Override
    public double[][] subtract(double[][] a, double[][] b) {
        return zip(a, b, (v, w) -> v - w);
    }

    @Override
    public double[][] multiply(double[][] a, double[][] b) {
        return zip(a, b, (v, w) -> v * w);
    }

    @Override
    public double[][] maximum(double[][] a, double[][] b) {
        return zip(a, b, Math::max);
    }

    @Override
    public double[][] scale(double[][] x, double factor) {
        return map(x, v -> factor * v);
    }

    @Override
    public double[][] reciprocalSquareRoot(double[][] x, double epsilon) {
        return map(x, v -> 1 / Math.sqrt(v + epsilon));
    }

    @Override
    public double[][] reshape(double[][] x, int columns) {
        double[] all = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
        double[][] result = new double[all.length / columns][];
        Arrays.setAll(result, i -> Arrays.copyOfRange(all, i * columns, (i + 1) * columns));
        return result;
    }

    @Override
    public List<double[][]> split(double[][] x, int parts) {
        int width = x[0].length / parts;
        List<double[][]> result = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int from = i * width;
            result.add(Arrays.stream(x)
                    .map(row -> Arrays.copyOfRange(row, from, from + width))
                    .toArray(double[][]::new));
        }
        return result;
    }

    @Override
    public double[][] concatenate(List<double[][]> parts) {
        double[][] result = new double[parts.get(0).length][];
        Arrays.setAll(
                result,
                i -> parts.stream().flatMapToDouble(p -> Arrays.stream(p[i])).toArray());
        return result;
    }

    @Override
    public double[][] blockProduct(double[][] a, double[][] b, boolean transposeB, int rowsPerBlock) {
        double[][] result = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            int first = i / rowsPerBlock * rowsPerBlock;
            double[][] block = Arrays.copyOfRange(b, first, first + rowsPerBlock);
            double[][] row = {a[i]};
            result[i] = linear(row, transposeB ? block : transposed(block))[0];
        }
        return result;
    }

    @Override
    public double[][] softmax(double[][] x) {
        double[][] powers = map(x, StrictMath::exp);
        return Arrays.stream(powers)
                .map(row -> Arrays.stream(row)
                        .map(v -> v / Arrays.stream(row).sum())
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public double[][] meanOverRows(double[][] x) {
        return transposed(meanOverColumns(transposed(x)));
    }

    @Override
    public double[][] meanOverColumns(double[][] x) {
        return Arrays.stream(x)
                .map(row -> {
                    double mean = Arrays.stream(row).sum() / row.length;
                    return Arrays.stream(row).map(v -> mean).toArray();
                })
                .toArray(double[][]::new);
    }

    @Override
    public double[][] broadcast(double[][] vector, double[][] like) {
        return repeated(transposed(vector)[0], like.length);
    }

    @Override
    public double[][] patches(double[][] x, Shape map, int kernel) {
        double[][] result = new double[x.length][kernel * kernel * map.channels()];
        int reach = kernel / 2;
        for (int row = 0; row < x.length; row++) {
            int place = row % map.positions();
            int next = 0;
            for (int i = place / map.width() - reach; i <= place / map.width() + reach; i++) {
                for (int j = place % map.width() - reach; j <= place % map.width() + reach; j++) {
                    if (i >= 0 && i < map.height() && j >= 0 && j < map.width()) {
                        double[] from = x[row - place + i * map.width() + j];
                        System.arraycopy(from, 0, result[row], next, map.channels());
                    }
                    next += map.channels();
                }
            }
        }
        return result;
    }

    private static double[][] repeated(double[] row, int times) {
        double[][] result = new double[times][];
        Arrays.setAll(result, i -> row.clone());
        return result;
    }

    private static double[][] transposed(double[][] x) {
        double[][] result = new double[x[0].length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                result[j][i] = x[i][j];
            }
        }
        return result;
    }

    private static double[][] map(double[][] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(row -> Arrays.stream(row).map(f).toArray()).toArray(double[][]::new);
    }

    private static double[][] zip(double[][] a, double[][] b, DoubleBinaryOperator f) {
        if (a.length != b.length || a[0].length != b[0].length) {
            throw new AssertionError("operands of unequal shape");
        }
        double[][] result = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                result[i][j] = f.applyAsDouble(a[i][j], b[i][j]);
            }
        }
        return result;
    }
}
