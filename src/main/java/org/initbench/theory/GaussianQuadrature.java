package org.initbench.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Points and weights for expectations of a function of √q·z, where z is standard normal.
 *
 * <p>Gauss–Legendre rules of 24 points on panels of each half-line. Both halves end at 0, where activations have their kinks,
 * and panels halve towards it until they are well below both 1 and 1/√q: so what happens where |√q·z| is about 1 is resolved
 * however large q is. Beyond |z| = 14 the density is below 10⁻⁴³ of its peak.
 */
final class GaussianQuadrature {

    private static final int POINTS = 24;
    private static final double END = 14;
    /** Width of the panels at 0, in units of the smaller of 1 and 1/√q. */
    private static final double FINEST = 0.5;

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);

    private final double[] points;
    private final double[] weights;

    private GaussianQuadrature(double[] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /**
     * Points x = √q·z and weights.
     *
     * @param q variance of x, finite, at least 0
     */
    static GaussianQuadrature ofVariance(double q) {
        double deviation = StrictMath.sqrt(q);
        List<Double> borders = borders(FINEST / StrictMath.max(1, deviation));
        int panels = borders.size() - 1;
        double[] points = new double[2 * POINTS * panels];
        double[] weights = new double[points.length];
        int next = 0;
        for (int panel = 0; panel < panels; panel++) {
            double half = (borders.get(panel + 1) - borders.get(panel)) / 2;
            double middle = borders.get(panel) + half;
            for (int i = 0; i < POINTS; i++) {
                double z = middle + half * RULE.getPoint(i);
                double weight = half * RULE.getWeight(i) * density(z);
                points[next] = deviation * z;
                points[next + 1] = -deviation * z;
                weights[next] = weight;
                weights[next + 1] = weight;
                next += 2;
            }
        }
        return new GaussianQuadrature(points, weights);
    }

    private static List<Double> borders(double finest) {
        List<Double> borders = new ArrayList<>();
        double border = END;
        while (border > finest) {
            borders.add(0, border);
            border /= 2;
        }
        borders.add(0, 0.0);
        return borders;
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /** The values of a function at the points, for several expectations of it. */
    double[] values(DoubleUnaryOperator function) {
        double[] values = new double[points.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(points[i]);
        }
        return values;
    }

    /**
     * The expectation of a function of {@linkplain #values values at the points}.
     *
     * @param values the values
     * @param function what is taken of each of them
     */
    double mean(double[] values, DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * function.applyAsDouble(values[i]);
        }
        return sum;
    }
}
