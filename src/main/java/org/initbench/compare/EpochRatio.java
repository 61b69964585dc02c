package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.analysis.Equivalence;
import org.jspecify.annotations.Nullable;

/**
 * Epochs to the threshold in two bundles, paired by run: the geometric mean of the ratio, second over first.
 *
 * <p>Runs of one replicate share their data order and random numbers, hence are no independent witnesses. So the logarithms of the
 * ratios are averaged within each replicate, and the mean of these averages is judged by Student's t.
 *
 * @param runs runs that converged in both bundles, after at least one update
 * @param replicates replicates that they belong to
 * @param ratio geometric mean over the replicates; null without runs
 * @param low lower limit of the ratio; null without spread, unless there are replicates enough for a verdict
 * @param high upper limit; null as above
 * @param confidence of the interval, such that those of all tasks and bundles hold together with 95 %
 * @param p larger p-value of the two one-sided tests that the ratio lies within the margin; 1 with fewer than two replicates
 * @param verdict what is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EpochRatio(
        int runs,
        int replicates,
        @Nullable Double ratio,
        @Nullable Double low,
        @Nullable Double high,
        double confidence,
        double p,
        EpochVerdict verdict) {

    /**
     * Replicates that a verdict needs: epochs are whole numbers of updates, so that a few may agree, or differ alike, by chance, and
     * seem to have no spread.
     */
    public static final int FEWEST = 5;

    /** Level of the two one-sided tests. That all tasks are equivalent is shown when each is: it needs no adjustment. */
    public static final double LEVEL = 0.05;

    /** Error probability of all intervals of a comparison together. */
    private static final double ERROR = 0.05;

    /**
     * The ratio of a task.
     *
     * @param pairs the runs of the task in both bundles
     * @param margin ratio above 1 up to which epochs are equivalent
     * @param intervals number of intervals that are to hold together
     */
    static EpochRatio of(List<RunPair> pairs, double margin, int intervals) {
        Map<Integer, List<Double>> byReplicate = byReplicate(pairs);
        int runs = byReplicate.values().stream().mapToInt(List::size).sum();
        double[] logs = byReplicate.values().stream()
                .mapToDouble(own -> own.stream().mapToDouble(x -> x).average().orElseThrow())
                .toArray();
        double confidence = 1 - ERROR / intervals;
        double p = Equivalence.p(logs, margin);
        if (logs.length == 0) {
            boolean alike = pairs.stream()
                    .allMatch(pair -> pair.firstConverged() == pair.secondConverged() && !pair.immediateInOne());
            EpochVerdict verdict = alike ? EpochVerdict.NOTHING : EpochVerdict.INCONCLUSIVE;
            return new EpochRatio(0, 0, null, null, null, confidence, p, verdict);
        }
        double mean = new Mean().evaluate(logs);
        double half = halfWidth(logs, ERROR / 2 / intervals);
        EpochVerdict verdict = verdict(pairs, logs, mean, half, p, Math.log(margin));
        boolean limited = Double.isFinite(half) && (half > 0 || mean == 0 || logs.length >= FEWEST);
        return new EpochRatio(
                runs,
                logs.length,
                Math.exp(mean),
                limited ? (Double) Math.exp(mean - half) : null,
                limited ? (Double) Math.exp(mean + half) : null,
                confidence,
                p,
                verdict);
    }

    /** Whether epochs are shown to be equal or equivalent. */
    boolean alike() {
        return verdict == EpochVerdict.EQUAL || verdict == EpochVerdict.EQUIVALENT;
    }

    private static Map<Integer, List<Double>> byReplicate(List<RunPair> pairs) {
        Map<Integer, List<Double>> logs = new TreeMap<>();
        for (RunPair pair : pairs) {
            pair.logRatio()
                    .ifPresent(log -> logs.computeIfAbsent(pair.first().replicate(), r -> new ArrayList<>())
                            .add(log));
        }
        return logs;
    }

    /**
     * Judges a mean of logarithms. An interval beyond the margin excludes equivalence: it holds that of the two one-sided tests.
     *
     * @param logs logarithms of the ratio, one a replicate
     * @param half half width of the simultaneous interval; infinite with fewer than two replicates
     * @param p p-value of the two one-sided tests
     * @param margin logarithm of the margin
     */
    private static EpochVerdict verdict(
            List<RunPair> pairs, double[] logs, double mean, double half, double p, double margin) {
        boolean immediate = pairs.stream().anyMatch(RunPair::immediateInOne);
        boolean same =
                pairs.stream().flatMapToDouble(pair -> pair.logRatio().stream()).allMatch(x -> x == 0);
        if (same && !immediate) {
            return EpochVerdict.EQUAL;
        }
        if (logs.length < FEWEST || immediate) {
            return EpochVerdict.INCONCLUSIVE;
        }
        if (p <= LEVEL) {
            return EpochVerdict.EQUIVALENT;
        }
        return Math.abs(mean) - half > margin ? EpochVerdict.DIFFERENT : EpochVerdict.INCONCLUSIVE;
    }

    private static double halfWidth(double[] logs, double tail) {
        if (logs.length < 2) {
            return Double.POSITIVE_INFINITY;
        }
        if (Arrays.stream(logs).allMatch(x -> x == logs[0])) {
            return 0;
        }
        double error = new StandardDeviation().evaluate(logs) / Math.sqrt(logs.length);
        return error * TDistribution.of(logs.length - 1.0).inverseSurvivalProbability(tail);
    }
}
