package org.initbench.task;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.rng.sampling.ArraySampler;
import org.initbench.common.DataException;
import org.initbench.common.Digests;
import org.initbench.common.Streams;

/**
 * The register of data sets. Those that ship with initbench are checked against their SHA-256 digest whenever they are
 * loaded; sources and licences are in the notice.
 */
public final class DataSets {

    /** The split into training and test samples is part of the data set's definition: it does not follow the study's seed. */
    private static final long SPLIT_SEED = 0;

    private static final Map<String, Shipped> SHIPPED = Map.of(
            "iris",
            new Shipped("iris.csv", 1, 4, 3, 120, "f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449"),
            "breast-cancer",
            new Shipped(
                    "breast_cancer.csv",
                    1,
                    30,
                    2,
                    455,
                    "fed3eb72d0575ef6192293f5093c6e801b1476b577d0386bf4455504522172ed"),
            "digits",
            new Shipped(
                    "digits.csv.gz",
                    0,
                    64,
                    10,
                    1440,
                    "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a"));

    private static final Map<String, DataSet> LOADED = new ConcurrentHashMap<>();

    private DataSets() {}

    /**
     * A shipped data set, shuffled once and for all, split, and standardized by its training samples.
     *
     * @param name {@code iris}, {@code breast-cancer} or {@code digits}
     * @throws DataException if the file is missing, damaged or not what it was when initbench was made
     */
    public static DataSet shipped(String name) {
        return LOADED.computeIfAbsent(name, DataSets::load);
    }

    /** The four patterns of exclusive or, inputs and targets in {0, 1}, not standardized. */
    public static DataSet xor() {
        double[] inputs = {0, 0, 0, 1, 1, 0, 1, 1};
        double[] targets = {0, 1, 1, 0};
        return defined("xor", new Samples(inputs, targets, 2, 1));
    }

    /**
     * One-hot patterns that are their own targets, not standardized.
     *
     * @param width number of patterns, and inputs of each
     */
    public static DataSet oneHot(int width) {
        double[] patterns = new double[width * width];
        for (int i = 0; i < width; i++) {
            patterns[i * width + i] = 1;
        }
        return defined("one-hot-" + width, new Samples(patterns, patterns.clone(), width, width));
    }

    private static DataSet defined(String name, Samples samples) {
        String text = Arrays.toString(samples.inputs()) + Arrays.toString(samples.targets());
        return new DataSet(name, Digests.sha256(text.getBytes(StandardCharsets.UTF_8)), samples, samples, false);
    }

    private static DataSet load(String name) {
        Shipped file = SHIPPED.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no data set called " + name);
        }
        double[][] rows = parse(file, verified(file));
        ArraySampler.shuffle(Streams.of(SPLIT_SEED, name, "split"), rows);
        double[][] training = Arrays.copyOf(rows, file.training);
        double[][] test = Arrays.copyOfRange(rows, file.training, rows.length);
        Standardization scaling = new Standardization(training, file.features);
        return new DataSet(name, file.digest, samples(file, training, scaling), samples(file, test, scaling), true);
    }

    private static byte[] verified(Shipped file) {
        try (InputStream in = DataSets.class.getResourceAsStream("data/" + file.resource)) {
            if (in == null) {
                throw new DataException(
                        "data file " + file.resource + " is missing from the class path; rebuild initbench");
            }
            byte[] bytes = in.readAllBytes();
            verify(file.resource, bytes, file.digest);
            return bytes;
        } catch (IOException e) {
            throw new DataException("data file " + file.resource + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Checks a data file's bytes.
     *
     * @throws DataException if their SHA-256 is not the expected one
     */
    static void verify(String file, byte[] bytes, String expected) {
        String actual = Digests.sha256(bytes);
        if (!actual.equals(expected)) {
            throw new DataException(
                    "data file " + file + " is damaged: its SHA-256 is " + actual + ", expected " + expected);
        }
    }

    private static double[][] parse(Shipped file, byte[] bytes) {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.resource.endsWith(".gz")
                        ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                        : new ByteArrayInputStream(bytes),
                StandardCharsets.US_ASCII))) {
            reader.lines()
                    .skip(file.headerLines)
                    .forEach(line -> rows.add(Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray()));
        } catch (IOException e) {
            throw new DataException("data file " + file.resource + " cannot be read: " + e.getMessage(), e);
        }
        return rows.toArray(double[][]::new);
    }

    private static Samples samples(Shipped file, double[][] rows, Standardization scaling) {
        double[] inputs = new double[rows.length * file.features];
        double[] targets = new double[rows.length * file.classes];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < file.features; j++) {
                inputs[i * file.features + j] = scaling.apply(rows[i][j], j);
            }
            targets[i * file.classes + (int) rows[i][file.features]] = 1;
        }
        return new Samples(inputs, targets, file.features, file.classes);
    }

    /** A comma-separated file: header lines, then one sample a line, features first, the class number last. */
    private record Shipped(String resource, int headerLines, int features, int classes, int training, String digest) {}
}
