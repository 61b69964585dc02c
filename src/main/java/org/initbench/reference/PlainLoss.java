package org.initbench.reference;

import java.util.Arrays;
import org.initbench.task.Precision;

/**
 * What training makes small, for a batch: t is the target, o the output, z the output before its sigmoid or softmax.
 *
 * <p>Predictions are computed in double precision and rounded once, as functions of one element are; derivatives are then
 * rounded operation by operation. The loss itself, which no weight depends on, is summed in double precision.
 */
public enum PlainLoss {
    /** −Σ t·ln softmax(z), averaged over the samples. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        double ofSample(double[] z, double[] t) {
            double normalizer = logSumExp(z);
            double loss = 0;
            for (int i = 0; i < z.length; i++) {
                loss -= t[i] * (z[i] - normalizer);
            }
            return loss;
        }

        @Override
        void predict(double[] z) {
            double normalizer = logSumExp(z);
            for (int i = 0; i < z.length; i++) {
                z[i] = StrictMath.exp(z[i] - normalizer);
            }
        }

        @Override
        double slope(Precision precision, double[] p, double[] t, int i) {
            double mass = 0;
            for (double target : t) {
                mass = precision.round(mass + target);
            }
            return precision.round(precision.round(mass * p[i]) - t[i]);
        }
    },
    /** −Σ (t·ln σ(z) + (1 − t)·ln(1 − σ(z))), summed over outputs, averaged over the samples. */
    BINARY_CROSS_ENTROPY {
        @Override
        double ofSample(double[] z, double[] t) {
            double loss = 0;
            for (int i = 0; i < z.length; i++) {
                loss += StrictMath.max(z[i], 0) - t[i] * z[i] + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(z[i])));
            }
            return loss;
        }

        @Override
        void predict(double[] z) {
            for (int i = 0; i < z.length; i++) {
                z[i] = PlainActivations.sigmoid(z[i]);
            }
        }

        @Override
        double slope(Precision precision, double[] p, double[] t, int i) {
            return precision.round(p[i] - t[i]);
        }
    },
    /** ½ Σ (t − o)², summed over outputs and over the samples. */
    SQUARED_ERROR_SUM {
        @Override
        double ofSample(double[] o, double[] t) {
            return 0.5 * squaredDistance(o, t);
        }

        @Override
        double slope(Precision precision, double[] o, double[] t, int i) {
            return precision.round(o[i] - t[i]);
        }
    },
    /** Σ (t − o)², averaged over outputs and over the samples. */
    SQUARED_ERROR_MEAN {
        @Override
        double ofSample(double[] o, double[] t) {
            return squaredDistance(o, t) / o.length;
        }

        @Override
        double slope(Precision precision, double[] o, double[] t, int i) {
            return precision.round(precision.round(2 * precision.round(o[i] - t[i])) / o.length);
        }
    };

    abstract double ofSample(double[] output, double[] target);

    /** Replaces the outputs of a sample by its predictions: probabilities for cross-entropies. */
    void predict(double[] output) {}

    /** The derivative of one sample's loss by its output {@code i}, from the predictions. */
    abstract double slope(Precision precision, double[] predicted, double[] target, int i);

    /** The loss of a batch, in double precision; its derivatives are added to the outputs' gradient. */
    public double of(PlainMatrix outputs, double[] targets) {
        return of(outputs, targets, Precision.FLOAT64);
    }

    /**
     * The loss of a batch; its derivatives are added to the outputs' gradient.
     *
     * @param outputs a row a sample
     * @param targets row by row
     * @param precision the format that derivatives are rounded to
     */
    public double of(PlainMatrix outputs, double[] targets, Precision precision) {
        PlainTape.check(outputs.size() == targets.length, targets.length + " targets, " + outputs.size() + " outputs");
        int width = outputs.columns();
        double share = this == SQUARED_ERROR_SUM ? 1 : 1.0 / outputs.rows();
        double roundedShare = precision.round(share);
        double[] predicted = predictions(outputs.values(), width, precision);
        double[] gradient = outputs.gradient();
        double loss = 0;
        for (int sample = 0; sample < outputs.rows(); sample++) {
            double[] t = row(targets, width, sample);
            double[] p = row(predicted, width, sample);
            loss += share * ofSample(row(outputs.values(), width, sample), t);
            for (int i = 0; i < width; i++) {
                int element = sample * width + i;
                double slope = precision.round(roundedShare * slope(precision, p, t, i));
                gradient[element] = precision.round(gradient[element] + slope);
            }
        }
        return loss;
    }

    /**
     * What outputs say: probabilities for cross-entropies, the outputs themselves otherwise.
     *
     * @param outputs sample by sample
     * @param width outputs of one sample
     * @param precision the format that predictions are rounded to
     */
    public double[] predictions(double[] outputs, int width, Precision precision) {
        double[] predictions = new double[outputs.length];
        for (int first = 0; first < outputs.length; first += width) {
            double[] sample = Arrays.copyOfRange(outputs, first, first + width);
            predict(sample);
            for (int i = 0; i < width; i++) {
                predictions[first + i] = precision.round(sample[i]);
            }
        }
        return predictions;
    }

    private static double[] row(double[] values, int columns, int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    private static double squaredDistance(double[] o, double[] t) {
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            sum += (t[i] - o[i]) * (t[i] - o[i]);
        }
        return sum;
    }

    private static double logSumExp(double[] z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            largest = StrictMath.max(largest, value);
        }
        double sum = 0;
        for (double value : z) {
            sum += StrictMath.exp(value - largest);
        }
        return largest + StrictMath.log(sum);
    }
}
