package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.initbench.analysis.Looks.Run;
import org.initbench.analysis.TheoryComparison.Match;
import org.initbench.run.Quantity;
import org.initbench.task.TaskDescription;
import org.initbench.theory.Prediction;
import org.initbench.theory.StartRule;
import org.initbench.theory.Theory;

/** Lays what theory predicts of cells beside what was seen inside their runs before the first update. */
final class TheoryComparisons {

    private final TaskDescription task;
    private final WeightVariance rules;
    private final Looks looks;

    /**
     * Comparisons of a task.
     *
     * @param task the task
     * @param rules the initializers that are known
     * @param looks what was seen
     */
    TheoryComparisons(TaskDescription task, WeightVariance rules, Looks looks) {
        this.task = task;
        this.rules = rules;
        this.looks = looks;
    }

    /** One a cell whose initializer is known; none if the task does not say how large its inputs are. */
    List<TheoryComparison> of(List<Cell> cells) {
        return cells.stream().flatMap(cell -> of(cell).stream()).toList();
    }

    private Optional<TheoryComparison> of(Cell cell) {
        double scale = Double.isNaN(cell.scale()) ? 1 : cell.scale();
        return rules.rule(cell.arm().initializer())
                .flatMap(rule -> Theory.of(task, new StartRule(rule, scale, task.drawnBiases())))
                .map(prediction -> new TheoryComparison(
                        cell.arm().initializer(),
                        cell.arm().scaleKind(),
                        cell.arm().scale(),
                        layers(prediction, looks.runs(cell)),
                        prediction.limit(),
                        !prediction.independent(),
                        prediction.meanField().orElse(null)));
    }

    private List<TheoryComparison.Layer> layers(Prediction prediction, List<Run> runs) {
        int last = prediction.layers().size() - 1;
        double output = Looks.median(runs, Quantity.DERIVATIVE_MEAN_SQUARE, last, 0);
        List<TheoryComparison.Layer> layers = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            int layer = i;
            Prediction.Layer predicted = prediction.layers().get(i);
            Match variance = match(
                    predicted.activationVariance(),
                    predicted.activationSpread(),
                    1,
                    predicted.units(),
                    values(runs, run -> at(run, Quantity.ACTIVATION_VARIANCE, layer)));
            Match derivative = Double.isNaN(predicted.derivative())
                    ? null
                    : match(
                            predicted.derivative(),
                            predicted.derivativeSpread(),
                            output,
                            predicted.units(),
                            values(
                                    runs,
                                    run -> at(run, Quantity.DERIVATIVE_MEAN_SQUARE, layer)
                                            / at(run, Quantity.DERIVATIVE_MEAN_SQUARE, last)));
            layers.add(new TheoryComparison.Layer(layer, predicted.gain(), variance, derivative));
        }
        return layers;
    }

    private Match match(double predicted, double spread, double unit, int units, List<Double> measured) {
        if (measured.isEmpty()) {
            return new Match(predicted, null, null, TheoryComparison.Verdict.NOT_COMPARED);
        }
        FiniteWidth width = new FiniteWidth(spread, units, measured.size());
        double median = OrderStatistics.median(
                measured.stream().mapToDouble(Double::doubleValue).toArray());
        return new Match(
                predicted,
                median,
                width.factor(),
                width.verdict(
                        predicted,
                        median,
                        FiniteWidth.Range.of(task.precision()).dividedBy(unit)));
    }

    private static List<Double> values(List<Run> runs, ToDoubleFunction<Run> value) {
        return runs.stream()
                .map(value::applyAsDouble)
                .filter(v -> !Double.isNaN(v))
                .toList();
    }

    private static double at(Run run, Quantity quantity, int layer) {
        Double value = run.series(quantity, layer).get(0.0);
        return value == null ? Double.NaN : value;
    }
}
