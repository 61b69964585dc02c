package org.initbench.init;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;

/** The register of initializers. To add one: implement {@link Initializer}, add it to the list below. */
public final class Initializers {

    private static final double SQRT_3 = StrictMath.sqrt(3);

    private static final List<Initializer> ALL = List.of(
            fixed("zero", "every weight is 0", ScaleKind.NONE, 0),
            fixed("constant", "every weight is the scale", ScaleKind.VALUE, 1),
            absolute("normal", "N(0, std²)", StandardNormal::quantile),
            absolute("uniform", "U(−std·√3, std·√3), whose standard deviation is std", Initializers::standardUniform),
            scheme(
                    "lecun-normal",
                    "N(0, 1/fan_in) (LeCun et al. 1998)",
                    StandardNormal::quantile,
                    (in, out) -> 1.0 / in),
            scheme(
                    "lecun-uniform",
                    "U(±√(3/fan_in)) (LeCun et al. 1998)",
                    Initializers::standardUniform,
                    (in, out) -> 1.0 / in),
            scheme(
                    "glorot-normal",
                    "N(0, 2/(fan_in + fan_out)) (Glorot and Bengio 2010)",
                    StandardNormal::quantile,
                    (in, out) -> 2.0 / (in + out)),
            scheme(
                    "glorot-uniform",
                    "U(±√(6/(fan_in + fan_out))) (Glorot and Bengio 2010)",
                    Initializers::standardUniform,
                    (in, out) -> 2.0 / (in + out)),
            scheme("he-normal", "N(0, 2/fan_in) (He et al. 2015)", StandardNormal::quantile, (in, out) -> 2.0 / in),
            scheme(
                    "he-uniform",
                    "U(±√(6/fan_in)) (He et al. 2015)",
                    Initializers::standardUniform,
                    (in, out) -> 2.0 / in),
            new Orthogonal());

    private static final Map<String, Initializer> BY_NAME = index();

    private Initializers() {}

    /** All initializers, in the order in which lists show them. */
    public static List<Initializer> all() {
        return ALL;
    }

    /**
     * The initializer of that name.
     *
     * @throws UsageException if there is none; the message names the nearest known one
     */
    public static Initializer byName(String name) {
        Initializer initializer = BY_NAME.get(name);
        if (initializer == null) {
            throw new UsageException(Suggestions.unknown("initializer", name, BY_NAME.keySet()));
        }
        return initializer;
    }

    private static Initializer fixed(String name, String law, ScaleKind kind, double value) {
        return new IndependentWeights(name, law, kind, true, u -> value, (in, out) -> 0);
    }

    private static Initializer absolute(String name, String law, DoubleUnaryOperator quantile) {
        return new IndependentWeights(name, law, ScaleKind.STD, false, quantile, (in, out) -> 1);
    }

    private static Initializer scheme(
            String name, String law, DoubleUnaryOperator quantile, IndependentWeights.VarianceRule variance) {
        return new IndependentWeights(name, law, ScaleKind.GAIN, false, quantile, variance);
    }

    /** The inverse distribution function of the uniform law with mean 0 and variance 1. */
    private static double standardUniform(double u) {
        return SQRT_3 * (2 * u - 1);
    }

    private static Map<String, Initializer> index() {
        Map<String, Initializer> byName = new LinkedHashMap<>();
        for (Initializer initializer : ALL) {
            if (byName.put(initializer.name(), initializer) != null) {
                throw new IllegalStateException("two initializers are called " + initializer.name());
            }
        }
        return byName;
    }
}
