package org.initbench.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initbench.common.DataException;

/** JMH's JSON results: arrays of benchmark results, kept as JMH wrote them. */
final class JmhJson {
    private static final String EPOCH_BENCHMARK = "EpochBenchmark.stack";
    private static final String BLOCK_BENCHMARK = "ConvergenceBenchmark.block";
    private static final String COST_BENCHMARK = "CostBenchmark.epoch";
    private static final Pattern POINT =
            Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})/([1-9]\\d{0,5})/([1-9]\\d{0,5})");
    /** An option such as {@code "-Dname=value"}, with its quotation marks. */
    private static final Pattern DEFINITION = Pattern.compile("\"(-D(?:[^\"\\\\=]|\\\\.)+=(?:[^\"\\\\]|\\\\.)*)\"");

    private static final long MAX_BYTES = 16L << 20;
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

    /** Whether a file is a JSON array. */
    static boolean isArray(Path file) throws IOException {
        try {
            return Files.size(file) <= MAX_BYTES
                    && Formats.json().readTree(file.toFile()).isArray();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /**
     * JMH's results as they are kept: of Java's options that JMH tells, those that {@link JavaFlags} hides are told without their values.
     */
    static String kept(String json) {
        return DEFINITION
                .matcher(json)
                .replaceAll(option -> Matcher.quoteReplacement('"' + JavaFlags.told(option.group(1)) + '"'));
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

    /**
     * What was timed.
     *
     * @param epochs cost of an epoch of tasks, from the entries of {@code EpochBenchmark.stack}
     * @param costs cost of an epoch of dense networks, from those of {@code CostBenchmark.epoch}
     * @param blocks cost of an epoch while the study ran, from those of {@code ConvergenceBenchmark.block}
     */
    record Timings(List<EpochTiming> epochs, List<CostTiming> costs, List<BlockTiming> blocks) {

        static Timings none() {
            return new Timings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Adds the timings of a file. */
    static void read(Path file, Findings findings, Timings timings) {
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
                String benchmark = entries.get(i).path("benchmark").asText();
                if (benchmark.endsWith(EPOCH_BENCHMARK)) {
                    addEpoch(place, entries.get(i), timings.epochs, findings);
                } else if (benchmark.endsWith(COST_BENCHMARK)) {
                    addCost(place, entries.get(i), timings.costs, findings);
                } else if (benchmark.endsWith(BLOCK_BENCHMARK)) {
                    addBlocks(entries.get(i), timings.blocks);
                }
            }
        } catch (DataException e) {
            findings.add(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            String line = location == null ? "" : ", line " + location.getLineNr();
            findings.add(file + line + ": not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            findings.add(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static void addEpoch(String place, JsonNode entry, List<EpochTiming> timings, Findings findings) {
        String task = entry.path("params").path("task").asText();
        int stackSize = entry.path("params").path("stackSize").asInt();
        if (task.isEmpty() || stackSize < 1) {
            findings.add(place + ": params.task and a positive params.stackSize are expected");
        } else if (isTime(place, entry, findings)) {
            double perModel = unit(entry) / stackSize;
            JsonNode metric = entry.path("primaryMetric");
            double error = metric.path("scoreError").asDouble(Double.NaN);
            timings.add(new EpochTiming(
                    task, stackSize, metric.path("score").asDouble() * perModel, error * perModel, samples(metric)));
        }
    }

    private static void addCost(String place, JsonNode entry, List<CostTiming> timings, Findings findings) {
        Matcher point = POINT.matcher(entry.path("params").path("point").asText());
        if (!point.matches()) {
            findings.add(place + ": params.point is not width/depth/batch/stack");
        } else if (isTime(place, entry, findings)) {
            int stack = Integer.parseInt(point.group(4));
            double perModel = unit(entry) / stack;
            JsonNode metric = entry.path("primaryMetric");
            timings.add(new CostTiming(
                    Integer.parseInt(point.group(1)),
                    Integer.parseInt(point.group(2)),
                    Integer.parseInt(point.group(3)),
                    stack,
                    metric.path("score").asDouble() * perModel,
                    metric.path("scoreError").asDouble(Double.NaN) * perModel));
        }
    }

    /** An entry that does not tell how many epochs were trained, as those of the first versions, is left out. */
    private static void addBlocks(JsonNode entry, List<BlockTiming> timings) {
        List<Double> times = numbers(entry.path("primaryMetric"));
        List<Double> epochs = numbers(entry.path("secondaryMetrics").path("modelEpochs"));
        String task = entry.path("params").path("task").asText();
        if (task.isEmpty() || times.size() != epochs.size()) {
            return;
        }
        List<Double> perEpoch = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            double microseconds = times.get(i) * unit(entry) / epochs.get(i);
            if (microseconds > 0 && microseconds < Double.POSITIVE_INFINITY) {
                perEpoch.add(microseconds);
            }
        }
        if (!perEpoch.isEmpty()) {
            timings.add(new BlockTiming(task, perEpoch));
        }
    }

    /** The value of every iteration, fork by fork. */
    private static List<Double> numbers(JsonNode metric) {
        List<Double> numbers = new ArrayList<>();
        metric.path("rawData").forEach(fork -> fork.forEach(value -> numbers.add(value.asDouble(Double.NaN))));
        return numbers;
    }

    /** JMH's score is in this many microseconds; 0 for no unit of time. */
    private static double unit(JsonNode entry) {
        return MICROSECONDS.getOrDefault(
                entry.path("primaryMetric").path("scoreUnit").asText(), 0.0);
    }

    private static boolean isTime(String place, JsonNode entry, Findings findings) {
        double score = entry.path("primaryMetric").path("score").asDouble(Double.NaN);
        if (unit(entry) == 0 || !entry.path("mode").asText().equals("avgt")) {
            findings.add(place + ": AverageTime in ns/op, us/op, ms/op or s/op is expected, not "
                    + entry.path("mode").asText() + " in "
                    + entry.path("primaryMetric").path("scoreUnit").asText());
            return false;
        }
        if (!(score >= 0 && score < Double.POSITIVE_INFINITY)) {
            findings.add(place + ": primaryMetric.score is not a time");
            return false;
        }
        return true;
    }

    private static int samples(JsonNode metric) {
        return numbers(metric).size();
    }
}
