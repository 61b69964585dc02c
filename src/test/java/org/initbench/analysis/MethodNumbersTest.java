package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.MethodText;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.ShippedHypotheses;
import org.junit.jupiter.api.Test;

/** A number on the method page that is not the program's would tell readers of another analysis than the one they read. */
class MethodNumbersTest {

    private static double number(String phrase) {
        return MethodText.numbers(phrase).get(0);
    }

    @Test
    void ofCells() {
        assertThat(number("Intervals are of # %")).isEqualTo(100 * Estimates.CONFIDENCE);
        assertThat(number("one with fewer than # successes is never in it")).isEqualTo(Cell.ENOUGH);
        assertThat(number("ratio to the task's fastest is at most #, *bad*")).isEqualTo(CellSummaries.GOOD_LIMIT);
        assertThat(number("no scale is within # times the best of both")).isEqualTo(Rates.MARGIN);
    }

    /** The share from which on a claim is supported, found by counting up among 100 tasks. */
    @Test
    void ofVerdicts() {
        int needed = (int) number("**Supported**: at least # % of the tasks for");
        assertThat(number("**Refuted**: at least # % against or equivalent")).isEqualTo(needed);
        assertThat(of(needed - 1, TaskVerdict.FOR)).isEqualTo(Verdict.UNDECIDED);
        assertThat(of(needed, TaskVerdict.FOR)).isEqualTo(Verdict.SUPPORTED);
        assertThat(of(needed - 1, TaskVerdict.EQUIVALENT)).isEqualTo(Verdict.UNDECIDED);
        assertThat(of(needed, TaskVerdict.EQUIVALENT)).isEqualTo(Verdict.REFUTED);
        assertThat(number("of at most # comparisons, hold together")).isEqualTo(Hypotheses.LARGEST_FAMILY);
        assertThat(number("rests on fewer than # replicates is *preliminary*")).isEqualTo(Caveats.FIRM);
    }

    private static Verdict of(int tasks, TaskVerdict verdict) {
        return Verdict.of(
                Stream.of(Collections.nCopies(tasks, verdict), Collections.nCopies(100 - tasks, TaskVerdict.OPEN))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void ofClaims() {
        List<Double> margins = MethodText.numbers("(a ratio of #, or # in the share converged");
        for (Hypothesis hypothesis : ShippedHypotheses.all().current()) {
            assertThat(hypothesis.margin())
                    .as(hypothesis.id())
                    .isEqualTo(margins.get(hypothesis.measure().ratio() ? 0 : 1));
        }
    }

    @Test
    void ofRegretPriceAndKinds() {
        assertThat(number("in # random splits")).isEqualTo(CrossFit.SPLITS);
        assertThat(MethodText.numbers("at least # over # powers of ten"))
                .containsExactly((double) PriceOfSmallness.SCALES, PriceOfSmallness.DECADES);
        assertThat(MethodText.numbers("in # % of # bootstrap samples"))
                .containsExactly(100 * Agreements.SURE, (double) Agreements.SAMPLES);
        assertThat(number("below a difference of # it is \"either\"")).isEqualTo(PriceOfSmallness.PREFERRED);
        assertThat(number("(exact up to # differences)")).isEqualTo(SignFlipTest.MOST_EXACT);
    }

    /** What {@link Variation} tries, in its own words. */
    @Test
    void ofSensitivity() {
        List<Double> divisors = MethodText.numbers("at B/#, B/# and B/#;");
        assertThat(Variation.of(new SyntheticStudy().linear("task").bundle(true)).stream()
                        .map(Variation::divisor)
                        .filter(divisor -> divisor > 1)
                        .map(Integer::doubleValue))
                .containsExactlyElementsOf(divisors);
    }
}
