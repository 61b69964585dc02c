package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.AbstractStringAssert;
import org.initbench.common.UsageException;
import org.initbench.compare.ScaleAgreement.Overlap;
import org.initbench.run.Bundle;
import org.initbench.run.Engine;
import org.initbench.run.ResolvedStudy;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double[] SCALES = {0.01, 0.1, 1};

    /** Two tasks, three scales, eight replicates: the middle scale is the fastest. */
    private static MadeUpBundle bundle(String folder, DoubleUnaryOperator epochs) {
        MadeUpBundle bundle = new MadeUpBundle(folder);
        for (String task : new String[] {"one", "two"}) {
            for (int replicate = 0; replicate < 8; replicate++) {
                for (double scale : SCALES) {
                    double own = (scale == 0.1 ? 10 : 30) + replicate % 4;
                    bundle.run(task, scale, replicate, epochs.applyAsDouble(own));
                }
            }
        }
        return bundle.timed("one", 10, 0.1, 10).timed("two", 20, 0.2, 10);
    }

    private static StudyComparison compare(Bundle first, Bundle... others) {
        Comparer comparer = new Comparer(first, 1 + others.length, 1.25);
        for (Bundle other : others) {
            comparer.add(other);
        }
        return comparer.result();
    }

    @Test
    void aBundleIsEqualToItself() {
        Bundle bundle = bundle("a", x -> x).bundle();
        StudyComparison comparison = compare(bundle, bundle);
        BundlePair pair = comparison.pairs().get(0);
        assertThat(comparison.accord()).isEqualTo(Accord.EQUAL);
        assertThat(comparison.environments()).isEmpty();
        assertThat(pair.sameStudy()).isTrue();
        assertThat(pair.bits()).isEqualTo(new RunAgreement(48, 48, 48, List.of()));
        assertThat(pair.outcomes().both()).isEqualTo(48);
        assertThat(pair.outcomes().differing()).isZero();
        assertThat(pair.tasks(EpochVerdict.EQUAL)).hasSize(2);
        assertThat(pair.scales(Overlap.SAME)).hasSize(2);
        assertThat(comparison.answer().get(0))
                .isEqualTo("A and B are equal: all 48 runs that are in both are the same to the last bit.");
    }

    @Test
    void twiceTheEpochsDiffer() {
        StudyComparison comparison =
                compare(bundle("a", x -> x).bundle(), bundle("b", x -> 2 * x).bundle());
        BundlePair pair = comparison.pairs().get(0);
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        assertThat(pair.tasks(EpochVerdict.DIFFERENT)).hasSize(2);
        assertThat(pair.bits().equal()).isZero();
        assertThat(pair.bits().equalStarts()).isEqualTo(48);
        assertThat(comparison.answer().get(0))
                .isEqualTo("A and B differ: epochs differ beyond the margin on one, two.");
        assertThat(comparison.answer())
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("Epochs: runs take 2.00 times as many in B as in A"));
    }

    @Test
    void aPercentMoreAgrees() {
        StudyComparison comparison = compare(
                bundle("a", x -> x).bundle(),
                bundle("b", x -> 1.01 * x).coreType("Zen").bundle());
        assertThat(comparison.accord()).isEqualTo(Accord.AGREES);
        assertThat(comparison.pairs().get(0).tasks(EpochVerdict.EQUIVALENT)).hasSize(2);
        assertThat(comparison.environments().get(0).effect()).isEqualTo(Effect.BITS);
        assertThat(comparison.answer().get(1)).contains("Haswell against", "core type Zen");
        assertThat(comparison.answer())
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Time: "));
    }

    /** The margin decides: what agrees to within a quarter does not agree to within half a percent. */
    @Test
    void theMarginIsTheUsers() {
        Comparer comparer = new Comparer(bundle("a", x -> x).bundle(), 2, 1.005);
        comparer.add(bundle("b", x -> 1.01 * x).bundle());
        StudyComparison comparison = comparer.result();
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        assertThat(comparison.margin()).isEqualTo(1.005);
    }

    @Test
    void twoNoisyReplicatesAreInconclusiveAndNotDifferent() {
        Bundle first =
                new MadeUpBundle("a").run("one", 1, 0, 20).run("one", 1, 1, 20).bundle();
        Bundle second =
                new MadeUpBundle("b").run("one", 1, 0, 15).run("one", 1, 1, 28).bundle();
        StudyComparison comparison = compare(first, second);
        assertThat(comparison.accord()).isEqualTo(Accord.INCONCLUSIVE);
        assertThat(comparison.answer().get(0)).startsWith("Inconclusive: nothing is shown to differ between A and B");
        assertThat(comparison.caveats().get(0)).startsWith("Inconclusive: neither agreement nor difference is shown");
    }

    /** Where the best scale moves by two steps although total epochs are as many, only the sets tell. */
    @Test
    void bestScalesThatHaveNothingInCommonDiffer() {
        MadeUpBundle first = new MadeUpBundle("a");
        MadeUpBundle second = new MadeUpBundle("b");
        for (int replicate = 0; replicate < 12; replicate++) {
            double jitter = 1 + replicate % 3 / 100.0;
            first.run("one", 0.01, replicate, 5 * jitter).run("one", 1, replicate, 50 * jitter);
            second.run("one", 0.01, replicate, 50 * jitter).run("one", 1, replicate, 5 * jitter);
        }
        StudyComparison comparison = compare(first.bundle(), second.bundle());
        BundlePair pair = comparison.pairs().get(0);
        assertThat(pair.tasks(EpochVerdict.EQUIVALENT)).hasSize(1);
        assertThat(pair.scales(Overlap.DISJOINT)).hasSize(1);
        assertThat(pair.scales().get(0).steps()).isEqualTo(1);
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        assertThat(comparison.answer().get(0))
                .isEqualTo("A and B differ: the best scales have none in common: normal on one (0.01 against 1).");
    }

    @Test
    void everyOtherIsComparedWithTheFirst() {
        StudyComparison comparison = compare(
                bundle("a", x -> x).bundle(),
                bundle("b", x -> x).bundle(),
                bundle("c", x -> 3 * x).bundle());
        assertThat(comparison.bundles()).extracting(BundleInfo::label).containsExactly("A", "B", "C");
        assertThat(comparison.pairs()).extracting(BundlePair::accord).containsExactly(Accord.EQUAL, Accord.DIFFERS);
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        assertThat(comparison.pairs().get(1).tasks().get(0).epochs().confidence())
                .as("four intervals hold together")
                .isEqualTo(1 - 0.05 / 4);
    }

    /** Half of the runs are in both: only they are compared, and it is said what is not. */
    @Test
    void onlyCommonRunsAreCompared() {
        MadeUpBundle first = new MadeUpBundle("a");
        MadeUpBundle second = new MadeUpBundle("b");
        for (int replicate = 0; replicate < 8; replicate++) {
            first.run("one", 1, replicate, 20);
            second.run("one", 1, replicate + 4, replicate < 4 ? 20 : 99).run("extra", 1, replicate, 5);
        }
        StudyComparison comparison = compare(first.bundle(), second.bundle());
        BundlePair pair = comparison.pairs().get(0);
        assertThat(pair.runs()).isEqualTo(4);
        assertThat(pair.onlyFirst()).isEqualTo(4);
        assertThat(pair.onlySecond()).isEqualTo(12);
        assertThat(pair.leftOut()).containsExactly("Only B has the tasks extra.");
        assertThat(comparison.accord()).isEqualTo(Accord.EQUAL);
        assertThat(comparison.answer())
                .anySatisfy(sentence -> assertThat(sentence).contains("only A has 4 more, only B has 12"));
    }

    @Test
    void whatHasNothingInCommonIsRefused() {
        MadeUpBundle first = new MadeUpBundle("a").run("one", 1, 0, 20);
        refused(first, new MadeUpBundle("b").seed(2).run("one", 1, 0, 20))
                .contains("A (a) and B (b) cannot be compared", "the seed is 1 in A and 2 in B", "Comparable are");
        refused(first, new MadeUpBundle("b").schema(ResolvedStudy.SCHEMA - 1).run("one", 1, 0, 20))
                .contains("the format is version");
        refused(first, new MadeUpBundle("b").budget(100).run("one", 1, 0, 20))
                .contains("the task one is defined differently (budget_epochs is 200.0 in A and 100.0 in B)");
        refused(first, new MadeUpBundle("b").engine(Engine.REFERENCE).run("one", 1, 0, 20))
                .contains("A was trained by the engine nd4j, B by reference");
        refused(first, new MadeUpBundle("b").run("two", 1, 0, 20)).contains("no task is in both: A has one; B has two");
        refused(first, new MadeUpBundle("b").run("one", 2, 0, 20))
                .contains("their scales, learning rates or replicates have nothing in common");
        refused(first, new MadeUpBundle("b").task("one")).contains("B holds no runs");
    }

    private static AbstractStringAssert<?> refused(MadeUpBundle first, MadeUpBundle second) {
        Comparer comparer = new Comparer(first.bundle(), 2, 1.25);
        return assertThat(catchThrowableOfType(UsageException.class, () -> comparer.add(second.bundle()))
                .getMessage());
    }

    @Test
    void oneBudgetThatDiffersLeavesTheOtherTasks() {
        MadeUpBundle first = new MadeUpBundle("a").run("one", 1, 0, 20).run("two", 1, 0, 20);
        MadeUpBundle second =
                new MadeUpBundle("b").run("one", 1, 0, 20).budget(50).run("two", 1, 0, 20);
        StudyComparison comparison = compare(first.bundle(), second.bundle());
        assertThat(comparison.pairs().get(0).leftOut())
                .containsExactly(
                        "Left out: the task two is defined differently (budget_epochs is 200.0 in A and 50.0 in B).");
        assertThat(comparison.pairs().get(0).tasks())
                .extracting(TaskAgreement::task)
                .containsExactly("one");
    }

    /** Outcomes that differ on all runs of both tasks. */
    @Test
    void whoNeverArrivesIsNotMerelySlow() {
        StudyComparison comparison =
                compare(bundle("a", x -> x).bundle(), bundle("b", x -> NEVER).bundle());
        assertThat(comparison.accord()).isEqualTo(Accord.DIFFERS);
        assertThat(comparison.answer().get(0)).contains("A converges more often");
        assertThat(comparison.pairs().get(0).scales(Overlap.NONE)).hasSize(2);
    }
}
