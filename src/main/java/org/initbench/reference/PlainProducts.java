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
                double sum = bias ? weights.get(u, inputs) : 0;
                for (int i = 0; i < inputs; i++) {
                    sum = tape.round(sum + tape.round(x.get(r, i) * weights.get(u, i)));
                }
                y.set(r, u, sum);
            }
        }
        tape.record(() -> linearBackward(tape, x, weights, y, bias));
        return y;
    }

    private static void linearBackward(
            PlainTape tape, PlainMatrix x, PlainMatrix weights, PlainMatrix y, boolean bias) {
        for (int r = 0; r < x.rows(); r++) {
            for (int u = 0; u < weights.rows(); u++) {
                double slope = y.slope(r, u);
                for (int i = 0; i < x.columns(); i++) {
                    tape.addSlope(x, r, i, slope * weights.get(u, i));
                    tape.addSlope(weights, u, i, slope * x.get(r, i));
                }
                if (bias) {
                    tape.addSlope(weights, u, x.columns(), slope);
                }
            }
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
