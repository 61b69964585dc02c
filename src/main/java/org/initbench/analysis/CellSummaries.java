package org.initbench.analysis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.run.Cause;
import org.initbench.run.EpochTiming;
import org.initbench.run.Outcome;
import org.initbench.run.RunRecord;
import org.jspecify.annotations.Nullable;

/** From the runs of a cell to its statistics. */
final class CellSummaries {
    /** Ratio to the best cell's ERT up to which a cell is good. */
    static final double GOOD_LIMIT = 1.5;

    private CellSummaries() {}

    /** The cell with the lowest ERT among those that may be best; the first in plan order of equals. */
    static Optional<Cell> best(List<Cell> cells) {
        return cells.stream()
                .filter(Cell::eligible)
                .min(Comparator.comparingDouble(
                        cell -> Cost.atBudget(cell.comparable()).expected().value()));
    }

    /**
     * The statistics of one cell.
     *
     * @param best the task's best cell, null if there is none
     * @param timing what an epoch costs, if it was timed
     */
    static CellSummary of(Cell cell, @Nullable Cell best, Optional<EpochTiming> timing) {
        Sample sample = cell.headline();
        Estimate median = OrderStatistics.estimate(sample, 0.5);
        Estimate ratio = Estimates.ratio(cell, best);
        return new CellSummary(
                cell.arm().initializer(),
                cell.arm().scaleKind(),
                cell.arm().scale(),
                cell.runs().size(),
                cell.exact(),
                cell.count(Outcome.CONVERGED),
                cell.count(Outcome.CENSORED),
                cell.count(Outcome.DIVERGED),
                cell.atStart(),
                causes(cell),
                Estimates.probability(sample),
                median,
                OrderStatistics.estimate(sample, 0.25),
                OrderStatistics.estimate(sample, 0.75),
                Estimates.restrictedMean(sample),
                Estimates.ert(sample),
                Estimates.ertDivergedOwn(cell),
                Estimates.restart(sample),
                sample.successes() == 0 ? null : (Double) RestartCost.bestCutoff(sample),
                ratio,
                Estimates.rating(cell, best, ratio, GOOD_LIMIT),
                levels(cell),
                TimeToThreshold.seconds(median, timing));
    }

    private static Map<Cause, Integer> causes(Cell cell) {
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        for (RunRecord run : cell.runs()) {
            causes.merge(run.cause(), 1, Integer::sum);
        }
        return causes;
    }

    private static List<CellSummary.LevelSummary> levels(Cell cell) {
        return cell.task().levels().stream()
                .map(level -> {
                    Sample sample = cell.level(level);
                    return new CellSummary.LevelSummary(
                            level, sample.successes(), OrderStatistics.estimate(sample, 0.5));
                })
                .toList();
    }
}
