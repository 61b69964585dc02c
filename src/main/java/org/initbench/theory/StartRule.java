package org.initbench.theory;

import java.util.Optional;
import org.initbench.init.BiasRule;
import org.initbench.init.Initializer;
import org.initbench.init.Law;
import org.initbench.init.MatrixInitializer;
import org.initbench.init.WeightMatrix;

/**
 * An initializer at a scale, as mean-field theory needs it.
 *
 * @param initializer the initializer
 * @param scale its scale; 1 for a rule that takes none
 * @param drawnBiases whether the task has biases drawn
 */
public record StartRule(Initializer initializer, double scale, boolean drawnBiases) {

    /** Whether a matrix with biases is drawn with them. */
    boolean drawsBiases() {
        return biases().draws(drawnBiases, true);
    }

    private BiasRule biases() {
        return initializer instanceof MatrixInitializer rule ? rule.biases() : BiasRule.LAYER;
    }

    /** Why theory does not apply to a matrix; empty if it does. */
    Optional<String> obstacle(WeightMatrix matrix) {
        Law law = initializer.lawOf(matrix);
        if (law.mean() != 0) {
            return Optional.of("its weights have a mean other than 0");
        }
        if (initializer.deterministic() && law.variance() != 0) {
            return Optional.of("its weights are not random");
        }
        if (Double.isNaN(weightVariance(matrix))) {
            return Optional.of("the variance of its weights depends on data");
        }
        return Double.isNaN(biasVariance(matrix))
                ? Optional.of("its biases have a law of their own")
                : Optional.empty();
    }

    /** Whether the weights of a matrix are independent of each other; else theory takes them as if they were. */
    boolean independent(WeightMatrix matrix) {
        return initializer.lawOf(matrix).independent();
    }

    /** The variance of a weight. */
    double weightVariance(WeightMatrix matrix) {
        return scale * scale * initializer.lawOf(matrix).variance();
    }

    /** The variance of a bias, 0 if biases start at 0. */
    double biasVariance(WeightMatrix matrix) {
        if (!matrix.shape().drawnBias()) {
            return 0;
        }
        return initializer instanceof MatrixInitializer rule
                ? scale * scale * rule.biasVariance(matrix)
                : weightVariance(matrix);
    }
}
