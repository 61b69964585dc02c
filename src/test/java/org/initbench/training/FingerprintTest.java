package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static Map<String, String> fingerprint = Map.of();

    @BeforeAll
    static void take() {
        NativeBackend.require();
        fingerprint = Fingerprint.take();
    }

    @Test
    void everyPartOfTheArithmeticHasADigest() {
        assertThat(fingerprint)
                .containsOnlyKeys(
                        "generator",
                        "strict_math",
                        "initial_weights",
                        "matrix_product_float32_5",
                        "matrix_product_float32_32",
                        "matrix_product_float32_100",
                        "matrix_product_float32_1000",
                        "matrix_product_transposed_float32",
                        "matrix_vector_product_float32",
                        "exp_float32",
                        "tanh_float32",
                        "sigmoid_float32",
                        "softmax_float32",
                        "softplus_float32",
                        "reciprocal_root_float32",
                        "onednn_tanh_float32",
                        "sum_float32",
                        "matrix_product_float64_5",
                        "matrix_product_float64_32",
                        "matrix_product_float64_100",
                        "matrix_product_float64_1000",
                        "matrix_product_transposed_float64",
                        "matrix_vector_product_float64",
                        "exp_float64",
                        "tanh_float64",
                        "sigmoid_float64",
                        "softmax_float64",
                        "softplus_float64",
                        "reciprocal_root_float64",
                        "sum_float64",
                        "training");
        assertThat(fingerprint.values())
                .allMatch(digest -> digest.matches("[0-9a-f]{16}"))
                .doesNotHaveDuplicates();
    }

    /** A digest that changes by itself would tell machines apart that are equal. */
    @Test
    void isTheSameAgain() {
        assertThat(Fingerprint.take()).isEqualTo(fingerprint);
    }

    /**
     * What must be the same on every machine and every Java. The digest of the generator is that of {@code uniforms(20000, 0, "fingerprint")} in {@code draws.py}, a second
     * implementation; the others were computed by this program, alike on Java 17 and 25.
     */
    @Test
    void plainJavaIsTheSameEverywhere() {
        assertThat(fingerprint)
                .containsEntry("generator", "1ff1f50459a290c7")
                .containsEntry("strict_math", "0c673aafafb43d50")
                .containsEntry("initial_weights", "b3702275b7332e8f");
    }
}
