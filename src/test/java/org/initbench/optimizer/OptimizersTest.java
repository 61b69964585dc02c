package org.initbench.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initbench.common.GoldenTable;
import org.initbench.example.AdaGrad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizersTest {
    private static final Map<String, Optimizer> OPTIMIZERS = Map.of(
            "sgd", new Sgd(),
            "momentum", new Momentum(0.9),
            "nesterov", new Nesterov(0.8),
            "rmsprop", new RmsProp(),
            "adam", new Adam(),
            "adam-short", new Adam(0.5, 0.7, 1e-3),
            "adamw", new AdamW(0.1));

    static List<String> names() {
        return GoldenTable.rows("/org/initbench/optimizer/sequences.csv").stream()
                .map(row -> row.getField("optimizer"))
                .distinct()
                .toList();
    }

    /** A rule that differs from the one it is named after would be compared with the literature under a false name. */
    @ParameterizedTest
    @MethodSource("names")
    void optimizerThatIsNotThePublishedRule(String name) {
        List<NamedCsvRecord> rows = GoldenTable.rows("/org/initbench/optimizer/sequences.csv").stream()
                .filter(row -> row.getField("optimizer").equals(name))
                .toList();
        Optimizer optimizer = Objects.requireNonNull(OPTIMIZERS.get(name), name);
        double[] weights = column(rows.subList(0, 4), "start");
        List<double[]> states = IntStream.range(0, optimizer.states())
                .mapToObj(i -> new double[weights.length])
                .toList();
        for (int step = 1; step <= rows.size() / 4; step++) {
            List<NamedCsvRecord> now = rows.subList(4 * (step - 1), 4 * step);
            assertThat(column(now, "step")).containsOnly(step);
            double rate = number(now.get(0), "rate");
            optimizer.update(new VectorOperations(4), weights, column(now, "gradient"), states, rate, step);
            assertThat(weights).as("update %d", step).containsExactly(column(now, "expected"), within(1e-12));
        }
    }

    /** At a changing rate, a velocity that took the new rate for its past would not be Polyak's, nor the fused one. */
    @Test
    void velocityThatForgetsItsRates() {
        double[] weights = {1};
        List<double[]> velocity = List.of(new double[1]);
        new Momentum(0.9).update(new VectorOperations(1), weights, new double[] {1}, velocity, 0.1, 1);
        new Momentum(0.9).update(new VectorOperations(1), weights, new double[] {1}, velocity, 0.2, 2);
        assertThat(velocity.get(0)[0]).isCloseTo(0.9 * -0.1 - 0.2, within(1e-15));
        assertThat(weights[0]).isCloseTo(1 - 0.1 - 0.29, within(1e-15));
    }

    /**
     * The README's example. Gradients 3 and 4 give √s 3 and 5, so that the steps are 3/4 and 4/6 with ε = 1; a sum that forgets
     * would make the second 4/5.
     */
    @Test
    void exampleThatIsNotAdaGrad() {
        double[] weights = {1};
        List<double[]> sum = List.of(new double[1]);
        Optimizer adaGrad = new AdaGrad(1);
        adaGrad.update(new VectorOperations(1), weights, new double[] {3}, sum, 0.1, 1);
        assertThat(weights[0]).isCloseTo(1 - 0.1 * 3 / 4, within(1e-15));
        adaGrad.update(new VectorOperations(1), weights, new double[] {4}, sum, 0.1, 2);
        assertThat(weights[0]).isCloseTo(1 - 0.1 * 3 / 4 - 0.1 * 4 / 6, within(1e-15));
        assertThat(adaGrad.momentum()).isEmpty();
    }

    /** A rule that no sequence covers would be believed without a receipt. */
    @Test
    void optimizerWithoutASequence() {
        assertThat(names()).containsExactlyInAnyOrderElementsOf(OPTIMIZERS.keySet());
    }

    /** An engine that fuses a rule which is not heavy-ball momentum would train by another rule than the task names. */
    @Test
    void fusedRuleThatIsNotMomentum() {
        assertThat(new Sgd().momentum()).isEqualTo(OptionalDouble.of(0));
        assertThat(new Momentum(0.9).momentum()).isEqualTo(OptionalDouble.of(0.9));
        for (Optimizer other : List.of(new Nesterov(0.9), new RmsProp(), new Adam(), new AdamW(0))) {
            assertThat(other.momentum()).as(other.name()).isEmpty();
        }
    }

    /** Constants left out of the description would give two different tasks one identity. */
    @Test
    void constantThatTheDescriptionLacks() {
        assertThat(new Sgd().constants()).isEqualTo("");
        assertThat(new Momentum(0.9).constants()).isEqualTo("momentum 0.9");
        assertThat(new Nesterov(0.8).constants()).isEqualTo("momentum 0.8");
        assertThat(new RmsProp().constants()).isEqualTo("decay 0.9, epsilon 1.0E-8");
        assertThat(new Adam(0.5, 0.7, 1e-3).constants()).isEqualTo("beta1 0.5, beta2 0.7, epsilon 0.001");
        assertThat(new AdamW(0.1).constants()).isEqualTo("beta1 0.9, beta2 0.999, epsilon 1.0E-8, weight decay 0.1");
    }

    /** A momentum of 1 never comes to rest: every run would be counted as one that fails. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void shareOutsideItsRange(double share) {
        String right = " must be at least 0 and less than 1, not " + share;
        assertThat(refused(() -> new Momentum(share))).isEqualTo("momentum" + right);
        assertThat(refused(() -> new Nesterov(share))).isEqualTo("momentum" + right);
        assertThat(refused(() -> new RmsProp(share, 1e-8))).isEqualTo("decay" + right);
        assertThat(refused(() -> new Adam(share, 0.999, 1e-8))).isEqualTo("beta1" + right);
        assertThat(refused(() -> new Adam(0.9, share, 1e-8))).isEqualTo("beta2" + right);
        assertThat(refused(() -> new AdamW(share, 0.999, 1e-8, 0))).isEqualTo("beta1" + right);
        assertThat(refused(() -> new AdamW(0.9, share, 1e-8, 0))).isEqualTo("beta2" + right);
    }

    /** With ε = 0 a weight whose gradient has always been zero becomes 0/0. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-8, Double.POSITIVE_INFINITY, Double.NaN})
    void epsilonThatDoesNotProtect(double epsilon) {
        String right = "epsilon must be positive and finite, not " + epsilon;
        assertThat(refused(() -> new RmsProp(0.9, epsilon))).isEqualTo(right);
        assertThat(refused(() -> new Adam(0.9, 0.999, epsilon))).isEqualTo(right);
        assertThat(refused(() -> new AdamW(0.9, 0.999, epsilon, 0))).isEqualTo(right);
    }

    /** A negative decay would make weights grow. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.POSITIVE_INFINITY, Double.NaN})
    void decayThatGrows(double decay) {
        assertThat(refused(() -> new AdamW(decay)))
                .isEqualTo("weight decay must be at least 0 and finite, not " + decay);
    }

    private static String refused(ThrowingCallable constructor) {
        IllegalArgumentException refusal = catchThrowableOfType(IllegalArgumentException.class, constructor);
        return String.valueOf(refusal.getMessage());
    }

    private static double[] column(List<NamedCsvRecord> rows, String name) {
        return rows.stream().mapToDouble(row -> number(row, name)).toArray();
    }

    private static double number(NamedCsvRecord row, String name) {
        return Double.parseDouble(row.getField(name));
    }
}
