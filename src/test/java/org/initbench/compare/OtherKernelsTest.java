package org.initbench.compare;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.junit.jupiter.api.Test;

/**
 * Two bundles of one small study that were made under different core types of OpenBLAS. What is expected was counted in their files
 * by a script of its own, which compares the rows of runs and curves as text.
 */
class OtherKernelsTest {
    private static final Path FOLDER = Path.of("test/resources/org/initbench/compare");
    private static final Bundle HASWELL = BundleReader.read(FOLDER.resolve("haswell"));
    private static final Bundle SANDYBRIDGE = BundleReader.read(FOLDER.resolve("sandybridge"));

    private static StudyComparison comparison() {
        Comparer comparer = new Comparer(HASWELL, 2, StudyComparison.MARGIN);
        comparer.add(SANDYBRIDGE);
        return comparer.result();
    }

    @Test
    void theBundlesAreSound() {
        assertThat(BundleReader.verify(FOLDER.resolve("haswell"))).isEmpty();
        assertThat(BundleReader.verify(FOLDER.resolve("sandybridge"))).isEmpty();
    }

    /** Starts do not depend on the machine. */
    @Test
    void everyRunStartsFromTheSameWeights() {
        BundlePair pair = comparison().pairs().get(0);
        assertThat(pair.sameStudy()).isTrue();
        assertThat(pair.bits().runs()).isEqualTo(52);
        assertThat(pair.bits().equalStarts()).isEqualTo(52);
        assertThat(pair.bits().equal()).isEqualTo(22);
    }

    /** Sums of two products are the same in any order; those of the digits' 64 are not. */
    @Test
    void smallProductsAreEqualToTheBitAndLargeOnesAreNot() {
        assertThat(comparison().pairs().get(0).tasks())
                .extracting(
                        TaskAgreement::task,
                        task -> task.bits().equal(),
                        task -> task.bits().runs())
                .containsExactly(tuple("xor-2-2-1", 22, 22), tuple("digits-mlp-tanh", 0, 30));
    }

    /**
     * Random starts part before the first update, for the loss of equal weights is rounded otherwise; equal weights one update later
     * (45 an epoch), and zero weights after four to nine.
     */
    @Test
    void runsPartWhenTheScriptSays() {
        Map<String, List<Double>> parted = CommonRuns.of(HASWELL, SANDYBRIDGE).all().stream()
                .filter(pair -> pair.first().task().equals("digits-mlp-tanh"))
                .collect(groupingBy(
                        pair -> pair.first().initializer(),
                        collectingAndThen(
                                toList(), pairs -> RunAgreement.of(pairs).parted())));
        double update = 1 / 45.0;
        assertThat(parted.get("normal")).hasSize(20).containsOnly(0.0);
        assertThat(parted.get("constant")).hasSize(5).containsOnly(update);
        assertThat(parted.get("zero")).containsExactly(4 * update, 4 * update, 7 * update, 9 * update, 9 * update);
    }

    /**
     * Hidden units that start equal stay equal under the kernels of Sandybridge; those of Haswell set them apart, and the network
     * learns. Five runs of one start are too few for the exact test, p = 2/2⁵, and yet more than 5 % of the task's runs
     * for both tasks at once: SciPy, {@code beta.ppf(0.025, 5, 26)}.
     */
    @Test
    void roundingDecidesWhatBecomesOfEqualWeights() {
        BundlePair pair = comparison().pairs().get(0);
        assertThat(pair.outcomes().onlyFirst()).isEqualTo(5);
        assertThat(pair.outcomes().onlySecond()).isZero();
        assertThat(pair.outcomes().p()).isEqualTo(2 / 32.0);
        assertThat(pair.tasks().get(1).outcomes().atLeast()).isCloseTo(0.056421696468071485, within(1e-12));
        assertThat(pair.tasks().get(1).cells())
                .filteredOn(cell -> cell.differing() > 0)
                .extracting(CellAgreement::initializer, CellAgreement::onlyFirst)
                .containsExactly(tuple("constant", 5));
    }

    /** All that converged in both took as many epochs; but five runs of thirty that end differently are not nothing. */
    @Test
    void whatConvergesInBothTakesAsLong() {
        StudyComparison comparison = comparison();
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        assertThat(comparison.pairs().get(0).tasks(EpochVerdict.EQUAL)).hasSize(2);
        assertThat(comparison.pairs().get(0).scales(ScaleAgreement.Overlap.DISJOINT))
                .isEmpty();
        assertThat(comparison.environments())
                .filteredOn(difference -> difference.effect() == Effect.BITS)
                .extracting(Difference::key)
                .containsExactly("settings.openblas_core", "blas", "threads.OPENBLAS_CORETYPE");
        assertThat(comparison.environments())
                .filteredOn(difference -> difference.effect() == Effect.SIGN)
                .extracting(Difference::key)
                .contains("reference_digest", "fingerprint.training")
                .allMatch(key -> key.matches("reference_digest|fingerprint\\.(training|matrix_(vector_)?product_.*)"));
        assertThat(comparison.answer())
                .contains("Arithmetic: of fixed computations these come out differently: matrix products, products of a"
                        + " transposed matrix, products of a matrix and a vector, short trainings; these the same: random"
                        + " numbers, functions of Java, initial weights, sums, exp, tanh, sigmoid, tanh of oneDNN, which"
                        + " training does not use, softmax, softplus, reciprocals of roots.")
                .contains(
                        "Verdicts: 10 of 10 claims have the same verdict in both; none is supported by one and refuted by the"
                                + " other; all are undecided in both.");
        assertThat(comparison.answer())
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Outcomes: 5 runs of 52 end differently")
                        .endsWith("constant, value 0.1 on digits-mlp-tanh (5 of 5)."));
    }
}
