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
import java.util.zip.GZIPInputStream;
import org.initbench.common.DataException;
import org.initbench.common.Digests;

/**
 * A comma-separated file on the class path: header lines, then one sample a line, features first, the class number last.
 *
 * @param resource name of the file; compressed if it ends in {@code .gz}
 * @param headerLines lines before the first sample
 * @param features number of features
 * @param classes number of classes
 * @param training number of samples to train on; the others are for testing
 * @param digest SHA-256 of the file
 */
record ShippedFile(String resource, int headerLines, int features, int classes, int training, String digest) {

    /**
     * All samples, in the file's order: the features and the class number.
     *
     * @throws DataException if the file is missing, damaged or not what it was when initbench was made
     */
    double[][] rows() {
        try (InputStream in = ShippedFile.class.getResourceAsStream("data/" + resource)) {
            if (in == null) {
                throw new DataException("data file " + resource + " is missing from the class path; rebuild initbench");
            }
            byte[] bytes = in.readAllBytes();
            verify(resource, bytes, digest);
            return parse(bytes);
        } catch (IOException e) {
            throw new DataException("data file " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** One-hot class targets of rows, row by row. */
    double[] targets(double[][] rows) {
        double[] targets = new double[rows.length * classes];
        for (int i = 0; i < rows.length; i++) {
            targets[i * classes + (int) rows[i][features]] = 1;
        }
        return targets;
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

    private double[][] parse(byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                resource.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.US_ASCII))) {
            reader.lines()
                    .skip(headerLines)
                    .forEach(line -> rows.add(Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray()));
        }
        return rows.toArray(double[][]::new);
    }
}
