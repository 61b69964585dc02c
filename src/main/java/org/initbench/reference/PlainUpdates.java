package org.initbench.reference;

import java.util.function.IntToDoubleFunction;
import org.initbench.optimizer.UpdateOperations;
import org.initbench.task.Precision;

/** Updates of plain arrays, element by element, each sum, product and quotient rounded. */
public final class PlainUpdates implements UpdateOperations<double[]> {

    private final Precision precision;
    private final int length;

    /**
     * Updates of vectors of one length.
     *
     * @param precision the format of all numbers
     * @param length number of elements
     */
    public PlainUpdates(Precision precision, int length) {
        this.precision = precision;
        this.length = length;
    }

    @Override
    public void scale(double[] x, double factor) {
        double rounded = precision.round(factor);
        set(x, i -> rounded * x[i]);
    }

    @Override
    public void addScaled(double[] target, double factor, double[] x) {
        double rounded = precision.round(factor);
        set(target, i -> target[i] + precision.round(rounded * x[i]));
    }

    @Override
    public void multiply(double[] target, double[] a, double[] b) {
        set(target, i -> a[i] * b[i]);
    }

    @Override
    public void divide(double[] target, double[] a, double[] b) {
        set(target, i -> a[i] / b[i]);
    }

    @Override
    public void squareRoot(double[] target, double[] x) {
        set(target, i -> StrictMath.sqrt(x[i]));
    }

    @Override
    public void addConstant(double[] target, double value) {
        double rounded = precision.round(value);
        set(target, i -> target[i] + rounded);
    }

    /** Not-a-numbers: a rule that reads what it has not written is found out. */
    @Override
    public double[] temporary() {
        double[] vector = new double[length];
        set(vector, i -> Double.NaN);
        return vector;
    }

    private void set(double[] target, IntToDoubleFunction value) {
        for (int i = 0; i < target.length; i++) {
            target[i] = precision.round(value.applyAsDouble(i));
        }
    }
}
