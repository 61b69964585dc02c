package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initbench.run.Environment;
import org.initbench.run.Formats;
import org.junit.jupiter.api.Test;

class ArithmeticWordsTest {

    /** An environment with a fingerprint, or, if that is empty, as the first versions wrote it. */
    private static Environment environment(Map<String, String> fingerprint) {
        ObjectNode document =
                Formats.json().valueToTree(new MadeUpBundle("b").bundle().environment());
        if (!fingerprint.isEmpty()) {
            document.set("fingerprint", Formats.json().valueToTree(fingerprint));
        }
        return Formats.json().convertValue(document, Environment.class);
    }

    private static String words(Map<String, String> first, Map<String, String> second) {
        return ArithmeticWords.of(List.of(environment(first), environment(second)))
                .orElse("");
    }

    @Test
    void partsThatDifferAreNamedApartFromThoseThatDoNot() {
        Map<String, String> haswell = Map.of(
                "generator",
                "1",
                "matrix_product_float32_5",
                "2",
                "matrix_product_float64_100",
                "3",
                "exp_float32",
                "4",
                "training",
                "5");
        Map<String, String> zen = Map.of(
                "generator",
                "1",
                "matrix_product_float32_5",
                "2",
                "matrix_product_float64_100",
                "0",
                "exp_float32",
                "4",
                "training",
                "0");
        assertThat(words(haswell, zen))
                .isEqualTo(
                        "Arithmetic: of fixed computations these come out differently: matrix products (1 of 2), short"
                                + " trainings; these the same: random numbers, exp.");
        assertThat(words(haswell, haswell))
                .isEqualTo("Arithmetic: all 5 fixed computations come out the same to the last bit.");
    }

    @Test
    void everyPartHasPlainWords() {
        Map<String, String> all = Map.of(
                "matrix_product_float32_100", "1",
                "matrix_product_float32_1000", "1",
                "matrix_product_transposed_float32", "1",
                "matrix_vector_product_float32", "1",
                "softmax_float32", "1",
                "softplus_float32", "1",
                "reciprocal_root_float32", "1");
        Map<String, String> other = new HashMap<>(all);
        other.put("matrix_product_float32_1000", "2");
        other.put("matrix_product_transposed_float32", "2");
        assertThat(words(all, other))
                .isEqualTo(
                        "Arithmetic: of fixed computations these come out differently: matrix products (1 of 2), products of a"
                                + " transposed matrix; these the same: products of a matrix and a vector, softmax, softplus,"
                                + " reciprocals of roots.");
    }

    /** The reference engine has no matrix products to show, and a later version may have what this one does not know. */
    @Test
    void onlyWhatAllHaveIsCompared() {
        assertThat(words(Map.of("generator", "1", "fft_float32", "2"), Map.of("generator", "1", "sum_float32", "3")))
                .isEqualTo("Arithmetic: all 1 fixed computations come out the same to the last bit.");
        assertThat(words(Map.of("fft_float32", "1"), Map.of("fft_float32", "2")))
                .contains("differently: fft.");
        assertThat(words(Map.of("generator", "1"), Map.of())).isEmpty();
    }

    @Test
    void whatMustNotHappenIsSaid() {
        assertThat(words(Map.of("generator", "1", "sum_float32", "3"), Map.of("generator", "2", "sum_float32", "3")))
                .endsWith(
                        "these the same: sums. It must not happen that random numbers differ: plain Java computes them,"
                                + " alike on every machine.");
    }

    @Test
    void whatAnOlderVersionDidNotWriteIsNoDifference() {
        Environment old = environment(Map.of());
        assertThat(Environments.differences(List.of(old, environment(Map.of("generator", "1")))))
                .isEmpty();
        assertThat(Environments.differences(
                        List.of(environment(Map.of("generator", "1")), environment(Map.of("generator", "2")))))
                .containsExactly(new Difference(
                        "fingerprint.generator", "fingerprint generator", Effect.SIGN, List.of("1", "2")));
    }
}
