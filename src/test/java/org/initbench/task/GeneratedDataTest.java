package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.initbench.common.Digests;
import org.initbench.common.GoldenTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets that are defined by a rule. */
class GeneratedDataTest {

    @Test
    void parityOfTwoBitsIsExclusiveOr() {
        Samples parity = DataSets.parity(2).training();
        assertThat(parity.inputs()).containsExactly(-1, -1, -1, 1, 1, -1, 1, 1);
        assertThat(parity.targets()).containsExactly(0, 1, 1, 0);
        assertThat(DataSets.paritySequence(2).training().inputs())
                .containsExactly(1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1);
        assertThat(DataSets.paritySequence(2).training().targets()).containsExactly(0, 1, 1, 0);
    }

    /** The product of the negated signs tells the parity: it is −1 where an odd number of bits are ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 8})
    void parityHasEveryPatternOnceAndFlipsWithEveryBit(int bits) {
        DataSet data = DataSets.parity(bits);
        Samples parity = data.training();
        assertThat(parity.count()).isEqualTo(1 << bits);
        assertThat(parity.inputWidth()).isEqualTo(bits);
        assertThat(StatUtils.sum(parity.targets()))
                .as("half the patterns are odd")
                .isEqualTo(parity.count() / 2.0);
        assertThat(StatUtils.mean(parity.inputs())).isZero();
        assertThat(StatUtils.populationVariance(parity.inputs())).isEqualTo(1);
        Set<String> patterns = new HashSet<>();
        for (int i = 0; i < parity.count(); i++) {
            double[] pattern = Arrays.copyOfRange(parity.inputs(), i * bits, (i + 1) * bits);
            patterns.add(Arrays.toString(pattern));
            double sign = Arrays.stream(pattern).map(x -> -x).reduce(1, (a, b) -> a * b);
            assertThat(parity.targets()[i]).isEqualTo(sign > 0 ? 0 : 1);
        }
        assertThat(patterns).hasSize(parity.count());
        assertThat(data.test()).isSameAs(parity);
        assertThat(data.heldOut()).isFalse();
    }

    /** Networks that look symbols up must see the same problem as those that see signs. */
    @Test
    void paritySequencesAreThePatterns() {
        Samples signs = DataSets.parity(5).training();
        Samples sequences = DataSets.paritySequence(5).training();
        assertThat(sequences.inputWidth()).isEqualTo(10);
        assertThat(sequences.targets()).isEqualTo(signs.targets());
        for (int i = 0; i < signs.inputs().length; i++) {
            assertThat(sequences.inputs()[2 * i + 1] - sequences.inputs()[2 * i])
                    .isEqualTo(signs.inputs()[i]);
            assertThat(sequences.inputs()[2 * i + 1] + sequences.inputs()[2 * i])
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 17, 32})
    void parityOfNoBitsOrOfMoreThanFitIsRefused(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSets.parity(bits))
                .withMessageContaining("parity of " + bits + " bits: 1 to 16");
        assertThatIllegalArgumentException().isThrownBy(() -> DataSets.paritySequence(bits));
    }

    /**
     * Every eighth point of the first spiral lies on an axis, half a unit further in than the one before: (0, 6.5), (6, 0),
     * (0, −5.5), (−5, 0), … (0, 0.5). Standardization keeps the proportions on each axis.
     */
    @Test
    void spiralsCrossTheAxesWhereTheBenchmarksDo() {
        Samples spirals = DataSets.twoSpirals().training();
        assertThat(spirals.count()).isEqualTo(194);
        double unitX = x(spirals, 16) / 6;
        double unitY = y(spirals, 0) / 6.5;
        double[] signX = {0, 1, 0, -1};
        double[] signY = {1, 0, -1, 0};
        for (int k = 0; k <= 12; k++) {
            double radius = 6.5 - 0.5 * k;
            assertThat(x(spirals, 16 * k)).as("x %d", k).isCloseTo(signX[k % 4] * radius * unitX, within(1e-14));
            assertThat(y(spirals, 16 * k)).as("y %d", k).isCloseTo(signY[k % 4] * radius * unitY, within(1e-14));
        }
        assertThat(x(spirals, 8)).as("an eighth of a turn").isCloseTo(6.25 * Math.sqrt(0.5) * unitX, within(1e-14));
        assertThat(y(spirals, 8)).as("an eighth of a turn").isCloseTo(6.25 * Math.sqrt(0.5) * unitY, within(1e-14));
    }

    @Test
    void theSecondSpiralMirrorsTheFirst() {
        Samples spirals = DataSets.twoSpirals().training();
        for (int i = 0; i < 194; i += 2) {
            assertThat(x(spirals, i + 1)).isCloseTo(-x(spirals, i), within(1e-14));
            assertThat(y(spirals, i + 1)).isCloseTo(-y(spirals, i), within(1e-14));
            assertThat(spirals.targets()[i]).isEqualTo(1);
            assertThat(spirals.targets()[i + 1]).isZero();
        }
    }

    @Test
    void spiralsAreStandardized() {
        Samples spirals = DataSets.twoSpirals().training();
        for (int axis : new int[] {0, 1}) {
            double[] column = IntStream.range(0, 194)
                    .mapToDouble(i -> spirals.inputs()[2 * i + axis])
                    .toArray();
            assertThat(StatUtils.mean(column)).isCloseTo(0, within(1e-14));
            assertThat(StatUtils.populationVariance(column)).isCloseTo(1, within(1e-13));
        }
    }

    private static double x(Samples samples, int point) {
        return samples.inputs()[2 * point];
    }

    private static double y(Samples samples, int point) {
        return samples.inputs()[2 * point + 1];
    }

    /** A third sample, or one that is not the other's mirror image, would pull at biases that theory has at 0. */
    @Test
    void aLineIsTwoMirroredSamples() {
        Samples line = DataSets.line().training();
        assertThat(line.inputs()).containsExactly(1, -1);
        assertThat(line.targets()).containsExactly(1, -1);
        assertThat(line.inputWidth()).isEqualTo(1);
        assertThat(line.targetWidth()).isEqualTo(1);
        assertThat(DataSets.line().heldOut()).isFalse();
    }

    /** The data digest is part of every run's identity, so a definition that moved would orphan every bundle. */
    @Test
    void definitionsAreThoseOfTheSecondImplementation() {
        Map<String, String> expected = GoldenTable.rows("/org/initbench/task/golden/definitions.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("data_set"), row -> row.getField("sha256")));
        assertThat(Stream.of(
                                DataSets.xor(),
                                DataSets.oneHot(10),
                                DataSets.line(),
                                DataSets.parity(4),
                                DataSets.paritySequence(4),
                                DataSets.addingProblem(20, 300, 70),
                                DataSets.addingProblem(7, 50, 5))
                        .collect(Collectors.toMap(DataSet::name, DataSet::digest)))
                .isEqualTo(expected);
    }

    /** The points above are the receipt to 14 digits; this holds the last bits, on every machine. */
    @Test
    void theSpiralsDoNotMove() {
        assertThat(Digests.shortForm(DataSets.twoSpirals().digest())).isEqualTo("a272a45c1ce71cd1");
    }
}
