package org.initbench.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.initbench.common.DataException;
import org.initbench.common.Digests;
import org.jspecify.annotations.Nullable;

/**
 * The first samples of Fashion-MNIST, as {@link DataSets#fashionMnist} describes them.
 *
 * @param training number of training samples
 * @param test number of test samples
 */
record FashionMnist(int training, int test) {

    /** The system property that names the folder in which data sets have folders of their own. */
    static final String PROPERTY = "initbench.data";

    /** The environment variable that does so where the property is not set. */
    static final String VARIABLE = "INITBENCH_DATA";

    private static final Path INSTALLED_BY_DEBIAN = Path.of("/usr/share/datasets");
    private static final String NAME = "fashion-mnist";
    private static final String TRAINING_IMAGES = "train-images-idx3-ubyte.gz";
    private static final String TRAINING_LABELS = "train-labels-idx1-ubyte.gz";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";
    private static final List<String> FILES = List.of(TRAINING_IMAGES, TRAINING_LABELS, TEST_IMAGES, TEST_LABELS);

    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CLASSES = 10;
    private static final int LEVELS = 256;

    FashionMnist {
        if (training < 1 || test < 1) {
            throw new IllegalArgumentException(
                    NAME + " needs at least 1 training and 1 test sample, not " + training + " and " + test);
        }
    }

    /** A unique name. */
    String name() {
        return NAME + "-" + training + "-" + test;
    }

    /** Where the files are looked for. */
    static Path folder() {
        return folder(System.getProperty(PROPERTY), System.getenv(VARIABLE));
    }

    static Path folder(@Nullable String property, @Nullable String variable) {
        Path parent = property != null ? Path.of(property) : variable != null ? Path.of(variable) : INSTALLED_BY_DEBIAN;
        return parent.resolve(NAME);
    }

    /** Whether all four files are there. */
    static boolean installed(Path folder) {
        return missing(folder).isEmpty();
    }

    private static List<String> missing(Path folder) {
        return FILES.stream()
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .toList();
    }

    /**
     * Reads the samples.
     *
     * @param folder the folder of the four files
     * @throws DataException if one is missing or damaged, or has fewer samples
     */
    DataSet read(Path folder) {
        List<String> missing = missing(folder);
        if (!missing.isEmpty()) {
            throw new DataException("Fashion-MNIST is not installed: " + folder + " lacks " + String.join(", ", missing)
                    + "; install Debian's package dataset-fashion-mnist, or put the four files of"
                    + " https://github.com/zalandoresearch/fashion-mnist into a folder " + NAME
                    + " and name the folder around it by the environment variable " + VARIABLE);
        }
        MessageDigest digest = Digests.newSha256();
        Part trainingPart = part(folder, TRAINING_IMAGES, TRAINING_LABELS, training, digest);
        Part testPart = part(folder, TEST_IMAGES, TEST_LABELS, test, digest);
        double[] scaled = standardizedLevels(trainingPart);
        return new DataSet(name(), Digests.hex(digest), trainingPart.samples(scaled), testPart.samples(scaled), true);
    }

    private static Part part(Path folder, String imageFile, String labelFile, int count, MessageDigest digest) {
        IdxFile images = IdxFile.read(folder.resolve(imageFile), 3);
        IdxFile labels = IdxFile.read(folder.resolve(labelFile), 1);
        images.feed(digest);
        labels.feed(digest);
        if (images.extent(1) != SIDE || images.extent(2) != SIDE) {
            throw new DataException(folder.resolve(imageFile) + " has pictures of " + images.extent(1) + " x "
                    + images.extent(2) + " pixels; those of Fashion-MNIST have 28 x 28");
        }
        if (images.extent(0) != labels.extent(0)) {
            throw new DataException(folder.resolve(imageFile) + " has " + images.extent(0) + " pictures, but "
                    + labelFile + " has " + labels.extent(0) + " labels");
        }
        if (images.extent(0) < count) {
            throw new DataException(folder.resolve(imageFile) + " has " + images.extent(0)
                    + " pictures, fewer than the " + count + " asked for");
        }
        for (int i = 0; i < count; i++) {
            if (labels.value(i) >= CLASSES) {
                throw new DataException(
                        folder.resolve(labelFile) + ": label " + i + " is " + labels.value(i) + ", not 0 to 9");
            }
        }
        return new Part(images, labels, count);
    }

    /** The standardized value of each grey level; sums of levels are whole numbers, so their order does not matter. */
    private static double[] standardizedLevels(Part part) {
        long sum = 0;
        long squares = 0;
        long pixels = (long) part.count * PIXELS;
        for (int i = 0; i < pixels; i++) {
            int level = part.images.value(i);
            sum += level;
            squares += (long) level * level;
        }
        double mean = (double) sum / pixels;
        double deviation = StrictMath.sqrt((double) squares / pixels - mean * mean);
        double[] scaled = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            scaled[level] = deviation > 0 ? (level - mean) / deviation : 0;
        }
        return scaled;
    }

    /** The first samples of one pair of files. */
    private record Part(IdxFile images, IdxFile labels, int count) {

        Samples samples(double[] scaledLevels) {
            double[] inputs = new double[count * PIXELS];
            double[] targets = new double[count * CLASSES];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = scaledLevels[images.value(i)];
            }
            for (int i = 0; i < count; i++) {
                targets[i * CLASSES + labels.value(i)] = 1;
            }
            return new Samples(inputs, targets, PIXELS, CLASSES);
        }
    }
}
