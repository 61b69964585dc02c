package org.initbench.reference;

/** Softmax and means. */
final class PlainReductions {

    private PlainReductions() {}

    static PlainMatrix softmax(PlainTape tape, PlainMatrix x) {
        PlainMatrix y = new PlainMatrix(x.rows(), x.columns());
        for (int r = 0; r < x.rows(); r++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < x.columns(); c++) {
                largest = StrictMath.max(largest, x.get(r, c));
            }
            double sum = 0;
            for (int c = 0; c < x.columns(); c++) {
                y.set(r, c, tape.round(StrictMath.exp(tape.round(x.get(r, c) - largest))));
                sum = tape.round(sum + y.get(r, c));
            }
            for (int c = 0; c < x.columns(); c++) {
                y.set(r, c, tape.round(y.get(r, c) / sum));
            }
        }
        tape.record(() -> softmaxBackward(tape, x, y));
        return y;
    }

    private static void softmaxBackward(PlainTape tape, PlainMatrix x, PlainMatrix y) {
        for (int r = 0; r < y.rows(); r++) {
            double mean = 0;
            for (int c = 0; c < y.columns(); c++) {
                mean = tape.round(mean + tape.round(y.slope(r, c) * y.get(r, c)));
            }
            for (int c = 0; c < y.columns(); c++) {
                tape.addSlope(x, r, c, y.get(r, c) * tape.round(y.slope(r, c) - mean));
            }
        }
    }

    static PlainMatrix meanOverRows(PlainTape tape, PlainMatrix x) {
        PlainMatrix y = new PlainMatrix(x.rows(), x.columns());
        for (int c = 0; c < x.columns(); c++) {
            double sum = 0;
            for (int r = 0; r < x.rows(); r++) {
                sum = tape.round(sum + x.get(r, c));
            }
            for (int r = 0; r < x.rows(); r++) {
                y.set(r, c, tape.round(sum / x.rows()));
            }
        }
        tape.record(() -> {
            for (int c = 0; c < x.columns(); c++) {
                double sum = 0;
                for (int r = 0; r < x.rows(); r++) {
                    sum = tape.round(sum + y.slope(r, c));
                }
                for (int r = 0; r < x.rows(); r++) {
                    tape.addSlope(x, r, c, sum / x.rows());
                }
            }
        });
        return y;
    }

    static PlainMatrix meanOverColumns(PlainTape tape, PlainMatrix x) {
        PlainMatrix y = new PlainMatrix(x.rows(), x.columns());
        for (int r = 0; r < x.rows(); r++) {
            double sum = 0;
            for (int c = 0; c < x.columns(); c++) {
                sum = tape.round(sum + x.get(r, c));
            }
            for (int c = 0; c < x.columns(); c++) {
                y.set(r, c, tape.round(sum / x.columns()));
            }
        }
        tape.record(() -> {
            for (int r = 0; r < x.rows(); r++) {
                double sum = 0;
                for (int c = 0; c < x.columns(); c++) {
                    sum = tape.round(sum + y.slope(r, c));
                }
                for (int c = 0; c < x.columns(); c++) {
                    tape.addSlope(x, r, c, sum / x.columns());
                }
            }
        });
        return y;
    }
}
