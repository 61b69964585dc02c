package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initbench.analysis.IncidenceCurve.Risk;
import org.initbench.analysis.IncidenceCurve.Step;
import org.initbench.run.RunRecord;

/** The curves of convergence of the cells whose learning curves are shown. */
final class IncidenceCurves {
    /** Epochs at which runs at risk are counted. */
    static final int EPOCHS = 6;

    private IncidenceCurves() {}

    /** One curve a cell, in the order of the learning curves. */
    static List<IncidenceCurve> of(TaskResult result, List<CurveBand> chosen) {
        List<Cell> cells = chosen.stream().map(band -> cell(result, band)).toList();
        double[] epochs = epochs(cells);
        return IntStream.range(0, cells.size())
                .mapToObj(i -> curve(cells.get(i), chosen.get(i).role(), epochs))
                .toList();
    }

    private static Cell cell(TaskResult result, CurveBand band) {
        Optional<Cell> cell = result.cells().stream()
                .filter(own -> own.arm().initializer().equals(band.initializer())
                        && Objects.equals(own.arm().scale(), band.scale()))
                .findFirst();
        return cell.orElseThrow();
    }

    /** From the first time at which any run ended to the last, evenly on a log scale; empty without runs. */
    private static double[] epochs(List<Cell> cells) {
        double[] ends = cells.stream()
                .flatMap(cell -> cell.runs().stream())
                .mapToDouble(IncidenceCurves::end)
                .filter(end -> end > 0)
                .sorted()
                .toArray();
        if (ends.length == 0) {
            return new double[0];
        }
        double first = ends[0];
        double last = ends[ends.length - 1];
        return IntStream.range(0, EPOCHS)
                .mapToDouble(i -> i == EPOCHS - 1 ? last : first * Math.pow(last / first, i / (EPOCHS - 1.0)))
                .distinct()
                .toArray();
    }

    private static double end(RunRecord run) {
        return run.epochs().orElse(run.epochsRun());
    }

    private static IncidenceCurve curve(Cell cell, String role, double[] epochs) {
        List<RunRecord> runs = cell.runs();
        List<CumulativeIncidence.Step> steps = CumulativeIncidence.of(runs);
        List<Risk> risk = new ArrayList<>();
        for (double epoch : epochs) {
            int atRisk = (int) runs.stream().filter(run -> end(run) >= epoch).count();
            Optional<CumulativeIncidence.Step> now =
                    steps.stream().filter(step -> step.epoch() <= epoch).reduce((first, second) -> second);
            risk.add(new Risk(
                    epoch,
                    atRisk,
                    now.map(CumulativeIncidence.Step::converged).orElse(0.0),
                    now.map(CumulativeIncidence.Step::diverged).orElse(0.0)));
        }
        return new IncidenceCurve(
                cell.arm().initializer(),
                cell.arm().scaleKind(),
                cell.arm().scale(),
                role,
                runs.size(),
                steps.stream()
                        .map(step -> new Step(step.epoch(), step.converged(), step.diverged()))
                        .toList(),
                risk);
    }
}
