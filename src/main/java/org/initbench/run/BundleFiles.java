package org.initbench.run;

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

    /** The folder of finished blocks, until the bundle is finished. */
    static final String PARTS = "parts";

    /** The files that a manifest must name. */
    static final List<String> REQUIRED = List.of(STUDY, ENVIRONMENT, RUNS, CROSSINGS, CURVES_GZ);

    /** The files that a manifest must name if they are there. */
    static final List<String> OPTIONAL = List.of(HYPOTHESES, DIAGNOSTICS_GZ, TUNING, JMH);

    private BundleFiles() {}
}
