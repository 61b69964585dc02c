package org.initbench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.hypothesis.HypothesesReader;

/** Names of the files in a bundle. */
final class BundleFiles {
    static final String STUDY = "study.yaml";
    static final String ENVIRONMENT = "environment.json";
    static final String HYPOTHESES = HypothesesReader.FILE;
    static final String RUNS = "runs.csv";
    static final String CROSSINGS = "crossings.csv";
    static final String CURVES = "curves.csv";
    static final String CURVES_GZ = "curves.csv.gz";
    static final String DIAGNOSTICS = "diagnostics.csv";
    static final String DIAGNOSTICS_GZ = "diagnostics.csv.gz";
    static final String TUNING = "tuning.csv";
    static final String JMH = "jmh.json";
    static final String MANIFEST = "MANIFEST.sha256";

    /** Which share of its study a bundle holds; absent from one of a whole study. */
    static final String SHARD = "shard.json";

    /** Where the shards came from that a bundle was merged from. */
    static final String SHARDS = "shards.json";

    /** The trials that failed; absent if none did. */
    static final String FAILURES = "failures.csv";

    /** Who measures into the bundle; absent from a bundle whose study came to its end. */
    static final String LOCK = ".lock";

    /** In the folder of parts: locked by the process that trains. */
    static final String FORK_LOCK = ".fork";

    /** The folder of finished blocks, until the bundle is finished. */
    static final String PARTS = "parts";

    /** The files that a manifest must name. */
    static final List<String> REQUIRED = List.of(STUDY, ENVIRONMENT, RUNS, CROSSINGS, CURVES_GZ);

    /** The files that a manifest must name if they are there. */
    static final List<String> OPTIONAL = List.of(HYPOTHESES, DIAGNOSTICS_GZ, TUNING, JMH, SHARD, SHARDS, FAILURES);

    /** The files that are written before the study file, which makes a folder a bundle. */
    static final List<String> BEFORE_STUDY = List.of(ENVIRONMENT, SHARD, HYPOTHESES);

    /** Those of the required files that stand gzipped, under their name and {@code .gz}, where they would be large. */
    static final List<String> PACKED_IF_LARGE = List.of(RUNS, CROSSINGS);

    /** Bytes from which on a table is large. */
    static final long LARGE = 1 << 19;

    private BundleFiles() {}

    /** The name under which a file stands in a bundle; the plain one where it is missing. */
    static String stored(Path bundle, String name) {
        String packed = packed(name);
        boolean isPacked = PACKED_IF_LARGE.contains(name)
                && !Files.exists(bundle.resolve(name))
                && Files.exists(bundle.resolve(packed));
        return isPacked ? packed : name;
    }

    /** The name of a gzipped file. */
    static String packed(String name) {
        return name + ".gz";
    }
}
