package org.initbench.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Times of an epoch and model, as JMH's results tell them. */
final class PeerResults {

    private PeerResults() {}

    /**
     * A time at a stack size.
     *
     * @param stackSize models trained together; 1 for a library that trains one
     * @param perModel microseconds of an epoch and model
     */
    record Stacked(int stackSize, Timing perModel) {}

    /**
     * For each benchmark, by the name of its method, its time at the stack size at which it is fastest.
     *
     * @param results entries of JMH, all of one network
     */
    static Map<String, Stacked> best(Iterable<JsonNode> results) {
        Map<String, Stacked> best = new TreeMap<>();
        for (JsonNode entry : results) {
            String name = entry.path("benchmark").asText();
            int stackSize = entry.path("params").path("stackSize").asInt(1);
            Stacked stacked = new Stacked(stackSize, Timing.of(measurements(entry), stackSize));
            best.merge(name.substring(name.lastIndexOf('.') + 1), stacked, PeerResults::faster);
        }
        return best;
    }

    private static Stacked faster(Stacked a, Stacked b) {
        return Comparator.<Stacked>comparingDouble(s -> s.perModel().value()).compare(a, b) <= 0 ? a : b;
    }

    private static double[] measurements(JsonNode entry) {
        JsonNode metric = entry.path("primaryMetric");
        if (!"us/op".equals(metric.path("scoreUnit").asText())) {
            throw new IllegalArgumentException("a time in us/op is expected: " + metric.path("scoreUnit"));
        }
        TreeMap<Integer, Double> values = new TreeMap<>();
        metric.path("rawData").forEach(fork -> fork.forEach(value -> values.put(values.size(), value.asDouble())));
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
