package org.initbench.task;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.initbench.common.DataException;
import org.initbench.common.Digests;

/**
 * The register of data sets. Those that ship with initbench are checked against their SHA-256 digest whenever they are
 * loaded; sources and licences are in the notice.
 */
public final class DataSets {

    /**
     * The split into training and test samples, and the draws of generated samples, are part of a data set's definition: they
     * do not follow the study's seed.
     */
    static final long DEFINITION_SEED = 0;

    /** The most bits of a parity: 65 536 patterns. */
    private static final int MOST_BITS = 16;

    /** Points of one spiral: three turns of 32, both ends included. */
    private static final int SPIRAL_POINTS = 97;

    private static final Map<String, DataSet> LOADED = new ConcurrentHashMap<>();

    private DataSets() {}

    /**
     * A shipped data set, shuffled once and for all, split, and standardized by its training samples.
     *
     * @param name {@code iris}, {@code wine}, {@code breast-cancer} or {@code digits}
     * @throws DataException if the file is missing, damaged or not what it was when initbench was made
     */
    public static DataSet shipped(String name) {
        return LOADED.computeIfAbsent(name, ShippedData::classes);
    }

    /**
     * The digits as {@link #shipped} has them, to be reproduced: the 64 targets are the same picture's grey levels, each
     * pixel's mean subtracted, all divided by one number so that the pixels' variances average 1. Squared error then weighs a
     * pixel by how much it varies; targets equal to the standardized inputs would give a pixel that is inked in one picture
     * of a thousand the weight of any other. Pixels that are never inked are 0 in inputs and targets: the best constant
     * predictor has no error there.
     *
     * @throws DataException as {@link #shipped}
     */
    public static DataSet digitsAutoencoder() {
        return LOADED.computeIfAbsent("digits-autoencoder", ShippedData::digitsAutoencoder);
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

    /** Two samples, 1 to 1 and −1 to −1: a chain of linear units fits them exactly, and its biases feel no gradient. */
    public static DataSet line() {
        return defined("line", new Samples(new double[] {1, -1}, new double[] {1, -1}, 1, 1));
    }

    /**
     * All patterns of a number of bits, counting upwards, the first input the highest bit. An input is −1 for a bit that is
     * 0 and 1 for one that is 1, which over all patterns has mean 0 and variance 1. The target is 1 if an odd number of bits
     * are 1, else 0.
     *
     * @param bits 1 to 16
     */
    public static DataSet parity(int bits) {
        return parity("parity-" + bits, bits, new double[][] {{-1}, {1}});
    }

    /**
     * The patterns of {@link #parity} as sequences: a step for each bit, the highest first, each one-hot over the two symbols,
     * (1, 0) for a bit that is 0 and (0, 1) for one that is 1. Not standardized: an embedding layer looks symbols up.
     *
     * @param bits number of steps, 1 to 16
     */
    public static DataSet paritySequence(int bits) {
        return parity("parity-sequence-" + bits, bits, new double[][] {{1, 0}, {0, 1}});
    }

    private static DataSet parity(String name, int bits, double[][] symbols) {
        if (bits < 1 || bits > MOST_BITS) {
            throw new IllegalArgumentException("parity of " + bits + " bits: 1 to " + MOST_BITS + " are possible");
        }
        int patterns = 1 << bits;
        int width = symbols[0].length;
        double[] inputs = new double[patterns * bits * width];
        double[] targets = new double[patterns];
        for (int i = 0; i < patterns; i++) {
            for (int b = 0; b < bits; b++) {
                System.arraycopy(symbols[i >> (bits - 1 - b) & 1], 0, inputs, (i * bits + b) * width, width);
            }
            targets[i] = Integer.bitCount(i) & 1;
        }
        return defined(name, new Samples(inputs, targets, bits * width, 1));
    }

    /**
     * Two interlocked spirals of three turns and 97 points each, in the plane (Lang and Witbrock 1988, as the CMU benchmark
     * archive defines them): point i of the first has angle i·π/16 from the y axis and radius 6.5·(104 − i)/104, and target
     * 1; it is followed by its mirror image at the origin, of the second spiral, with target 0. Standardized over all points.
     */
    public static DataSet twoSpirals() {
        double[][] points = new double[2 * SPIRAL_POINTS][];
        double[] targets = new double[2 * SPIRAL_POINTS];
        for (int i = 0; i < SPIRAL_POINTS; i++) {
            double angle = i * Math.PI / 16;
            double radius = 6.5 * (104 - i) / 104;
            double x = radius * StrictMath.sin(angle);
            double y = radius * StrictMath.cos(angle);
            points[2 * i] = new double[] {x, y};
            points[2 * i + 1] = new double[] {-x, -y};
            targets[2 * i] = 1;
        }
        Samples samples = new Samples(new Standardization(points, 2).apply(points), targets, 2, 1);
        return new DataSet("two-spirals", Samples.digest(samples), samples, samples, false);
    }

    /**
     * Sequences of (value, marker) steps, values uniform in (0, 1), one step in each half marked by 1 and the others by 0; the
     * target is the sum of the two marked values (Hochreiter and Schmidhuber 1997, with values and target as in Le et al. 2015
     * and a marker in each half as in Arjovsky et al. 2016). Values and markers are standardized, each over all steps of the
     * training sequences; targets are as they are, with mean 1 and variance 1/6.
     *
     * @param steps length of the sequences, at least 3; of an odd number the second half is the longer
     * @param training number of training sequences
     * @param test number of test sequences
     */
    public static DataSet addingProblem(int steps, int training, int test) {
        AddingProblem problem = new AddingProblem(steps, training, test);
        return LOADED.computeIfAbsent(problem.name(), name -> problem.dataSet());
    }

    /** Whether the four files of {@link #fashionMnist} are where it looks for them. */
    public static boolean fashionMnistInstalled() {
        return FashionMnist.installed(FashionMnist.folder());
    }

    /**
     * The first samples of Fashion-MNIST (Xiao, Rasul and Vollgraf 2017): pictures of 28 × 28 pixels of ten kinds of clothes,
     * read from the folder {@code fashion-mnist} inside the one that the system property {@code initbench.data}, else the
     * environment variable {@code INITBENCH_DATA} names, else {@code /usr/share/datasets}. All pixels are shifted and scaled by
     * one mean and one deviation, those of all pixels of the training samples taken, so that the picture stays a picture. A
     * sample takes 6.4 kB of memory.
     *
     * @param training number of training samples, 1 to 60 000
     * @param test number of test samples, 1 to 10 000
     * @throws DataException if the files are missing or damaged, or have fewer samples
     */
    public static DataSet fashionMnist(int training, int test) {
        FashionMnist data = new FashionMnist(training, test);
        return LOADED.computeIfAbsent(data.name(), name -> data.read(FashionMnist.folder()));
    }

    /** Patterns of whole numbers, whose text is the same in every Java. */
    private static DataSet defined(String name, Samples samples) {
        String text = Arrays.toString(samples.inputs()) + Arrays.toString(samples.targets());
        return new DataSet(name, Digests.sha256(text.getBytes(StandardCharsets.UTF_8)), samples, samples, false);
    }
}
