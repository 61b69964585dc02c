package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.task.DescribedLayers;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;

/**
 * A task of the fixture and the shape of its response.
 *
 * @param name name of the task
 * @param text one sentence
 * @param kind kind of network
 * @param widths units by layer
 * @param samples training samples
 * @param batch batch size
 * @param best log10 of the best std
 * @param fastest epochs at the best std
 * @param budget epochs after which a run is given up
 * @param steepness growth of log10 epochs per decade below the best
 * @param failsBelow log10 of the std below which runs fail
 * @param failsAbove log10 of the std above which runs fail
 * @param microseconds cost of an epoch of one model in a large stack
 */
record FixtureTask(
        String name,
        String text,
        String kind,
        List<Integer> widths,
        int samples,
        int batch,
        double best,
        double fastest,
        double budget,
        double steepness,
        double failsBelow,
        double failsAbove,
        double microseconds) {

    static List<FixtureTask> all() {
        return List.of(
                new FixtureTask(
                        "xor-2-2-1",
                        "Exclusive or of two bits, the smallest task that needs a hidden layer.",
                        "classical sigmoid network",
                        List.of(2, 2, 1),
                        4,
                        4,
                        0,
                        410,
                        20000,
                        0.55,
                        -1.2,
                        0.7,
                        0.31),
                new FixtureTask(
                        "encoder-10-5-10",
                        "Ten one-hot patterns to themselves through five hidden units.",
                        "classical sigmoid network",
                        List.of(10, 5, 10),
                        10,
                        10,
                        -0.5,
                        96,
                        5000,
                        0.12,
                        -5,
                        0.2,
                        0.94),
                new FixtureTask(
                        "iris-mlp-tanh",
                        "Three species of iris from four measurements of their flowers.",
                        "shallow tanh network",
                        List.of(4, 8, 3),
                        150,
                        16,
                        -0.5,
                        8.2,
                        164,
                        0.1,
                        -5,
                        0.4,
                        6.1),
                new FixtureTask(
                        "breast-cancer-logistic",
                        "Malignant or benign from thirty measurements of cell nuclei.",
                        "logistic regression (no hidden layer)",
                        List.of(30, 2),
                        569,
                        569,
                        -3,
                        14.5,
                        290,
                        0,
                        -9,
                        0.2,
                        9.8),
                new FixtureTask(
                        "digits-mlp-tanh",
                        "Handwritten digits of 8 by 8 pixels.",
                        "shallow tanh network",
                        List.of(64, 32, 10),
                        1437,
                        32,
                        -1,
                        2.4,
                        48,
                        0.11,
                        -6,
                        0.1,
                        310),
                new FixtureTask(
                        "digits-mlp-relu-deep",
                        "The same digits through six hidden layers of rectified linear units.",
                        "deep ReLU network",
                        List.of(64, 32, 32, 32, 32, 32, 32, 10),
                        1437,
                        32,
                        -0.6,
                        4.1,
                        82,
                        0.7,
                        -1.2,
                        0,
                        690));
    }

    TaskDescription description() {
        List<LayerDescription> layers = new ArrayList<>();
        for (int i = 1; i < widths.size(); i++) {
            String activation = i == widths.size() - 1 ? "identity" : kind.contains("ReLU") ? "relu" : "tanh";
            layers.add(DescribedLayers.dense(widths.get(i - 1), widths.get(i), activation));
        }
        boolean band = name.startsWith("xor") || name.startsWith("encoder");
        return new TaskDescription(
                name,
                text,
                kind,
                name.replaceAll("-.*", ""),
                "ab12",
                samples,
                samples,
                0,
                Integer.toString(widths.get(0)),
                layers,
                band ? "half squared error" : "softmax cross-entropy",
                band ? "sgd" : "momentum",
                band ? "" : "momentum 0.9",
                0.5,
                null,
                batch,
                Math.max(1, samples / batch),
                band,
                band ? List.of("band 0.4/0.6") : List.of("50 %", "20 %", "5 %"),
                band ? List.of() : List.of(1.15, 0.46, 0.115),
                band ? "band 0.4/0.6" : "20 %",
                band ? 0.5 : 2.3,
                band ? "share of outputs in the band" : "test accuracy",
                budget,
                "float32");
    }

    List<String> answer() {
        if (widths.size() == 2) {
            return List.of("Any start up to std 0.1 is as good as any other, zero included: 15 epochs.");
        }
        return List.of(
                "Start with a standard deviation near 10^" + best + ": about " + fastest + " epochs.",
                "Zero and constant starts never reached the threshold: all hidden units stayed equal.");
    }
}
