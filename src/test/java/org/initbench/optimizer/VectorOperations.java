package org.initbench.optimizer;

import java.util.Arrays;

/** {@link UpdateOperations} on plain arrays of {@code length} values. */
record VectorOperations(int length) implements UpdateOperations<double[]> {

    @Override
    public void scale(double[] x, double factor) {
        Arrays.setAll(x, i -> factor * x[i]);
    }

    @Override
    public void addScaled(double[] target, double factor, double[] x) {
        Arrays.setAll(target, i -> target[i] + factor * x[i]);
    }

    @Override
    public void multiply(double[] target, double[] a, double[] b) {
        Arrays.setAll(target, i -> a[i] * b[i]);
    }

    @Override
    public void divide(double[] target, double[] a, double[] b) {
        Arrays.setAll(target, i -> a[i] / b[i]);
    }

    @Override
    public void squareRoot(double[] target, double[] x) {
        Arrays.setAll(target, i -> Math.sqrt(x[i]));
    }

    @Override
    public void addConstant(double[] target, double value) {
        Arrays.setAll(target, i -> target[i] + value);
    }

    /** Not-a-number throughout: whoever reads a temporary before writing it shows. */
    @Override
    public double[] temporary() {
        double[] temporary = new double[length];
        Arrays.fill(temporary, Double.NaN);
        return temporary;
    }
}
