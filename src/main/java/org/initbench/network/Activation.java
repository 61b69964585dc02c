package org.initbench.network;

import java.util.Locale;

/** A layer's nonlinearity, applied to each unit. */
public enum Activation {
    /** x. */
    IDENTITY,
    /** σ(x) = 1 / (1 + e^−x). */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH,
    /** 1.7159·tanh(2x/3): about ±1 at ±1 (LeCun et al. 1998). */
    LECUN_TANH,
    /** max(x, 0). */
    RELU,
    /** x where positive, else 0.01·x (Maas et al. 2013). */
    LEAKY_RELU,
    /** x where positive, else e^x − 1 (Clevert et al. 2016). */
    ELU,
    /** λ·x where positive, else λ·α·(e^x − 1), λ = 1.0507…, α = 1.6733… (Klambauer et al. 2017). */
    SELU,
    /** ½x·(1 + tanh(√(2/π)·(x + 0.044715·x³))), the tanh form of x·Φ(x) (Hendrycks and Gimpel 2016). */
    GELU,
    /** x·σ(x) (Ramachandran et al. 2017). */
    SWISH,
    /** ln(1 + e^x). */
    SOFTPLUS,
    /** x / (1 + |x|). */
    SOFTSIGN,
    /** sin x (Sitzmann et al. 2020, with ω₀ = 1). */
    SINE;

    /** The word used in files, such as {@code leaky-relu}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The inverse of {@link #label()}.
     *
     * @throws IllegalArgumentException if the word names no activation
     */
    public static Activation of(String label) {
        for (Activation activation : values()) {
            if (activation.label().equals(label)) {
                return activation;
            }
        }
        throw new IllegalArgumentException("unknown activation '" + label + "'");
    }
}
