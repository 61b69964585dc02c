package org.initbench.report;

import org.initbench.analysis.Overview;
import org.initbench.common.Digests;
import org.initbench.report.Table.Cell;
import org.initbench.report.Table.Column;

/** The tables of an overview. */
final class OverviewTables {
    private OverviewTables() {}

    /** A row a bundle. */
    static Table studies(Overview overview) {
        Table.Builder table = new Table.Builder(
                "The studies",
                Column.text("Bundle"),
                Column.text("Study"),
                Column.number("Runs"),
                Column.number("Seed"),
                Column.text("Machine"),
                Column.text("Started"),
                Column.text("Checksum"));
        for (Overview.Source source : overview.bundles()) {
            String manifest = source.manifest();
            table.row(
                    false,
                    Cell.of(source.name()),
                    Cell.of(source.study()),
                    Cell.of(Numbers.of((double) source.runs(), 15) + (source.complete() ? "" : ", incomplete")),
                    Cell.of(Long.toString(source.seed())),
                    Cell.of(source.machine()),
                    Cell.of(Fact.when(source.started())),
                    Cell.of(manifest == null ? "not sealed" : Digests.shortForm(manifest)));
        }
        return table.build();
    }
}
