package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Starts of one task, with log-normal epochs that correlate by ½ between them; the first is compared with the best. */
final class BestStarts {
    static final double BUDGET = 200;
    private static final double SPREAD = 0.3;

    private BestStarts() {}

    /**
     * What a start does.
     *
     * @param median median epochs of its successes
     * @param converge share of its runs that succeed
     */
    record Law(double median, double converge) {

        /** Expected epochs until success with restarts at the budget. */
        double cost() {
            return median * Math.exp(SPREAD * SPREAD / 2) + BUDGET * (1 - converge) / converge;
        }
    }

    /**
     * Ratio of the cost of the first to that of the cheapest, if a start none of whose runs failed never fails: what a ratio of such starts
     * takes for granted.
     */
    static double truth(List<Law> laws, List<Sample> starts) {
        double first = taken(laws.get(0), starts.get(0)).cost();
        double least = first;
        for (int i = 1; i < laws.size(); i++) {
            least = Math.min(least, taken(laws.get(i), starts.get(i)).cost());
        }
        return first / least;
    }

    private static Law taken(Law law, Sample start) {
        return start.allConverged() ? new Law(law.median(), 1) : law;
    }

    static List<Sample> draw(UniformRandomProvider random, int n, List<Law> laws) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] shared = normal.samples(n).toArray();
        List<Sample> starts = new ArrayList<>();
        for (Law law : laws) {
            double[] epochs = new double[n];
            for (int i = 0; i < n; i++) {
                boolean fails = random.nextDouble() >= law.converge();
                double time = law.median() * Math.exp(SPREAD * (shared[i] + normal.sample()) / Math.sqrt(2));
                epochs[i] = fails ? Double.POSITIVE_INFINITY : time;
            }
            starts.add(Sample.of(BUDGET, epochs));
        }
        return starts;
    }

    static BestRatio ratio(List<Sample> starts, double tail) {
        return BestRatio.of(starts.get(0), starts.subList(1, starts.size()), tail);
    }

    /** The ratio of the first of starts that never fail, by their medians. */
    static BestRatio ratio(UniformRandomProvider random, int n, double[] medians, double tail) {
        List<Law> laws =
                Arrays.stream(medians).mapToObj(median -> new Law(median, 1)).toList();
        return ratio(draw(random, n, laws), tail);
    }
}
