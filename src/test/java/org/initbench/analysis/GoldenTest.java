package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.initbench.run.EpochTiming;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every statistic against R; {@code golden.R} beside the values made them. */
class GoldenTest {
    private static final double[] SECOND = {6.9, 8.8, 9.1, 12.9, 7.2, 10.4, 12.2, 9.4, 8.1, 11.9};

    private record Row(String statistic, String sample, double level, double value, double low, double high) {}

    @TestFactory
    List<DynamicTest> everyStatisticEqualsItsReceipt() {
        Map<String, Sample> samples = samples();
        List<DynamicTest> tests = rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.statistic() + " of " + row.sample() + " at " + row.level() + " (Rscript golden.R)",
                        () -> check(row, samples)))
                .toList();
        assertThat(tests).hasSizeGreaterThan(120);
        return tests;
    }

    private static void check(Row row, Map<String, Sample> samples) {
        Sample sample = samples.getOrDefault(row.sample(), Sample.of(1, 1));
        switch (row.statistic()) {
            case "wilson" -> same(row, Proportion.wilson(sample.successes(), sample.n(), 0.025));
            case "jeffreys" -> same(row, jeffreys(sample));
            case "quantile" -> same(row, quantile(sample, row.level()));
            case "attained" -> same(row, attained(sample, row.level()));
            case "rmst" -> same(row, Cost.atBudget(sample).restrictedMean());
            case "ert" -> same(row, Cost.atBudget(sample).expected());
            case "restart" -> {
                assertThat(RestartCost.bestCutoff(sample)).isEqualTo(row.level());
                same(row, RestartCost.of(sample).expected());
            }
            case "mcnemar" -> near(mcNemar(row.sample()), row.value());
            case "ratio" -> same(row, ratio(row.sample(), samples));
            case "jmh" -> near(TimeToThreshold.halfWidth95(new EpochTiming("t", 1, 9, row.level(), 10)), row.value());
            default -> throw new AssertionError("no check for " + row.statistic());
        }
    }

    private static Limits jeffreys(Sample sample) {
        int s = sample.successes();
        int n = sample.n();
        return new Limits((double) s / n, Proportion.jeffreysLow(s, n, 0.025), Proportion.jeffreysHigh(s, n, 0.025));
    }

    private static Limits quantile(Sample sample, double level) {
        double[] sorted = sample.sorted();
        OrderStatistics.Ranks ranks = OrderStatistics.ranks(sample.n(), level);
        return new Limits(
                OrderStatistics.quantile(sorted, level),
                Math.min(sample.budget(), sorted[ranks.low() - 1]),
                sorted[ranks.high() - 1]);
    }

    private static Limits attained(Sample sample, double level) {
        OrderStatistics.Ranks ranks = OrderStatistics.ranks(sample.n(), level);
        return new Limits(ranks.attained(), ranks.low(), ranks.high());
    }

    private static double mcNemar(String discordant) {
        List<Integer> counts =
                Arrays.stream(discordant.split("-", -1)).map(Integer::valueOf).toList();
        return Proportion.mcNemar(counts.get(0), counts.get(1));
    }

    private static Limits ratio(String name, Map<String, Sample> samples) {
        double[] second = SECOND.clone();
        if (name.equals("bothcensored")) {
            second[1] = Double.POSITIVE_INFINITY;
            second[4] = Double.POSITIVE_INFINITY;
        }
        Sample first = Objects.requireNonNull(samples.get(name.equals("lognormal") ? name : "censored"));
        return CostRatio.of(first, Sample.of(200, second), CostRatio.AT_BUDGET, 0.025);
    }

    private static void same(Row row, Limits actual) {
        near(actual.value(), row.value());
        near(actual.low(), row.low());
        near(actual.high(), row.high());
    }

    /** An undefined quantile is NA in R and infinite here. */
    private static void near(double actual, double expected) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(actual).isInfinite();
        } else {
            assertThat(actual).isCloseTo(expected, Offset.offset(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void noIntervalIsPromisedThatTheRunsCannotGive() {
        Estimate five = OrderStatistics.estimate(Sample.of(9, 1, 2, 3, 4, 5), 0.5);
        assertThat(five.confidence()).isEqualTo(0.938);
        assertThat(five.caveats()).containsExactly("a 95 % interval needs 6 runs; this one is 94 %");
        assertThat(OrderStatistics.estimate(Sample.of(9, 1, 2, 3, 4, 5, 6), 0.5).caveats())
                .isEmpty();
        assertThat(OrderStatistics.needed(0.25)).isEqualTo(13);
    }

    @Test
    void aMissingMedianIsNeverTheBudget() {
        double inf = Double.POSITIVE_INFINITY;
        Estimate median = OrderStatistics.estimate(Sample.of(100, 1, 2, 3, 4, inf, inf, inf, inf, inf, inf), 0.5);
        assertThat(median.value()).isNull();
        assertThat(median.high()).isInfinite();
        assertThat(median.caveats()).containsExactly("undefined: 4 of 10 runs converged within the budget");
    }

    private static Map<String, Sample> samples() {
        Map<String, Sample> samples = new HashMap<>();
        for (String[] cells : table("samples.csv")) {
            double[] times = Arrays.stream(cells[2].split(" ", -1))
                    .mapToDouble(GoldenTest::number)
                    .toArray();
            samples.put(cells[0], Sample.of(number(cells[1]), times));
        }
        return samples;
    }

    private static List<Row> rows() {
        return table("golden.csv").stream()
                .map(c -> new Row(c[0], c[1], number(c[2]), number(c[3]), number(c[4]), number(c[5])))
                .map(row -> row.statistic().equals("mcnemar") || row.statistic().equals("jmh")
                        ? new Row(row.statistic(), row.sample(), row.level(), row.value(), 0, 0)
                        : row)
                .toList();
    }

    private static double number(String text) {
        return switch (text) {
            case "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<String[]> table(String file) {
        try (InputStream in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("golden/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
