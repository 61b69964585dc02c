package org.initbench.reference;

/** Products of matrices, term by term: a sum begins with the bias, or 0, and takes the inputs in order. */
final class PlainProducts {

    private PlainProducts() {}

    static PlainMatrix linear(PlainTape tape, PlainMatrix x, PlainMatrix weights) {
        int inputs = x.columns();
        boolean bias = weights.columns() == inputs + 1;
        PlainTape.check(bias || weights.columns() == inputs, "linear: " + inputs + " inputs, " + weights.columns());
        PlainMatrix y = new PlainMatrix(x.rows(), weights.rows());
        for (int r = 0; r < x.rows(); r++) {
            for (int u = 0; u < weights.rows(); u++) {
                double start = bias ? weights.get(u, inputs) : 0;
                y.set(r, u, product(tape, start, x, r, weights, u));
            }
        }
        tape.record(() -> linearBackward(tape, x, weights, y, bias));
        return y;
    }

    /** {@code start} plus the products of the elements of a row of {@code x} and a row of the weights, one after the other. */
    private static double product(PlainTape tape, double start, PlainMatrix x, int row, PlainMatrix weights, int unit) {
        double[] a = x.values();
        double[] b = weights.values();
        int first = row * x.columns();
        int second = unit * weights.columns();
        double sum = start;
        for (int i = 0; i < x.columns(); i++) {
            sum = tape.round(sum + tape.round(a[first + i] * b[second + i]));
        }
        return sum;
    }

    private static void linearBackward(
            PlainTape tape, PlainMatrix x, PlainMatrix weights, PlainMatrix y, boolean bias) {
        int inputs = x.columns();
        for (int r = 0; r < x.rows(); r++) {
            for (int u = 0; u < weights.rows(); u++) {
                double slope = y.slope(r, u);
                int ofX = r * inputs;
                int ofWeights = u * weights.columns();
                addScaled(tape, x.gradient(), ofX, slope, weights.values(), ofWeights, inputs);
                addScaled(tape, weights.gradient(), ofWeights, slope, x.values(), ofX, inputs);
                if (bias) {
                    tape.addSlope(weights, u, inputs, slope);
                }
            }
        }
    }

    private static void addScaled(
            PlainTape tape, double[] target, int to, double factor, double[] source, int from, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = tape.round(target[to + i] + tape.round(factor * source[from + i]));
        }
    }

    static PlainMatrix blocks(PlainTape tape, PlainMatrix a, PlainMatrix b, boolean transposeB, int n) {
        PlainTape.check(a.rows() == b.rows() && a.rows() % n == 0, "rows do not make blocks of " + n);
        PlainTape.check(a.columns() == (transposeB ? b.columns() : n), "the inner extents differ");
        PlainMatrix y = new PlainMatrix(a.rows(), transposeB ? n : b.columns());
        for (int r = 0; r < y.rows(); r++) {
            int first = r - r % n;
            for (int c = 0; c < y.columns(); c++) {
                double sum = 0;
                for (int k = 0; k < a.columns(); k++) {
                    double factor = transposeB ? b.get(first + c, k) : b.get(first + k, c);
                    sum = tape.round(sum + tape.round(a.get(r, k) * factor));
                }
                y.set(r, c, sum);
            }
        }
        tape.record(() -> blocksBackward(tape, a, b, y, transposeB, n));
        return y;
    }

    private static void blocksBackward(
            PlainTape tape, PlainMatrix a, PlainMatrix b, PlainMatrix y, boolean transposeB, int n) {
        for (int r = 0; r < y.rows(); r++) {
            int first = r - r % n;
            for (int c = 0; c < y.columns(); c++) {
                for (int k = 0; k < a.columns(); k++) {
                    int row = first + (transposeB ? c : k);
                    int column = transposeB ? k : c;
                    tape.addSlope(a, r, k, y.slope(r, c) * b.get(row, column));
                    tape.addSlope(b, row, column, y.slope(r, c) * a.get(r, k));
                }
            }
        }
    }
}
