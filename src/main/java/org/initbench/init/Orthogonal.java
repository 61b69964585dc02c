package org.initbench.init;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Orthonormal rows or columns, whichever are fewer: the Q of the QR decomposition of a Gaussian matrix, its signs fixed by
 * R's diagonal so that Q is uniformly distributed (Saxe, McClelland and Ganguli 2013; Mezzadri 2007).
 */
record Orthogonal() implements Initializer {

    @Override
    public String name() {
        return "orthogonal";
    }

    @Override
    public String law() {
        return "Q of a Gaussian matrix's QR decomposition, signs fixed by R's diagonal (Saxe et al. 2013)";
    }

    @Override
    public ScaleKind scaleKind() {
        return ScaleKind.GAIN;
    }

    @Override
    public boolean deterministic() {
        return false;
    }

    @Override
    public double targetVariance(int fanIn, int fanOut) {
        return 1.0 / Math.max(fanIn, fanOut);
    }

    @Override
    public double[] standardized(WeightShape shape, double[] uniforms) {
        int rows = shape.units();
        int columns = shape.columns();
        boolean wide = columns > rows;
        double[][] gaussian = new double[wide ? columns : rows][wide ? rows : columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                gaussian[wide ? j : i][wide ? i : j] = StandardNormal.quantile(uniforms[i * columns + j]);
            }
        }
        double[][] q = orthonormalColumns(gaussian);
        double[] weights = new double[shape.size()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                weights[i * columns + j] = wide ? q[j][i] : q[i][j];
            }
        }
        return weights;
    }

    private static double[][] orthonormalColumns(double[][] tall) {
        int rank = tall[0].length;
        QRDecomposition decomposition = new QRDecomposition(new Array2DRowRealMatrix(tall, false));
        RealMatrix q = decomposition.getQ();
        RealMatrix r = decomposition.getR();
        double[][] columns = new double[tall.length][rank];
        for (int j = 0; j < rank; j++) {
            double sign = r.getEntry(j, j) < 0 ? -1 : 1;
            for (int i = 0; i < tall.length; i++) {
                columns[i][j] = sign * q.getEntry(i, j);
            }
        }
        return columns;
    }
}
