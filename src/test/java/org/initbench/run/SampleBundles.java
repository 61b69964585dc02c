package org.initbench.run;

import java.nio.file.Path;

/** Small made-up bundles for the tests of other packages: study {@code tiny}, two tasks, eleven planned runs. */
public final class SampleBundles {
    private SampleBundles() {}

    /** Writes a complete, sealed bundle. */
    public static void finished(Path folder) {
        Samples.unfinished(folder).finish(Samples.ORDER);
    }

    /** Writes a bundle with five of its eleven runs. */
    public static void unfinished(Path folder) {
        BundleWriter writer = BundleWriter.create(folder, Samples.study(), Samples.environment());
        Samples.writePart(writer, "zeta-full-0", Samples.fullBatchRuns());
    }
}
