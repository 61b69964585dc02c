package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.initbench.analysis.Looks.Run;
import org.initbench.run.Quantity;
import org.initbench.run.RunRecord;
import org.jspecify.annotations.Nullable;

/** From what was seen inside runs to what is told of a task. */
final class Insights {

    /** Cells whose layers are shown by epoch, at most. */
    private static final int TRACED = 8;

    private final TaskResult result;
    private final Looks looks;

    private Insights(TaskResult result, Looks looks) {
        this.result = result;
        this.looks = looks;
    }

    /**
     * What is told of a task.
     *
     * @param result its cells
     * @param curves the cells chosen for learning curves
     * @param looks what was seen
     * @param rules the initializers that are known
     */
    static TaskInsight of(TaskResult result, List<CurveBand> curves, Looks looks, WeightVariance rules) {
        Insights insights = new Insights(result, looks);
        List<SymmetryBreaking> symmetry = result.cells().stream()
                .map(insights::symmetry)
                .filter(Objects::nonNull)
                .toList();
        return new TaskInsight(
                symmetry,
                insights.traces(curves, symmetry),
                insights.profiles(curves),
                new TheoryComparisons(result.task(), rules, looks).of(result.cells()),
                IncidenceCurves.of(result, curves));
    }

    private @Nullable SymmetryBreaking symmetry(Cell cell) {
        Endpoint equal = endpoint(cell, Quantity.EQUAL_UNITS, Quantity.SYMMETRY_BROKEN);
        Endpoint alike = endpoint(cell, Quantity.ALIKE_UNITS, Quantity.SYMMETRY_BROKEN_VISIBLY);
        return alike.started == 0 && equal.started == 0
                ? null
                : new SymmetryBreaking(
                        cell.arm().initializer(),
                        cell.arm().scaleKind(),
                        cell.arm().scale(),
                        equal.started,
                        equal.ended,
                        equal.epochs,
                        alike.started,
                        alike.ended,
                        alike.epochs);
    }

    /** How many runs started so, in how many that ended, and when. */
    private record Endpoint(int started, int ended, Estimate epochs) {}

    private Endpoint endpoint(Cell cell, Quantity start, Quantity end) {
        List<Double> times = new ArrayList<>();
        List<Integer> replicates = new ArrayList<>();
        double longest = 0;
        int ended = 0;
        for (RunRecord record : cell.runs()) {
            Run run = looks.run(record);
            if (run.has(start)) {
                OptionalDouble time = run.first(end);
                times.add(time.orElse(Double.POSITIVE_INFINITY));
                replicates.add(record.replicate());
                ended += time.isPresent() ? 1 : 0;
                longest = Math.max(longest, record.epochsRun());
            }
        }
        int n = times.size();
        return n == 0
                ? new Endpoint(0, 0, Estimate.undefined(0, "no units started so"))
                : new Endpoint(n, ended, median(times, replicates, longest, cell.exact(), ended));
    }

    private static Estimate median(
            List<Double> times, List<Integer> replicates, double longest, boolean exact, int ended) {
        double[] known = times.stream().mapToDouble(Double::doubleValue).toArray();
        int[] numbers = replicates.stream().mapToInt(Integer::intValue).toArray();
        Estimate estimate = OrderStatistics.estimate(new Sample(known, known, numbers, longest, exact), 0.5);
        String why = "undefined: equal units came apart in " + ended + " of " + Words.count(known.length, "run");
        return estimate.value() != null
                ? estimate
                : new Estimate(
                        null, estimate.low(), estimate.high(), estimate.confidence(), estimate.n(), List.of(why));
    }

    private List<LayerTrace> traces(List<CurveBand> curves, List<SymmetryBreaking> symmetry) {
        List<LayerTrace> traces = new ArrayList<>();
        List<Cell> chosen = new ArrayList<>();
        for (CurveBand curve : curves) {
            add(chosen, traces, cell(curve.initializer(), curve.scale()), curve.role());
        }
        for (SymmetryBreaking breaking : symmetry) {
            add(chosen, traces, cell(breaking.initializer(), breaking.scale()), "equal units");
        }
        return traces;
    }

    private void add(List<Cell> chosen, List<LayerTrace> traces, Cell cell, String role) {
        if (chosen.size() >= TRACED
                || chosen.stream().anyMatch(other -> other.arm().equals(cell.arm()))) {
            return;
        }
        chosen.add(cell);
        List<Run> runs = looks.runs(cell);
        List<Integer> hidden = IntStream.range(0, result.task().layers().size())
                .filter(layer -> runs.stream()
                        .anyMatch(run -> !run.series(Quantity.UNITS, layer).isEmpty()))
                .boxed()
                .toList();
        for (int layer : hidden) {
            int place = hidden.indexOf(layer);
            if (place == 0 || place == hidden.size() / 2 || place == hidden.size() - 1) {
                double units = Looks.median(runs, Quantity.UNITS, layer, 0);
                traces.add(new LayerTrace(
                        cell.arm().initializer(),
                        cell.arm().scaleKind(),
                        cell.arm().scale(),
                        role,
                        layer,
                        (int) units,
                        points(runs, layer)));
            }
        }
    }

    private static List<LayerTrace.Point> points(List<Run> runs, int layer) {
        List<LayerTrace.Point> points = new ArrayList<>();
        for (double epoch : Looks.epochs(runs, Quantity.SPREAD, layer)) {
            int training = (int) runs.stream()
                    .filter(run -> !run.series(Quantity.SPREAD, layer).isEmpty()
                            && run.series(Quantity.SPREAD, layer).lastKey() >= epoch)
                    .count();
            points.add(new LayerTrace.Point(
                    epoch,
                    Looks.median(runs, Quantity.DISTINCT_UNITS, layer, epoch),
                    Looks.median(runs, Quantity.DISSIMILAR_UNITS, layer, epoch),
                    Looks.median(runs, Quantity.SPREAD, layer, epoch),
                    training));
        }
        return points;
    }

    private Cell cell(String initializer, @Nullable Double scale) {
        return result.cells().stream()
                .filter(cell -> cell.arm().initializer().equals(initializer)
                        && Objects.equals(cell.arm().scale(), scale))
                .findFirst()
                .orElseThrow();
    }

    /** Of the family that is run on the finest grid; without it, of the chosen cells. */
    private List<DepthProfile> profiles(List<CurveBand> curves) {
        List<Cell> family = result.cells().stream()
                .filter(cell -> cell.arm().initializer().equals(TaskAnswer.FAMILY))
                .toList();
        List<Cell> cells = !family.isEmpty()
                ? family
                : curves.stream()
                        .map(curve -> cell(curve.initializer(), curve.scale()))
                        .toList();
        List<DepthProfile> profiles = new ArrayList<>();
        for (boolean end : new boolean[] {false, true}) {
            for (Cell cell : cells) {
                List<DepthProfile.Layer> layers = layers(looks.runs(cell), end ? Double.POSITIVE_INFINITY : 0);
                if (!layers.isEmpty()) {
                    profiles.add(new DepthProfile(
                            cell.arm().initializer(),
                            cell.arm().scaleKind(),
                            cell.arm().scale(),
                            end,
                            layers));
                }
            }
        }
        return profiles;
    }

    private List<DepthProfile.Layer> layers(List<Run> runs, double epoch) {
        List<DepthProfile.Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < result.task().layers().size(); layer++) {
            Double variance = known(runs, Quantity.ACTIVATION_VARIANCE, layer, epoch);
            if (variance != null) {
                layers.add(new DepthProfile.Layer(
                        layer,
                        variance,
                        known(runs, Quantity.GRADIENT_NORM, layer, epoch),
                        known(runs, Quantity.DEAD_FRACTION, layer, epoch),
                        known(runs, Quantity.SATURATED_FRACTION, layer, epoch)));
            }
        }
        return layers;
    }

    private static @Nullable Double known(List<Run> runs, Quantity quantity, int layer, double epoch) {
        boolean recorded =
                runs.stream().anyMatch(run -> !run.series(quantity, layer).isEmpty());
        return recorded ? (Double) Looks.median(runs, quantity, layer, epoch) : null;
    }
}
