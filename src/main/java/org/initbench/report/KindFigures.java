package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.KindBest;
import org.initbench.analysis.KindsAnalysis;
import org.initbench.analysis.Parametrization;
import org.initbench.report.LaboratoryFigure.Point;

/** Best scales of the networks of the ladder, a panel for each way to write a scale down. */
final class KindFigures {
    static final String KINDS = "kinds";

    private static final String FAMILY = "normal";

    private KindFigures() {}

    /** Of normal weights; He's gain, a fixed multiple of std·√fan-in, is left out. */
    static LaboratoryFigure best(KindsAnalysis kinds) {
        List<KindBest> drawn = kinds.best().stream()
                .filter(best -> best.initializer().equals(FAMILY) && best.parametrization() != Parametrization.HE)
                .toList();
        List<String> series = drawn.stream().map(KindBest::kind).distinct().toList();
        List<Point> points = new ArrayList<>();
        for (KindBest best : drawn) {
            points.add(point(best, series.indexOf(best.kind())));
        }
        return new LaboratoryFigure("rows", "best scale of normal weights", "", true, false, List.of(), series, points);
    }

    /** What is said of the picture. */
    static Figure described(String brief) {
        return new Figure(
                "laboratory",
                KINDS,
                "The best scale of each network, written in three ways.",
                "The way in which the marks stand closest to one line is the one in which networks agree best. Bars: the set of best"
                        + " scales, widened by half a step of the grid; an arrow where it reaches the largest that was run.",
                "Best scales of normal weights by network. " + brief);
    }

    private static Point point(KindBest best, int series) {
        double value = Math.pow(10, best.log10());
        double low = Math.pow(10, best.low());
        double high = Math.pow(10, best.high());
        return new Point(
                KindTables.word(best.parametrization()),
                series,
                best.task(),
                null,
                ChartData.drawn(value),
                ChartData.drawn(low),
                ChartData.drawn(high),
                best.openAbove(),
                false,
                best.task() + ", " + best.kind() + "\n" + KindTables.word(best.parametrization()) + " "
                        + Numbers.of(value) + " [" + (best.openBelow() ? "≤ " : "") + Numbers.of(low) + " to "
                        + Numbers.of(high) + (best.openAbove() ? " or more" : "") + "]\nn = " + best.n());
    }
}
