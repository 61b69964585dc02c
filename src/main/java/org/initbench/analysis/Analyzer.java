package org.initbench.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.ShippedHypotheses;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.EpochTiming;
import org.initbench.task.TaskDescription;

/**
 * From the raw runs of a bundle to its analysis.
 *
 * <p>A function of the bundle and of the hypotheses alone: most intervals have a closed form, and what is drawn at random (splits for
 * regrets, bootstrap samples) is drawn from streams that follow from the study's seed, so that two readers of one bundle get the same
 * analysis to the last digit.
 */
public final class Analyzer {
    private Analyzer() {}

    /**
     * Analyses a bundle, complete or not; cells without runs are left out.
     *
     * @param bundle the raw runs
     * @param variance the variance of a weight of each scheme as published, to turn gains into standard deviations, and the
     *     schemes, of which theory predicts
     */
    public static Analysis analyze(Bundle bundle, WeightVariance variance) {
        return analyze(bundle, variance, ShippedHypotheses.all());
    }

    /** The same with other hypotheses than the program's to be judged, as exploratory, beside the bundle's own. */
    static Analysis analyze(Bundle bundle, WeightVariance variance, Hypotheses shipped) {
        LossCurves curves = new LossCurves(bundle.curves());
        CurveBands bands = new CurveBands(curves);
        Looks looks = new Looks(bundle.diagnostics());
        List<TaskResult> results = bundle.study().tasks().parallelStream()
                .map(task -> result(bundle, task, variance))
                .toList();
        List<TaskAnalysis> tasks = results.parallelStream()
                .map(result -> task(bundle, result, bands, looks, variance))
                .toList();
        String name = Objects.toString(bundle.folder().getFileName(), "");
        StudyAnswer words = new StudyAnswer(networks(results));
        Laboratory laboratory = Laboratory.of(results, looks, curves);
        Conclusions conclusions = Conclusions.of(bundle, networks(results), shipped);
        Map<Question, Finding> findings =
                new QuestionFindings(name, bundle.study().name(), words, laboratory, conclusions, tasks).all();
        return new Analysis(
                Analysis.SCHEMA,
                name,
                bundle.study(),
                bundle.environment(),
                bundle.runs().size(),
                bundle.complete(),
                tasks,
                bundle.costs(),
                words.sentences(),
                Caveats.of(bundle, results),
                laboratory,
                conclusions,
                QuestionAnswers.ofStudy(findings, conclusions));
    }

    /** The tasks without those that are mere controls of others; all where there is nothing else. */
    private static List<TaskResult> networks(List<TaskResult> results) {
        List<TaskResult> networks = results.stream()
                .filter(result -> result.task().controlOf() == null)
                .toList();
        return networks.isEmpty() ? results : networks;
    }

    private static TaskResult result(Bundle bundle, TaskDescription task, WeightVariance variance) {
        TaskResult own = result(bundle, task, bundle.study().arms(), variance);
        return own.with(Rates.of(bundle, own, arms -> result(bundle, task, arms, variance)));
    }

    private static TaskResult result(
            Bundle bundle, TaskDescription task, List<ArmDescription> arms, WeightVariance variance) {
        List<Cell> cells = Cell.of(bundle, task, arms);
        Cell best = CellSummaries.best(cells).orElse(null);
        Optional<EpochTiming> timing = TimeToThreshold.nearest(timings(bundle, task), bundle.study(), task.name());
        List<CellSummary> summaries =
                cells.stream().map(cell -> CellSummaries.of(cell, best, timing)).toList();
        List<ScaleResponse> responses = new ScaleResponses(task, variance).of(cells, summaries);
        return new TaskResult(task, cells, summaries, responses, best, null);
    }

    private static TaskAnalysis task(
            Bundle bundle, TaskResult result, CurveBands bands, Looks looks, WeightVariance variance) {
        Cell best = result.best();
        List<CurveBand> curves = CurveChoice.of(result, bands);
        TaskInsight insight = Insights.of(result, curves, looks, variance);
        return new TaskAnalysis(
                result.task(),
                result.summaries(),
                result.responses(),
                curves,
                timings(bundle, result.task()),
                best == null ? List.of() : List.of(result.summary(best)),
                TaskAnswer.of(result, insight),
                insight,
                result.rates());
    }

    private static List<EpochTiming> timings(Bundle bundle, TaskDescription task) {
        return bundle.timings().stream()
                .filter(timing -> timing.task().equals(task.name()))
                .toList();
    }
}
