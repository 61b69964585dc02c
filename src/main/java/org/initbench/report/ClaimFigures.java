package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.QuestionAnswer;
import org.initbench.analysis.TaskEffect;
import org.initbench.analysis.TaskVerdict;
import org.initbench.hypothesis.Measure;
import org.initbench.report.LaboratoryFigure.Point;

/** Forest plots of claims: a row a comparison, its effect with the interval, and the margin within which nothing matters. */
final class ClaimFigures {
    /** Rows beyond which a picture is shown on demand only. */
    static final int MOST_ROWS = 48;

    private static final List<TaskVerdict> SERIES =
            List.of(TaskVerdict.FOR, TaskVerdict.AGAINST, TaskVerdict.EQUIVALENT, TaskVerdict.OPEN);
    private static final List<String> NAMES =
            List.of("for the claim", "against it", "no difference that matters", "open");

    private ClaimFigures() {}

    /**
     * The pictures of the claims of a question, one for each quantity that they compare.
     *
     * @param question the question's name for links
     * @param measured its claims of which anything was measured
     */
    static Map<String, LaboratoryFigure> of(String question, List<ClaimVerdict> measured) {
        Map<String, LaboratoryFigure> figures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            List<ClaimVerdict> own = measured.stream()
                    .filter(claim -> claim.measure() == measure)
                    .toList();
            LaboratoryFigure figure = figure(measure, own);
            if (!figure.points().isEmpty()) {
                figures.put(question + "-" + measure.label(), figure);
            }
        }
        return figures;
    }

    /**
     * The pictures of all questions, by name.
     *
     * @param verdicts on all claims
     */
    static Map<String, LaboratoryFigure> all(List<QuestionAnswer> answers, List<ClaimVerdict> verdicts) {
        Map<String, LaboratoryFigure> figures = new LinkedHashMap<>();
        for (QuestionAnswer answer : answers) {
            List<ClaimVerdict> measured = verdicts.stream()
                    .filter(claim -> answer.claims().contains(claim.id()) && claim.isMeasured())
                    .toList();
            figures.putAll(of(answer.id(), measured));
        }
        return figures;
    }

    /** What is said of a picture. */
    static Figure described(String name, LaboratoryFigure figure) {
        String title = "Every comparison with its interval.";
        String caption =
                "Dashed: no difference, and the margin within which one does not matter. All intervals of a family hold"
                        + " together with 95 %. An arrow: the interval has no upper end, or lies beyond the frame.";
        return new Figure(
                "laboratory",
                name,
                title,
                caption,
                "Forest plot of " + figure.points().size() + " comparisons: " + figure.x()
                        + ". The table \"What each comparison found\" has every number.",
                figure.points().size() > MOST_ROWS);
    }

    private static LaboratoryFigure figure(Measure measure, List<ClaimVerdict> claims) {
        List<Point> points = new ArrayList<>();
        for (ClaimVerdict claim : claims) {
            for (TaskEffect effect : claim.comparisons()) {
                int series = SERIES.indexOf(effect.verdict());
                if (series >= 0) {
                    points.add(point(claim, effect, series));
                }
            }
        }
        double margin = claims.isEmpty() ? 1 : claims.get(0).margin();
        List<Double> references = measure.ratio() ? List.of(1 / margin, 1.0, margin) : List.of(-margin, 0.0, margin);
        return new LaboratoryFigure("rows", axis(measure), "", measure.ratio(), false, references, NAMES, points);
    }

    private static String axis(Measure measure) {
        return switch (measure) {
            case COST -> "expected epochs of the first start as a multiple of the other's";
            case CONVERGED -> "share that learned, first start less the other";
            case SPREAD -> "distance of two units, at the end as a multiple of that at the start";
            case NEARNESS -> "rank correlation of the first loss with the epochs";
        };
    }

    private static Point point(ClaimVerdict claim, TaskEffect effect, int series) {
        String place = QuestionTables.place(effect);
        Double value = effect.value();
        return new Point(
                claim.claim(),
                series,
                place,
                null,
                ChartData.drawn(value),
                ChartData.drawn(effect.low()),
                ChartData.drawn(effect.high()),
                effect.high() == Double.POSITIVE_INFINITY,
                false,
                place + "\n" + (value == null ? Numbers.MISSING : Numbers.of(value)) + " ["
                        + Numbers.of(effect.low()) + " to " + Numbers.of(effect.high()) + "]\nn = " + effect.n() + ", "
                        + NAMES.get(series));
    }
}
