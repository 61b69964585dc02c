package org.initbench.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.CellSummary;
import org.initbench.analysis.TaskAnalysis;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * A table whose cells are coloured by the ratio of their ERT to the best of their task, on a log scale from 1 to 100.
 *
 * @param caption what it shows
 * @param corner what the row headings are
 * @param axis what the columns are
 * @param columns column headings, ascending by scale
 * @param rows the rows
 */
public record HeatMap(String caption, String corner, String axis, List<Heading> columns, List<Row> rows) {
    /** The order in which meanings of a scale are shown. */
    static final List<ScaleKind> ORDER = List.of(ScaleKind.STD, ScaleKind.GAIN, ScaleKind.VALUE, ScaleKind.NONE);

    private static final String RATIOS = "Ratio of ERT to the best";
    private static final String DEFAULT = "normal";
    private static final double DECADES = 2;

    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column heading.
     *
     * @param text the scale, or 10 where there is an exponent
     * @param exponent power of ten; may be empty
     * @param minor whether it may be left out where room is short
     */
    public record Heading(String text, String exponent, boolean minor) {}

    /** A row: an initializer or a task. */
    public record Row(String name, List<Tile> tiles) {
        public Row {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * A coloured cell.
     *
     * @param kind {@code value}, {@code best}, {@code never} (no run converged), {@code unknown} (converged, but no ratio)
     *     or {@code absent} (not run)
     * @param text the ratio, two significant digits
     * @param style its colours as CSS; empty where it has none
     * @param tip everything about it, by line
     */
    public record Tile(String kind, String text, String style, String tip) {}

    /** Initializers by scale for one task: one map for standard deviations, one for gains, one for starts without either. */
    static List<HeatMap> of(TaskAnalysis task) {
        List<HeatMap> maps = new ArrayList<>();
        List<Family> families = Family.of(task);
        for (ScaleKind kind : List.of(ScaleKind.STD, ScaleKind.GAIN)) {
            List<Family> own = families.stream()
                    .filter(f -> f.cells().get(0).scaleKind() == kind)
                    .toList();
            if (!own.isEmpty()) {
                maps.add(map(task, kind, own));
            }
        }
        references(task).ifPresent(maps::add);
        return maps;
    }

    private static Optional<HeatMap> references(TaskAnalysis task) {
        List<Row> rows = task.cells().stream()
                .filter(cell -> cell.scaleKind() == ScaleKind.VALUE || cell.scaleKind() == ScaleKind.NONE)
                .map(cell ->
                        new Row(reference(cell), List.of(tile(cell, task.best().contains(cell)))))
                .toList();
        HeatMap map = new HeatMap(RATIOS, "initializer", "references", List.of(new Heading("", "", false)), rows);
        return rows.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    private static String reference(CellSummary cell) {
        return cell.scale() == null ? cell.initializer() : cell.initializer() + " " + Numbers.scale(cell.scale());
    }

    private static HeatMap map(TaskAnalysis task, ScaleKind kind, List<Family> families) {
        Collection<CellSummary> cells =
                families.stream().flatMap(f -> f.cells().stream()).toList();
        List<@Nullable Double> scales = scales(cells);
        List<Row> rows = families.stream()
                .map(f -> new Row(f.initializer(), tiles(task, f.cells(), scales)))
                .toList();
        return new HeatMap(RATIOS, "initializer", axis(kind), headings(scales), rows);
    }

    /**
     * Tasks by scale, for normal weights, or, where a study has them at fewer than two scales, the family of standard deviations
     * with most scales; null if there is none. Controls of other tasks are left out.
     */
    static @Nullable HeatMap overview(Analysis analysis) {
        String name = shown(analysis);
        if (name == null) {
            return null;
        }
        List<CellSummary> all = new ArrayList<>();
        analysis.networks().forEach(task -> all.addAll(cells(task, name)));
        List<@Nullable Double> scales = scales(all);
        List<Row> rows = analysis.networks().stream()
                .map(task -> new Row(task.task().name(), tiles(task, cells(task, name), scales)))
                .toList();
        String caption = "How long " + name + " starts take, by task";
        return new HeatMap(caption, "task", axis(ScaleKind.STD), headings(scales), rows);
    }

    private static @Nullable String shown(Analysis analysis) {
        String name = null;
        int most = 1;
        for (TaskAnalysis task : analysis.networks()) {
            for (Family family : Family.of(task)) {
                int scales = family.cells().get(0).scaleKind() == ScaleKind.STD
                        ? family.cells().size()
                        : 0;
                if (scales > 1 && family.initializer().equals(DEFAULT)) {
                    return DEFAULT;
                }
                if (scales > most) {
                    most = scales;
                    name = family.initializer();
                }
            }
        }
        return name;
    }

    private static List<CellSummary> cells(TaskAnalysis task, String initializer) {
        return task.cells().stream()
                .filter(cell -> cell.initializer().equals(initializer))
                .toList();
    }

    private static List<@Nullable Double> scales(Collection<CellSummary> cells) {
        TreeSet<Double> scales = new TreeSet<>();
        for (CellSummary cell : cells) {
            if (cell.scale() != null) {
                scales.add(cell.scale());
            }
        }
        List<@Nullable Double> sorted = new ArrayList<>(scales);
        if (sorted.isEmpty()) {
            sorted.add(null);
        }
        return sorted;
    }

    private static List<Heading> headings(List<@Nullable Double> scales) {
        List<Heading> headings = new ArrayList<>();
        for (Double scale : scales) {
            double exponent = scale == null || !(scale > 0) ? 0 : Math.log10(scale);
            boolean minor = scales.size() > 7 && Math.abs(exponent - Math.rint(exponent)) > 1e-6;
            headings.add(heading(scale, scales.size() > 7, minor));
        }
        return headings;
    }

    private static Heading heading(@Nullable Double scale, boolean powers, boolean minor) {
        if (scale == null || !powers || !(scale > 0)) {
            return new Heading(Numbers.scale(scale), "", minor);
        }
        return new Heading("10", Numbers.of(Math.log10(scale), 2), minor);
    }

    private static String axis(ScaleKind kind) {
        return switch (kind) {
            case STD -> "standard deviation of a weight";
            case GAIN -> "gain";
            case VALUE -> "value of every weight";
            case NONE -> "no scale";
        };
    }

    private static List<Tile> tiles(TaskAnalysis task, List<CellSummary> cells, List<@Nullable Double> scales) {
        List<Tile> tiles = new ArrayList<>();
        for (Double scale : scales) {
            Tile tile = new Tile("absent", "", "", "not run");
            for (CellSummary cell : cells) {
                if (scale == null ? cell.scale() == null : scale.equals(cell.scale())) {
                    tile = tile(cell, task.best().contains(cell));
                }
            }
            tiles.add(tile);
        }
        return tiles;
    }

    private static Tile tile(CellSummary cell, boolean best) {
        String tip = Tips.cell(cell);
        Double ratio = cell.ertRatio().value();
        if (cell.converged() == 0) {
            return new Tile("never", "", "", tip);
        }
        if (ratio == null || !Numbers.isKnown(ratio)) {
            return new Tile("unknown", Numbers.MISSING, "", tip);
        }
        double position = 1 - Math.min(1, Math.max(0, Math.log10(ratio)) / DECADES);
        String style = "background:" + Viridis.colour(position) + ";color:" + Viridis.ink(position);
        String text = ratio >= 1000 ? "10³+" : Numbers.of(ratio, 2);
        return new Tile(best ? "best" : "value", text, style, tip);
    }
}
