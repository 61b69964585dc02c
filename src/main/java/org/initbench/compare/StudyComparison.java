package org.initbench.compare;

import java.util.List;

/**
 * A comparison of bundles of one study: what {@code compare --json} prints, and all that any rendering shows.
 *
 * @param schema version of this format
 * @param accord what is shown as a whole: the worst of the pairs
 * @param margin ratio above 1 up to which epochs are equivalent
 * @param bundles the bundles; every other is compared with the first
 * @param environments what differs between the machines and the software, the most relevant first
 * @param pairs one a bundle but the first
 * @param answer the result in plain words, one sentence an element, the most important first
 * @param caveats what a reader must know before using it
 */
public record StudyComparison(
        int schema,
        Accord accord,
        double margin,
        List<BundleInfo> bundles,
        List<Difference> environments,
        List<BundlePair> pairs,
        List<String> answer,
        List<String> caveats) {

    /** The version of this format that this program writes. */
    public static final int SCHEMA = 1;

    /** The margin unless the user says otherwise. */
    public static final double MARGIN = 1.25;

    public StudyComparison {
        bundles = List.copyOf(bundles);
        environments = List.copyOf(environments);
        pairs = List.copyOf(pairs);
        answer = List.copyOf(answer);
        caveats = List.copyOf(caveats);
    }
}
