package org.initbench.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle holds of what its study, or its share of the study, asks for.
 *
 * @param blocks blocks of runs
 * @param rates tasks whose learning rates are tuned
 * @param timings timings
 */
record Inventory(Share blocks, Share rates, Share timings) {

    /**
     * Some of a number of things.
     *
     * @param there how many are there
     * @param all how many there are to be
     */
    record Share(int there, int all) {
        int missing() {
            return all - there;
        }
    }

    /** What is there, such as {@code 12 of 30 blocks and 2 of 5 timings}. */
    String held() {
        List<String> parts = new ArrayList<>();
        parts.add(blocks.there() + " of " + blocks.all() + " blocks");
        if (rates.all() > 0) {
            parts.add("the tuned learning rates of " + rates.there() + " of " + rates.all() + " tasks");
        }
        if (timings.all() > 0) {
            parts.add(timings.there() + " of " + timings.all() + " timings");
        }
        return joined(parts);
    }

    /** What is missing, such as {@code 18 blocks and 3 timings}. */
    String lacking() {
        List<String> parts = new ArrayList<>();
        if (blocks.missing() > 0) {
            parts.add(blocks.missing() + " blocks");
        }
        if (rates.missing() > 0) {
            parts.add("the learning rates of " + rates.missing() + " tasks");
        }
        if (timings.missing() > 0) {
            parts.add(timings.missing() + " timings");
        }
        return parts.isEmpty() ? "nothing but the report" : joined(parts);
    }

    private static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
