package org.initbench.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initbench.run.Engine;
import org.initbench.task.Precision;
import org.initbench.training.BlasCore;
import org.jspecify.annotations.Nullable;

/**
 * An arithmetic that a study can be run in.
 *
 * @param engine what trains
 * @param core the kernels of the BLAS; null for those that the environment of this process chooses
 * @param precision the precision of all tasks
 */
record Machinery(Engine engine, @Nullable BlasCore core, Precision precision) {

    /**
     * The reference engine, and ND4J with each of some kernels, in each of some precisions.
     *
     * @param cores the kernels; if there are none, ND4J once, with those of the environment
     */
    static List<Machinery> all(List<BlasCore> cores, List<Precision> precisions) {
        List<Machinery> all = new ArrayList<>();
        for (Precision precision : precisions) {
            all.add(new Machinery(Engine.REFERENCE, null, precision));
            if (cores.isEmpty()) {
                all.add(new Machinery(Engine.ND4J, null, precision));
            }
            cores.forEach(core -> all.add(new Machinery(Engine.ND4J, core, precision)));
        }
        return List.copyOf(all);
    }

    /** A name for a folder, such as {@code nd4j-haswell-float32}. */
    String folder() {
        return engine.label() + (core == null ? "" : "-" + core.label().toLowerCase(Locale.ROOT)) + "-"
                + precision.label();
    }

    /** The arguments with which this program runs a study so. */
    List<String> arguments(String study, Path output) {
        return List.of(
                "run",
                study,
                "--engine",
                engine.label(),
                "--precision",
                precision.label(),
                "--output",
                output.toString());
    }

    @Override
    public String toString() {
        return engine.label() + (core == null ? "" : " " + core.label()) + ", " + precision.label();
    }
}
