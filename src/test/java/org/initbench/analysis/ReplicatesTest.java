package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Offset;
import org.initbench.analysis.MadeUpEvidence.Law;
import org.initbench.common.GoldenTable;
import org.initbench.common.Streams;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Direction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicatesTest {

    private static final double TAIL = 0.0025;
    private static final double MARGIN = Math.log(1.25);
    private static final double SHARE_MARGIN = 0.2;
    private static final double SPREAD = 0.35;
    private static final double DEVIATION = Math.sqrt(2 * (Math.exp(SPREAD * SPREAD) - Math.exp(SPREAD * SPREAD / 2)));
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Offset<Double> TOLERANCE = within(1e-9);

    /** Student's interval of a mean with that standard deviation, as n replicates have it on average. */
    private static Limits expected(double mean, double deviation, int n) {
        double half = TDistribution.of(n - 1.0).inverseSurvivalProbability(TAIL) * deviation / Math.sqrt(n);
        return new Limits(mean, mean - half, mean + half);
    }

    private static Effect effect(Forecast forecast, boolean ratio) {
        Limits any = ratio ? new Limits(1, 0.1, 10) : new Limits(0, -1, 1);
        return new Effect(any, forecast.replicates(), false, null, forecast);
    }

    private static Wanted student(Limits limits, int n) {
        return Replicates.wanted(effect(new StudentForecast(limits, n, TAIL), true), -MARGIN, MARGIN);
    }

    private static int number(Wanted wanted) {
        return Objects.requireNonNull(wanted.replicates());
    }

    /**
     * Of 600 studies with as many replicates as are said to be wanted, about 80 % decide. Two log-normal times of spread s whose
     * logarithms correlate by ½ have squared coefficients of variation e^(s²) − 1 and covariance e^(s²/2) − 1, so that by the delta
     * method the logarithm of the ratio of their means varies as 2(e^(s²) − e^(s²/2)) over the number of pairs.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.1, 1.6, 0.6})
    void thatManyReplicatesDecideFourTimesOutOfFive(double ratio) {
        int n = number(student(expected(Math.log(ratio), DEVIATION, 20), 20));
        assertThat(n).isGreaterThan(20);
        int studies = 600;
        int decided = 0;
        MadeUpEvidence evidence = new MadeUpEvidence(Streams.of(15, "wanted", ratio));
        Arm a = new Arm("normal", 0.1);
        Arm b = new Arm("uniform", 0.1);
        for (int i = 0; i < studies; i++) {
            evidence.add("task", n, a, new Law(20 * ratio, SPREAD, 1), b, new Law(20, SPREAD, 1));
            Limits limits = Contrast.cost(evidence.sample("task", a), evidence.sample("task", b), TAIL);
            decided += TaskVerdict.of(limits, 0.8, 1.25, Direction.FASTER) == TaskVerdict.OPEN ? 0 : 1;
        }
        assertThat(decided / (double) studies).isBetween(0.74, 0.88);
    }

    /** Numbers, and pooled limits of shares, of a second implementation that tries every number: {@code golden/forecast.py}. */
    @TestFactory
    Stream<DynamicTest> numbersEqualTheirReceipts() {
        List<NamedCsvRecord> rows = GoldenTable.rows("/org/initbench/analysis/golden/forecast.csv");
        assertThat(rows).hasSizeGreaterThan(20);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        String.join(" ", row.getFields()) + " (python forecast.py)", () -> check(row)));
    }

    private static void check(NamedCsvRecord row) {
        boolean ratio = row.getField("kind").equals("student");
        double margin = ratio ? MARGIN : SHARE_MARGIN;
        Forecast forecast = forecast(row);
        assertThat(forecast.value()).isCloseTo(real(row, "value"), TOLERANCE);
        Wanted wanted = Replicates.wanted(effect(forecast, ratio), -margin, margin);
        assertThat(Objects.toString(wanted.replicates(), "")).isEqualTo(row.getField("wanted"));
        assertThat(wanted.why() == null).isEqualTo(wanted.replicates() != null);
        neverFalls(forecast, margin);
    }

    private static Forecast forecast(NamedCsvRecord row) {
        int n = Integer.parseInt(row.getField("replicates"));
        double tail = real(row, "tail");
        return switch (row.getField("kind")) {
            case "student" ->
                new StudentForecast(new Limits(real(row, "value"), real(row, "low"), real(row, "high")), n, tail);
            case "fisher" -> new FisherForecast(real(row, "value"), (int) real(row, "learned"), n, tail);
            case "shares" -> shares(row, n, tail);
            default -> throw new AssertionError("no check for " + row);
        };
    }

    /** Also checks the limits of the mean difference. */
    private static ShareForecast shares(NamedCsvRecord row, int n, double tail) {
        List<PairedShares> tasks = Arrays.stream(row.getField("tables").split(";", -1))
                .map(ReplicatesTest::table)
                .toList();
        Limits mean =
                Contrast.mean(tasks.stream().map(task -> task.difference(tail)).toList());
        assertThat(mean.value()).isCloseTo(real(row, "value"), TOLERANCE);
        assertThat(mean.low()).isCloseTo(real(row, "low"), TOLERANCE);
        assertThat(mean.high()).isCloseTo(real(row, "high"), TOLERANCE);
        return new ShareForecast(tasks, n, tail);
    }

    /** Pairs by their outcomes: both, only the first, only the second, neither. */
    private static PairedShares table(String counts) {
        int[] n =
                Arrays.stream(counts.split("-", -1)).mapToInt(Integer::parseInt).toArray();
        List<Double> first = new ArrayList<>(Collections.nCopies(n[0] + n[1], 5.0));
        first.addAll(Collections.nCopies(n[2] + n[3], NEVER));
        List<Double> second = new ArrayList<>(Collections.nCopies(n[0], 5.0));
        second.addAll(Collections.nCopies(n[1], NEVER));
        second.addAll(Collections.nCopies(n[2], 5.0));
        second.addAll(Collections.nCopies(n[3], NEVER));
        return PairedShares.of(sample(first), sample(second));
    }

    private static Sample sample(List<Double> times) {
        return Sample.of(9, times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double real(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** Bisection finds the smallest number only if, where that many decide more often than not, more do not decide less often. */
    private static void neverFalls(Forecast forecast, double margin) {
        double last = 0;
        for (int m = forecast.replicates() + 1; m < 2000; m = m < 100 ? m + 1 : m * 6 / 5) {
            double next = forecast.decided(m, -margin, margin);
            assertThat(next).as("%d replicates", m).isGreaterThanOrEqualTo(last < 0.5 ? 0 : last - 1e-12);
            last = next;
        }
    }

    /** Open at n means that n does not decide; and no number beyond the largest is given. */
    @Test
    void theNumberExceedsThatOfTheStudy() {
        int numbers = 0;
        for (double value = -0.3; value < 0.3; value += 0.0007) {
            Wanted wanted = student(new Limits(value, value - 0.3, value + 0.3), 20);
            if (wanted.replicates() != null) {
                assertThat(number(wanted)).isBetween(21, Replicates.MOST);
                numbers++;
            }
        }
        assertThat(numbers).isBetween(700, 850);
    }

    @Test
    void whereThereIsNoNumberTheReasonIsGiven() {
        assertThat(student(expected(MARGIN, 0.35, 20), 20).why()).isEqualTo(NoNumber.TOO_MANY);
        assertThat(student(new Limits(0, -1, NEVER), 20).why()).isEqualTo(NoNumber.SCATTER_UNKNOWN);
        assertThat(student(new Limits(0, -1, 1), 1).why()).isEqualTo(NoNumber.SCATTER_UNKNOWN);
        assertThat(student(new Limits(Double.NaN, -1, 1), 20).why()).isEqualTo(NoNumber.SIZE_UNKNOWN);
        assertThat(student(new Limits(-NEVER, -NEVER, 1), 20).why()).isEqualTo(NoNumber.SIZE_UNKNOWN);
        Effect unknown = Effect.unknown(-1, 1, 3, Remark.TOO_FEW_LEARNED);
        assertThat(Replicates.wanted(unknown, -0.2, 0.2).why()).isEqualTo(NoNumber.SIZE_UNKNOWN);
        Forecast some = new StudentForecast(expected(0, 0.35, 20), 20, TAIL);
        Effect exact = new Effect(new Limits(1, 0.5, 2), 1, true, null, some);
        assertThat(Replicates.wanted(exact, -MARGIN, MARGIN).why()).isEqualTo(NoNumber.EXACT);
        Effect missing = effect(some, true).remarked(Remark.TASKS_MISSING);
        assertThat(Replicates.wanted(missing, -MARGIN, MARGIN).why()).isEqualTo(NoNumber.TASKS_MISSING);
    }

    /** The limit that does not have to move may be infinite: an effect far above the margin needs its lower limit only. */
    @Test
    void theOtherLimitDoesNotMatterBeyondTheMargin() {
        assertThat(number(student(new Limits(0.6, 0, NEVER), 20)))
                .isEqualTo(number(student(new Limits(0.6, 0, 0.7), 20)));
        assertThat(number(student(new Limits(-0.6, -NEVER, 0), 20)))
                .isEqualTo(number(student(new Limits(0.6, 0, 0.7), 20)));
    }

    /**
     * Of a ratio to the best of eight starts: as good as the best, 1.15 times and 1.7 times as slow. Bonferroni's inequality makes the number
     * rather too large, so that 80 % and more of the studies decide.
     */
    @ParameterizedTest
    @CsvSource({"10, 0.95", "11.5, 0.95", "17, 0.95"})
    void ofARatioToTheBestThatManyDecideFourTimesOutOfFive(double median, double most) {
        double[] medians = {median, 10, 12, 14, 16, 20, 40, 80};
        UniformRandomProvider random = Streams.of(16, "best", median);
        int seen = 20_000;
        BestRatio large = BestStarts.ratio(random, seen, medians, TAIL);
        BestForecast known = (BestForecast) large.forecast();
        Forecast forecast = new BestForecast(
                known.value(),
                10,
                known.upper().stream()
                        .map(r -> new BestForecast.Rival(scaled(r.ratio()), null))
                        .toList(),
                known.lower().stream().map(ReplicatesTest::scaled).toList());
        int n = number(Replicates.wanted(effect(forecast, true), -MARGIN, MARGIN));
        assertThat(n).isBetween(11, 300);
        long decided = IntStream.range(0, 300)
                .filter(i -> {
                    Limits limits = BestStarts.ratio(random, n, medians, TAIL).limits();
                    return TaskVerdict.of(limits, 0.8, 1.25, Direction.EQUIVALENT) != TaskVerdict.OPEN;
                })
                .count();
        assertThat(decided / 300.0).isBetween(0.74, most);
    }

    /** The interval of 10 replicates that scatter as those of a large study. */
    private static StudentForecast scaled(StudentForecast large) {
        double factor = Math.sqrt(large.replicates() / 10.0)
                * TDistribution.of(9).inverseSurvivalProbability(large.tail())
                / TDistribution.of(large.replicates() - 1.0).inverseSurvivalProbability(large.tail());
        Limits limits = large.limits();
        return new StudentForecast(
                new Limits(
                        limits.value(),
                        limits.value() - factor * (limits.value() - limits.low()),
                        limits.value() + factor * (limits.high() - limits.value())),
                10,
                large.tail());
    }
}
