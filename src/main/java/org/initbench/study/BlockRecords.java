package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import org.initbench.run.BundleWriter;
import org.initbench.run.Crossing;
import org.initbench.run.CurvePoint;
import org.initbench.run.Diagnostic;
import org.initbench.run.RunRecord;

/** What a block measured, gathered row by row in the order of the tables. */
final class BlockRecords {
    final List<RunRecord> runs = new ArrayList<>();
    final List<Crossing> crossings = new ArrayList<>();
    final List<CurvePoint> curves = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();

    /** Makes them a part of a bundle. */
    void writeTo(BundleWriter bundle, String part) {
        bundle.writePart(part, runs, crossings, curves, diagnostics);
    }
}
