package org.initbench.report;

import org.initbench.compare.Comparer;
import org.initbench.compare.MadeUpBundle;
import org.initbench.compare.StudyComparison;

/** Three bundles: A, one that is a little slower and converges a little less often, and one that takes twice the epochs. */
final class ComparisonFixture {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private ComparisonFixture() {}

    static StudyComparison comparison() {
        return named("bundles/");
    }

    /** The same, in folders whose names begin so. */
    static StudyComparison named(String name) {
        Comparer comparer = new Comparer(bundle(name + "a", "Haswell", 1).bundle(), 3, StudyComparison.MARGIN);
        comparer.add(bundle(name + "b", "Zen", 1.02).bundle());
        comparer.add(bundle(name + "c", "Nehalem", 2).bundle());
        return comparer.result();
    }

    /** A beside itself. */
    static StudyComparison equal() {
        Comparer comparer = new Comparer(bundle("a", "Haswell", 1).bundle(), 2, StudyComparison.MARGIN);
        comparer.add(bundle("a", "Haswell", 1).bundle());
        return comparer.result();
    }

    private static MadeUpBundle bundle(String folder, String coreType, double factor) {
        MadeUpBundle bundle = new MadeUpBundle(folder).coreType(coreType);
        for (String task : new String[] {"iris-mlp-tanh", "digits-mlp-relu-d4"}) {
            for (int replicate = 0; replicate < 6; replicate++) {
                double jitter = 1 + replicate / 50.0;
                bundle.run(task, 0.01, replicate, replicate == 5 && factor > 1 ? NEVER : 30 * jitter * factor)
                        .run(task, 0.1, replicate, replicate < 2 ? 10 * jitter : 10 * jitter * factor)
                        .run(task, 1, replicate, 25 * jitter * factor);
            }
            bundle.timed(task, 10 * factor, 0.2, 10);
        }
        return bundle;
    }
}
