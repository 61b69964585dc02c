package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.initbench.common.DataException;
import org.initbench.common.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {

    /** Counts as the UCI repository's descriptions of the four sets give them. */
    @ParameterizedTest
    @CsvSource({
        "iris, 120, 30, 4, '50 50 50'",
        "wine, 144, 34, 13, '59 71 48'",
        "breast-cancer, 455, 114, 30, '212 357'",
        "digits, 1440, 357, 64, '178 182 177 183 181 182 181 179 174 180'"
    })
    void everySampleIsThereOnce(String name, int training, int test, int features, String classes) {
        DataSet data = DataSets.shipped(name);
        assertThat(data.training().count()).isEqualTo(training);
        assertThat(data.test().count()).isEqualTo(test);
        assertThat(data.heldOut()).isTrue();
        assertThat(data.training().inputWidth()).isEqualTo(features);
        double[] counts = new double[data.training().targetWidth()];
        for (Samples samples : new Samples[] {data.training(), data.test()}) {
            for (int i = 0; i < samples.targets().length; i++) {
                counts[i % counts.length] += samples.targets()[i];
            }
        }
        assertThat(counts)
                .containsExactly(Arrays.stream(classes.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    /** "How small" means nothing without the scale of the inputs. */
    @ParameterizedTest
    @ValueSource(strings = {"iris", "wine", "breast-cancer", "digits"})
    void trainingInputsHaveMeanZeroAndVarianceOne(String name) {
        Samples training = DataSets.shipped(name).training();
        int constant = 0;
        for (int j = 0; j < training.inputWidth(); j++) {
            double[] column = column(training, j);
            assertThat(StatUtils.mean(column)).isCloseTo(0, within(1e-12));
            double variance = StatUtils.populationVariance(column);
            if (variance == 0) {
                assertThat(column).containsOnly(0);
                constant++;
            } else {
                assertThat(variance).isCloseTo(1, within(1e-12));
            }
        }
        assertThat(constant > 0)
                .as("only the digits have pixels that are never inked")
                .isEqualTo(name.equals("digits"));
    }

    /**
     * Statistics taken from test samples would leak them into training. Over all samples each standardized feature is one
     * straight line of the raw one, and the training samples fix its two numbers.
     */
    @ParameterizedTest
    @CsvSource({
        "iris, iris.csv, 1",
        "wine, wine.csv, 1",
        "breast-cancer, breast_cancer.csv, 1",
        "digits, digits.csv.gz, 0"
    })
    void testInputsAreScaledByTrainingStatistics(String name, String file, int headerLines) throws IOException {
        DataSet data = DataSets.shipped(name);
        double[][] raw = raw(file, headerLines);
        for (int j = 0; j < data.training().inputWidth(); j++) {
            double[] all = DoubleStream.concat(
                            Arrays.stream(column(data.training(), j)), Arrays.stream(column(data.test(), j)))
                    .sorted()
                    .toArray();
            int feature = j;
            double[] expected =
                    Arrays.stream(raw).mapToDouble(row -> row[feature]).sorted().toArray();
            assertThat(all).hasSameSizeAs(expected);
            if (StatUtils.variance(column(data.training(), j)) > 0) {
                SimpleRegression line = new SimpleRegression();
                for (int i = 0; i < all.length; i++) {
                    line.addData(expected[i], all[i]);
                }
                assertThat(line.getSumSquaredErrors()).isLessThan(1e-9);
            }
        }
    }

    /** A split that moved would change every result; digests of the training labels in their order. */
    @ParameterizedTest
    @CsvSource({
        "iris, 0e7e34feb72e6977",
        "wine, 21d9a50331f65394",
        "breast-cancer, b8c88d246dc8f243",
        "digits, 023185b167aece4e"
    })
    void theSplitIsPartOfTheDefinition(String name, String digest) {
        Samples training = DataSets.shipped(name).training();
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < training.targets().length; i++) {
            if (training.targets()[i] == 1) {
                labels.append(i % training.targetWidth());
            }
        }
        assertThat(labels).hasSize(training.count());
        assertThat(Digests.shortForm(Digests.sha256(labels.toString().getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(digest);
    }

    /** Damaged data would be trained on without a word. */
    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] bytes = resource("iris.csv");
        String digest = DataSets.shipped("iris").digest();
        ShippedFile.verify("iris.csv", bytes, digest);
        bytes[bytes.length / 2] ^= 1;
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ShippedFile.verify("iris.csv", bytes, digest))
                .withMessageContaining("iris.csv is damaged")
                .withMessageContaining(Digests.sha256(bytes))
                .withMessageContaining("expected " + digest);
    }

    @Test
    void anUnknownDataSetIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSets.shipped("vine"))
                .withMessageContaining("vine");
    }

    /** The classical patterns, as published, not standardized. */
    @Test
    void classicalPatternsAreExact() {
        Samples xor = DataSets.xor().training();
        assertThat(xor.inputs()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
        assertThat(xor.targets()).containsExactly(0, 1, 1, 0);
        assertThat(DataSets.xor().heldOut()).isFalse();
        Samples oneHot = DataSets.oneHot(10).training();
        assertThat(oneHot.count()).isEqualTo(10);
        assertThat(oneHot.targets()).containsExactly(oneHot.inputs());
        for (int i = 0; i < 100; i++) {
            assertThat(oneHot.inputs()[i]).isEqualTo(i % 11 == 0 ? 1 : 0);
        }
        assertThat(DataSets.oneHot(10).digest()).isNotEqualTo(DataSets.oneHot(5).digest());
        assertThat(DataSets.xor().digest()).matches("[0-9a-f]{64}");
    }

    static double[] column(Samples samples, int feature) {
        return IntStream.range(0, samples.count())
                .mapToDouble(i -> samples.inputs()[i * samples.inputWidth() + feature])
                .toArray();
    }

    static double[][] raw(String file, int headerLines) throws IOException {
        byte[] bytes = resource(file);
        InputStream in = new ByteArrayInputStream(bytes);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .skip(headerLines)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(DataSets.class.getResourceAsStream("data/" + file))) {
            return in.readAllBytes();
        }
    }
}
