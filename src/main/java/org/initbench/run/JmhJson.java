package org.initbench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initbench.common.DataException;

/** JMH's JSON results: arrays of benchmark results, kept as JMH wrote them. */
final class JmhJson {
    private static final String EPOCH_BENCHMARK = "EpochBenchmark.stack";
    private static final long MAX_BYTES = 256L << 20;
    private static final Map<String, Double> MICROSECONDS =
            Map.of("ns/op", 1e-3, "us/op", 1.0, "ms/op", 1e3, "s/op", 1e6);

    private JmhJson() {}

    /**
     * Checks that a text is a JSON array.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void requireArray(String json) {
        try {
            if (Formats.json().readTree(json).isArray()) {
                return;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("not a JSON array, as JMH writes it");
    }

    /** Joins arrays into one; the text of the elements is not touched. */
    static String concatenate(List<String> arrays) {
        List<String> elements = new ArrayList<>();
        for (String array : arrays) {
            String trimmed = array.strip();
            String inner = trimmed.substring(1, trimmed.length() - 1);
            if (!inner.isBlank()) {
                elements.add(inner.stripTrailing());
            }
        }
        return "[" + String.join(",", elements) + "\n]\n";
    }

    /** The cost of an epoch, from the entries of {@code EpochBenchmark.stack}. */
    static List<EpochTiming> timings(Path file, Findings findings) {
        List<EpochTiming> timings = new ArrayList<>();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DataException(file + ": holds more than " + MAX_BYTES + " bytes");
            }
            JsonNode entries = Formats.json().readTree(file.toFile());
            if (!entries.isArray()) {
                throw new DataException(file + ": not a JSON array, as JMH writes it");
            }
            for (int i = 0; i < entries.size(); i++) {
                String place = file + ", entry " + (i + 1);
                if (entries.get(i).path("benchmark").asText().endsWith(EPOCH_BENCHMARK)) {
                    addTiming(place, entries.get(i), timings, findings);
                }
            }
        } catch (JsonProcessingException e) {
            findings.add(file + ", line " + e.getLocation().getLineNr() + ": not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            findings.add(file + ": cannot be read: " + e.getMessage());
        }
        return timings;
    }

    /** JMH's score is the time of one epoch of the whole stack. */
    private static void addTiming(String place, JsonNode entry, List<EpochTiming> timings, Findings findings) {
        String task = entry.path("params").path("task").asText();
        int stackSize = entry.path("params").path("stackSize").asInt();
        JsonNode metric = entry.path("primaryMetric");
        Double unit = MICROSECONDS.get(metric.path("scoreUnit").asText());
        double score = metric.path("score").asDouble(Double.NaN);
        if (task.isEmpty() || stackSize < 1) {
            findings.add(place + ": params.task and a positive params.stackSize are expected");
        } else if (unit == null || !entry.path("mode").asText().equals("avgt")) {
            findings.add(place + ": AverageTime in ns/op, us/op, ms/op or s/op is expected, not "
                    + entry.path("mode").asText() + " in "
                    + metric.path("scoreUnit").asText());
        } else if (!(score >= 0 && score < Double.POSITIVE_INFINITY)) {
            findings.add(place + ": primaryMetric.score is not a time");
        } else {
            double perModel = unit / stackSize;
            double error = metric.path("scoreError").asDouble(Double.NaN);
            timings.add(new EpochTiming(task, stackSize, score * perModel, error * perModel, samples(metric)));
        }
    }

    private static int samples(JsonNode metric) {
        int samples = 0;
        for (JsonNode fork : metric.path("rawData")) {
            samples += fork.size();
        }
        return samples;
    }
}
