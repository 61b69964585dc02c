package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.initbench.analysis.DoseResponse;
import org.initbench.analysis.EqualStartEnd;
import org.initbench.analysis.EqualStartEnd.ControlEnd;
import org.initbench.analysis.Estimate;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.SpreadGrowth;
import org.initbench.analysis.StartContrast;
import org.initbench.analysis.WeightTravel;
import org.initbench.report.LaboratoryFigure.Point;
import org.jspecify.annotations.Nullable;

/** The pictures of the symmetry laboratory, by name. */
final class LaboratoryFigures {
    static final String ENDS = "ends";
    static final String DOSE = "dose";
    static final String CONTRASTS = "contrasts";
    static final String GROWTH = "growth";
    static final String SIGNS = "signs";
    static final String TRAVEL = "travel";

    private LaboratoryFigures() {}

    /** Those that have something to draw; nothing without a laboratory. */
    static Map<String, LaboratoryFigure> of(@Nullable Laboratory laboratory) {
        Map<String, LaboratoryFigure> figures = new LinkedHashMap<>();
        if (laboratory != null) {
            add(figures, ENDS, ends(laboratory.equalStarts()));
            add(figures, DOSE, doses(laboratory.doses()));
            add(figures, CONTRASTS, contrasts(laboratory.contrasts()));
            add(figures, GROWTH, growths(laboratory.growths()));
            add(
                    figures,
                    SIGNS,
                    travels(laboratory.travels(), "share of signs kept", false, List.of(0.5), WeightTravel::signsKept));
            add(
                    figures,
                    TRAVEL,
                    travels(
                            laboratory.travels(),
                            "distance / initial length",
                            true,
                            List.of(1.0),
                            WeightTravel::relative));
        }
        return figures;
    }

    private static void add(Map<String, LaboratoryFigure> figures, String name, LaboratoryFigure figure) {
        if (!figure.points().isEmpty()) {
            figures.put(name, figure);
        }
    }

    private static LaboratoryFigure ends(List<EqualStartEnd> all) {
        List<Point> points = new ArrayList<>();
        for (EqualStartEnd end : all) {
            if (end.hidden()) {
                row(
                        points,
                        end.task(),
                        0,
                        LaboratoryTables.arm(end.arm()),
                        end.loss(),
                        "all-equal start, units still equal");
                row(
                        points,
                        end.task(),
                        3,
                        LaboratoryTables.arm(end.arm()),
                        end.brokenLoss(),
                        "all-equal start, units set apart by rounding");
                for (ControlEnd control : end.controls()) {
                    boolean same = control.arm().equals(end.arm());
                    row(
                            points,
                            end.task(),
                            same ? 1 : 2,
                            LaboratoryTables.arm(end.arm()),
                            control.loss(),
                            "one unit a layer from " + LaboratoryTables.arm(control.arm()));
                }
            }
        }
        return new LaboratoryFigure(
                "rows",
                "loss at the end, as a multiple of that of guessing",
                "",
                false,
                false,
                List.of(1.0),
                List.of(
                        "all-equal start, units still equal",
                        "one unit a layer, same start",
                        "one unit a layer, its best normal start",
                        "all-equal start, units set apart by rounding"),
                points);
    }

    private static LaboratoryFigure contrasts(List<StartContrast> all) {
        List<String> series =
                List.of("distinct by no chance", "one layer random", "units in copies", "one seed for all layers");
        List<Point> points = new ArrayList<>();
        for (StartContrast contrast : all) {
            row(
                    points,
                    contrast.task(),
                    List.of(StartContrast.Question.values()).indexOf(contrast.question()),
                    LaboratoryTables.arm(contrast.arm()),
                    contrast.ratio(),
                    "against " + contrast.reference().initializer() + ": " + Names.word(contrast.verdict()));
        }
        return new LaboratoryFigure(
                "rows",
                "expected epochs as a multiple of the plain random start's",
                "",
                true,
                false,
                List.of(0.8, 1.0, 1.25),
                series,
                points);
    }

    private static void row(
            List<Point> points, String group, int series, String label, Estimate estimate, String what) {
        points.add(point(
                group,
                series,
                label,
                null,
                estimate,
                false,
                label + "\n" + what + "\n" + Numbers.withInterval(estimate)));
    }

    private static LaboratoryFigure doses(List<DoseResponse> all) {
        List<String> series =
                all.stream().map(dose -> around(dose.centre())).distinct().toList();
        List<Point> points = new ArrayList<>();
        for (DoseResponse dose : all) {
            for (DoseResponse.Point point : dose.points()) {
                points.add(point(
                        dose.task(),
                        series.indexOf(around(dose.centre())),
                        "",
                        point.scale(),
                        point.median(),
                        point.converged() < point.n(),
                        around(dose.centre()) + ", random part " + Numbers.scale(point.scale()) + "\nmedian "
                                + Numbers.withInterval(point.median()) + " epochs\n" + point.converged() + " of "
                                + point.n() + " converged"));
            }
        }
        return new LaboratoryFigure(
                "lines",
                "standard deviation of the random part",
                "median epochs",
                true,
                false,
                List.of(),
                series,
                points);
    }

    private static String around(double centre) {
        return "around " + Numbers.of(centre);
    }

    /** The first layer of each task, of normal weights and of random parts around a value. */
    static List<SpreadGrowth> drawn(List<SpreadGrowth> all) {
        Map<String, Integer> first = new LinkedHashMap<>();
        all.forEach(growth -> first.merge(growth.task(), growth.layer(), Math::min));
        return all.stream()
                .filter(growth -> Integer.valueOf(growth.layer()).equals(first.get(growth.task()))
                        && shown(growth.arm().initializer()))
                .toList();
    }

    private static LaboratoryFigure growths(List<SpreadGrowth> all) {
        List<SpreadGrowth> drawn = drawn(all);
        List<String> series = drawn.stream()
                .map(growth -> growth.arm().initializer())
                .distinct()
                .toList();
        List<Point> points = new ArrayList<>();
        for (SpreadGrowth growth : drawn) {
            points.add(new Point(
                    growth.task(),
                    series.indexOf(growth.arm().initializer()),
                    "",
                    growth.arm().scale(),
                    ChartData.drawn(growth.factor()),
                    ChartData.drawn(growth.low()),
                    ChartData.drawn(growth.high()),
                    false,
                    growth.converged() < growth.n(),
                    LaboratoryTables.arm(growth.arm()) + "\n" + Numbers.of(growth.factor()) + " times as large\nfrom "
                            + Numbers.of(growth.start()) + " to " + Numbers.of(growth.end())));
        }
        return new LaboratoryFigure(
                "lines",
                "standard deviation of a weight, or of its random part",
                "times as large at the end",
                true,
                true,
                List.of(1.0),
                series,
                points);
    }

    private static boolean shown(String initializer) {
        return initializer.equals("normal") || initializer.startsWith("constant-plus-");
    }

    private static LaboratoryFigure travels(
            List<WeightTravel> all,
            String y,
            boolean logY,
            List<Double> references,
            Function<WeightTravel, Estimate> of) {
        List<Point> points = new ArrayList<>();
        for (WeightTravel travel : all) {
            points.add(point(
                    travel.task(),
                    0,
                    "",
                    travel.arm().scale(),
                    of.apply(travel),
                    of.apply(travel).n() < travel.runs(),
                    LaboratoryTables.arm(travel.arm()) + "\n" + y + " " + Numbers.withInterval(of.apply(travel)) + "\n"
                            + of.apply(travel).n() + " of " + travel.runs() + " runs converged"));
        }
        return new LaboratoryFigure(
                "lines", "standard deviation of a weight", y, true, logY, references, List.of("normal"), points);
    }

    private static Point point(
            String group,
            int series,
            String label,
            @Nullable Double at,
            Estimate estimate,
            boolean partial,
            String tip) {
        Double high = estimate.high();
        return new Point(
                group,
                series,
                label,
                at,
                ChartData.drawn(estimate.value()),
                ChartData.drawn(estimate.low()),
                ChartData.drawn(high),
                high != null && high == Double.POSITIVE_INFINITY,
                partial,
                tip);
    }
}
