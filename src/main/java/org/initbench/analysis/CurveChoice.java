package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.initbench.init.ScaleKind;

/** The cells whose learning curves tell most: the best, too small, too large, the equal starts and the best scheme. */
final class CurveChoice {
    /** A decade, a little less to allow for rounded scales. */
    private static final double DECADE = 9.99;

    private final TaskResult result;
    private final CurveBands bands;
    private final List<Cell> shown = new ArrayList<>();
    private final List<CurveBand> chosen = new ArrayList<>();

    private CurveChoice(TaskResult result, CurveBands bands) {
        this.result = result;
        this.bands = bands;
    }

    /** One band a chosen cell that has curves; a cell is shown once, in its first role. */
    static List<CurveBand> of(TaskResult result, CurveBands bands) {
        CurveChoice choice = new CurveChoice(result, bands);
        choice.family();
        choice.equal();
        choice.scheme();
        return List.copyOf(choice.chosen);
    }

    private void family() {
        Cell best = result.best();
        if (best != null) {
            add(best, "best");
        }
        List<Cell> family = result.cells().stream()
                .filter(cell -> cell.arm().initializer().equals(TaskAnswer.FAMILY) && cell.scale() > 0)
                .sorted(Comparator.comparingDouble(Cell::scale))
                .toList();
        Optional<Cell> centre = cheapest(family);
        if (centre.isEmpty()) {
            if (!family.isEmpty()) {
                add(family.get(0), "smallest");
                add(family.get(family.size() - 1), "largest");
            }
            return;
        }
        add(centre.get(), "best " + TaskAnswer.FAMILY);
        double scale = centre.get().scale();
        nearest(family.stream().filter(cell -> cell.scale() * DECADE < scale).toList(), scale)
                .ifPresent(cell -> add(cell, bad(cell) ? "too small" : "smaller"));
        nearest(family.stream().filter(cell -> cell.scale() > scale * DECADE).toList(), scale)
                .ifPresent(cell -> add(cell, bad(cell) ? "too large" : "larger"));
    }

    /** The bad cell nearest to the scale; where none is bad, the farthest that costs no less than the best. */
    private Optional<Cell> nearest(List<Cell> cells, double scale) {
        Comparator<Cell> distance = Comparator.comparingDouble(cell -> Math.abs(Math.log(cell.scale() / scale)));
        Optional<Cell> bad = cells.stream().filter(this::bad).min(distance);
        return bad.isPresent()
                ? bad
                : cells.stream()
                        .filter(cell -> result.summary(cell).rating() == Rating.UNCLEAR)
                        .max(distance);
    }

    private boolean bad(Cell cell) {
        return result.summary(cell).rating() == Rating.BAD;
    }

    private void equal() {
        for (Cell cell : result.cells()) {
            if (EqualStart.is(cell)) {
                add(cell, cell.arm().initializer());
            }
        }
    }

    private void scheme() {
        cheapest(result.cells().stream()
                        .filter(cell -> cell.arm().scaleKind() == ScaleKind.GAIN)
                        .toList())
                .ifPresent(cell -> add(cell, "best scheme"));
    }

    private static Optional<Cell> cheapest(List<Cell> cells) {
        return CellSummaries.best(cells);
    }

    private void add(Cell cell, String role) {
        if (shown.stream().anyMatch(other -> other.arm().equals(cell.arm()))) {
            return;
        }
        CurveBand band = bands.of(cell, role);
        if (!band.points().isEmpty()) {
            shown.add(cell);
            chosen.add(band);
        }
    }
}
