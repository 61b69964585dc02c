package org.initbench.task;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.rng.sampling.ArraySampler;
import org.initbench.common.Streams;

/** The data sets that ship with initbench, made of their files. */
final class ShippedData {

    private static final Map<String, ShippedFile> FILES = Map.of(
            "iris",
            new ShippedFile(
                    "iris.csv", 1, 4, 3, 120, "f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449"),
            "wine",
            new ShippedFile(
                    "wine.csv", 1, 13, 3, 144, "10e8a802908b34f86e5da8ce962f3c806694bc98450a18f61851af59f324bede"),
            "breast-cancer",
            new ShippedFile(
                    "breast_cancer.csv",
                    1,
                    30,
                    2,
                    455,
                    "fed3eb72d0575ef6192293f5093c6e801b1476b577d0386bf4455504522172ed"),
            "digits",
            new ShippedFile(
                    "digits.csv.gz",
                    0,
                    64,
                    10,
                    1440,
                    "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a"));

    private final ShippedFile file;
    private final double[][] training;
    private final double[][] test;
    private final Standardization inputs;

    private ShippedData(String name) {
        ShippedFile known = FILES.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no data set called " + name);
        }
        file = known;
        double[][] rows = file.rows();
        ArraySampler.shuffle(Streams.of(DataSets.DEFINITION_SEED, name, "split"), rows);
        training = Arrays.copyOf(rows, file.training());
        test = Arrays.copyOfRange(rows, file.training(), rows.length);
        inputs = new Standardization(training, file.features());
    }

    /** The data set of that name, its targets the classes. */
    static DataSet classes(String name) {
        ShippedData data = new ShippedData(name);
        return new DataSet(name, data.file.digest(), data.classified(data.training), data.classified(data.test), true);
    }

    private Samples classified(double[][] rows) {
        return new Samples(inputs.apply(rows), file.targets(rows), file.features(), file.classes());
    }

    /** The digits, their targets the pictures. */
    static DataSet digitsAutoencoder(String name) {
        ShippedData data = new ShippedData("digits");
        return new DataSet(name, data.file.digest(), data.reproduced(data.training), data.reproduced(data.test), true);
    }

    private Samples reproduced(double[][] rows) {
        Standardization targets = inputs.withCommonScale();
        return new Samples(inputs.apply(rows), targets.apply(rows), file.features(), file.features());
    }
}
