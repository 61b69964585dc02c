package org.initbench.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The epochs that the runs of one cell took to one threshold level, all under one budget.
 *
 * <p>A run that did not reach the level by the budget B, censored or diverged, has an infinite time: its T exceeds B.
 */
final class Sample {
    private final double[] times;
    private final double[] spent;
    private final int[] replicates;
    private final double budget;
    private final boolean exact;
    private final int successes;

    /** What a success costs, on all terms that were asked for: one sample is compared with many. */
    private final Map<Cost.Terms, Cost> costs = new ConcurrentHashMap<>();

    /**
     * A sample.
     *
     * @param times epochs to the level by run; infinite where it was not reached
     * @param spent epochs that a run is charged with if it failed: the budget, or less where it diverged early
     * @param replicates replicate number by run, distinct
     * @param budget epochs after which a run is given up
     * @param exact whether the cell has one possible result
     */
    Sample(double[] times, double[] spent, int[] replicates, double budget, boolean exact) {
        if (times.length == 0 || times.length != spent.length || times.length != replicates.length) {
            throw new IllegalArgumentException("a sample needs runs, and as many charges and replicate numbers");
        }
        this.times = times.clone();
        for (int i = 0; i < times.length; i++) {
            this.times[i] = times[i] <= budget ? times[i] : Double.POSITIVE_INFINITY;
        }
        this.spent = spent.clone();
        this.replicates = replicates.clone();
        this.budget = budget;
        this.exact = exact;
        successes = successes(budget);
    }

    /** A sample whose failures cost the budget and whose replicates are numbered from 0. */
    static Sample of(double budget, double... times) {
        double[] spent = new double[times.length];
        Arrays.fill(spent, budget);
        int[] replicates = new int[times.length];
        Arrays.setAll(replicates, i -> i);
        return new Sample(times, spent, replicates, budget, false);
    }

    int n() {
        return times.length;
    }

    double budget() {
        return budget;
    }

    boolean exact() {
        return exact;
    }

    double time(int run) {
        return times[run];
    }

    int replicate(int run) {
        return replicates[run];
    }

    /** Whether another has runs of the same replicates, in the same order. */
    boolean sameReplicates(Sample other) {
        return Arrays.equals(replicates, other.replicates);
    }

    /** Number of runs whose time is at most the cutoff. */
    int successes(double cutoff) {
        int count = 0;
        for (double time : times) {
            count += time <= cutoff ? 1 : 0;
        }
        return count;
    }

    int successes() {
        return successes;
    }

    boolean allConverged() {
        return successes() == n();
    }

    /** The times, ascending, the infinite ones last. */
    double[] sorted() {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** What a success costs on some terms. */
    Cost cost(Cost.Terms terms) {
        return costs.computeIfAbsent(terms, t -> Cost.of(this, t));
    }

    /** Mean charge of the runs that failed; the budget if none did. */
    double meanCharge() {
        double sum = 0;
        int failures = 0;
        for (int i = 0; i < times.length; i++) {
            if (Double.isInfinite(times[i])) {
                sum += spent[i];
                failures++;
            }
        }
        return failures == 0 ? budget : sum / failures;
    }

    /** The same sample with times below {@code floor} raised to it. */
    Sample atLeast(double floor) {
        double[] raised = Arrays.stream(times).map(t -> Math.max(t, floor)).toArray();
        return new Sample(raised, spent, replicates, budget, exact);
    }
}
