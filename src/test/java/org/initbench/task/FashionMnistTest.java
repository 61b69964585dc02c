package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.math3.stat.StatUtils;
import org.initbench.common.DataException;
import org.initbench.common.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read from small files of the real format: 5 training and 3 test pictures of a few grey levels. */
class FashionMnistTest {
    private static final String TRAINING_IMAGES = "train-images-idx3-ubyte.gz";
    private static final String TRAINING_LABELS = "train-labels-idx1-ubyte.gz";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";
    private static final int PIXELS = 784;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write(TRAINING_IMAGES, images(5));
        write(TRAINING_LABELS, labels(9, 0, 3, 3, 1));
        write(TEST_IMAGES, images(3));
        write(TEST_LABELS, labels(2, 7, 0));
    }

    /** Picture i has the level 40·i, but 255 in its last pixel and i in its first. */
    private static byte[] images(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * PIXELS);
        bytes.putInt(0x803).putInt(count).putInt(28).putInt(28);
        for (int i = 0; i < count; i++) {
            byte[] picture = new byte[PIXELS];
            Arrays.fill(picture, (byte) (40 * i));
            picture[0] = (byte) i;
            picture[PIXELS - 1] = (byte) 255;
            bytes.put(picture);
        }
        return bytes.array();
    }

    private static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
        bytes.putInt(0x801).putInt(labels.length);
        Arrays.stream(labels).forEach(label -> bytes.put((byte) label));
        return bytes.array();
    }

    private void write(String file, byte[] content) throws IOException {
        Files.write(folder.resolve(file), compressed(content, Deflater.DEFAULT_COMPRESSION));
    }

    private static byte[] compressed(byte[] content, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(level);
            }
        }) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void samplesAreTheFirstOfTheFiles() {
        DataSet data = new FashionMnist(4, 2).read(folder);
        assertThat(data.name()).isEqualTo("fashion-mnist-4-2");
        assertThat(data.heldOut()).isTrue();
        assertThat(data.training().count()).isEqualTo(4);
        assertThat(data.training().inputWidth()).isEqualTo(PIXELS);
        assertThat(data.training().targets()).isEqualTo(oneHot(9, 0, 3, 3));
        assertThat(data.test().targets()).isEqualTo(oneHot(2, 7));
    }

    private static double[] oneHot(int... labels) {
        double[] targets = new double[10 * labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[10 * i + labels[i]] = 1;
        }
        return targets;
    }

    /** Scaling each pixel by itself would blow up those that are rarely inked; test pixels must not be in the statistics. */
    @Test
    void allPixelsShareTheTrainingSamplesMeanAndDeviation() {
        DataSet data = new FashionMnist(4, 2).read(folder);
        double[] training = data.training().inputs();
        assertThat(StatUtils.mean(training)).isCloseTo(0, within(1e-12));
        assertThat(StatUtils.populationVariance(training)).isCloseTo(1, within(1e-12));
        double perLevel = (training[PIXELS - 1] - training[0]) / 255;
        double[] test = data.test().inputs();
        for (int i = 0; i < test.length; i++) {
            int picture = i / PIXELS;
            int pixel = i % PIXELS;
            int level = pixel == 0 ? picture : pixel == PIXELS - 1 ? 255 : 40 * picture;
            assertThat(test[i]).isCloseTo(training[0] + level * perLevel, within(1e-12));
        }
    }

    /** Run identities contain the digest: the same data, compressed by another program, are the same data. */
    @Test
    void theDigestIsThatOfTheContent() throws IOException {
        String digest = new FashionMnist(4, 2).read(folder).digest();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(images(5));
        all.write(labels(9, 0, 3, 3, 1));
        all.write(images(3));
        all.write(labels(2, 7, 0));
        assertThat(digest).isEqualTo(Digests.sha256(all.toByteArray()));
        Files.write(folder.resolve(TRAINING_IMAGES), compressed(images(5), Deflater.NO_COMPRESSION));
        assertThat(new FashionMnist(4, 2).read(folder).digest()).isEqualTo(digest);
        write(TEST_LABELS, labels(2, 7, 1));
        assertThat(new FashionMnist(4, 2).read(folder).digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {TRAINING_IMAGES, TRAINING_LABELS, TEST_IMAGES, TEST_LABELS})
    void whatIsNotInstalledIsNamedWithWhereItBelongs(String file) throws IOException {
        assertThat(FashionMnist.installed(folder)).isTrue();
        Files.delete(folder.resolve(file));
        assertThat(FashionMnist.installed(folder)).isFalse();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new FashionMnist(4, 2).read(folder))
                .withMessageContaining("not installed: " + folder + " lacks " + file + ";")
                .withMessageContaining("dataset-fashion-mnist")
                .withMessageContaining("INITBENCH_DATA");
    }

    @Test
    void thePropertyGoesBeforeTheVariableAndBothBeforeTheSystemsFolder() {
        assertThat(FashionMnist.folder("a", "b")).isEqualTo(Path.of("a", "fashion-mnist"));
        assertThat(FashionMnist.folder(null, "b")).isEqualTo(Path.of("b", "fashion-mnist"));
        assertThat(FashionMnist.folder(null, null)).isEqualTo(Path.of("/usr/share/datasets/fashion-mnist"));
    }

    @Test
    void moreSamplesThanThereAreAreRefused() {
        assertDamage("has 5 pictures, fewer than the 6 asked for", new FashionMnist(6, 2));
        assertDamage("has 3 pictures, fewer than the 4 asked for", new FashionMnist(5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new FashionMnist(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FashionMnist(1, 0));
    }

    /** A download that broke off. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40})
    void aTruncatedFileIsRefused(int length) throws IOException {
        Path file = folder.resolve(TRAINING_IMAGES);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertDamage(TRAINING_IMAGES + " is damaged", new FashionMnist(4, 2));
    }

    /** Cut off before it was compressed, or with something behind. */
    @ParameterizedTest
    @CsvSource({
        "0, it ends after 0 bytes",
        "15, it ends after 15 bytes",
        "16, announces 3920 values",
        "3935, but 3919 follow",
        "3937, but 3921 follow"
    })
    void aContentOfAnotherLengthThanAnnouncedIsRefused(int length, String problem) throws IOException {
        write(TRAINING_IMAGES, Arrays.copyOf(images(5), length));
        assertDamage(problem, new FashionMnist(4, 2));
    }

    @Test
    void filesThatAreSomethingElseAreRefused() throws IOException {
        write(TEST_LABELS, images(3));
        assertDamage(
                "starts with 0x00000803, an IDX file of 1-dimensional bytes with 0x00000801", new FashionMnist(4, 2));
        Files.write(folder.resolve(TEST_LABELS), labels(2, 7, 0));
        assertDamage(TEST_LABELS + " is damaged: Not in GZIP format", new FashionMnist(4, 2));
        write(TEST_LABELS, labels(2, 10, 0));
        assertDamage("label 1 is 10, not 0 to 9", new FashionMnist(4, 2));
        write(TEST_LABELS, labels(2, 7));
        assertDamage("3 pictures, but " + TEST_LABELS + " has 2 labels", new FashionMnist(4, 2));
    }

    /** Extents whose product wraps around would pass for a small file. */
    @ParameterizedTest
    @CsvSource({
        "65536, 65536, 1, more than can be read",
        "-5, 28, 28, more than can be read",
        "20, 14, 14, 14 x 14 pixels"
    })
    void headersOfOtherPicturesAreRefused(int count, int height, int width, String problem) throws IOException {
        byte[] images = images(5);
        ByteBuffer.wrap(images).putInt(4, count).putInt(8, height).putInt(12, width);
        write(TRAINING_IMAGES, images);
        assertDamage(problem, new FashionMnist(4, 2));
    }

    private void assertDamage(String problem, FashionMnist data) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> data.read(folder))
                .withMessageContaining(folder.toString())
                .withMessageContaining(problem);
    }
}
