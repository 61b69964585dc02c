package org.initbench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.compare.BundlePair;
import org.initbench.compare.CellAgreement;
import org.initbench.compare.RunAgreement;
import org.initbench.compare.ScaleAgreement;
import org.initbench.compare.Speed;
import org.initbench.compare.StudyComparison;
import org.initbench.compare.TaskAgreement;
import org.initbench.compare.TimeRatio;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of a comparison draw, rounded to what a picture shows.
 *
 * @param margin ratio above 1 up to which epochs are equivalent
 * @param pairs one a bundle but the first
 */
record ComparisonChart(double margin, List<Pair> pairs) {

    static ComparisonChart of(StudyComparison comparison) {
        return new ComparisonChart(
                comparison.margin(), comparison.pairs().stream().map(Pair::of).toList());
    }

    /** A bundle beside the first one. */
    record Pair(String label, List<Ratio> epochs, List<Parting> parting, List<Scale> scales, List<Ratio> times) {

        static Pair of(BundlePair pair) {
            Speed speed = pair.speed();
            return new Pair(
                    pair.label(),
                    pair.tasks().stream().map(Ratio::of).toList(),
                    pair.tasks().stream().map(Parting::of).toList(),
                    pair.scales().stream()
                            .filter(scale -> !scale.first().members().isEmpty()
                                    && !scale.second().members().isEmpty())
                            .map(Scale::of)
                            .toList(),
                    speed == null ? List.of() : times(speed));
        }

        private static List<Ratio> times(Speed speed) {
            List<Ratio> rows = new ArrayList<>();
            speed.ratios().forEach(time -> rows.add(Ratio.of(time)));
            rows.add(new Ratio(
                    "geometric mean",
                    ChartData.drawn(speed.mean()),
                    ChartData.drawn(speed.low()),
                    ChartData.drawn(speed.high()),
                    speed.decided() ? "" : "~",
                    List.of()));
            return rows;
        }
    }

    /**
     * A ratio with its limits.
     *
     * @param label what it is the ratio of
     * @param word what is concluded
     * @param parts the ratios that it summarizes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ratio(
            String label,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            String word,
            List<Part> parts) {

        static Ratio of(TaskAgreement task) {
            return new Ratio(
                    task.task(),
                    ChartData.drawn(task.epochs().ratio()),
                    ChartData.drawn(task.epochs().low()),
                    ChartData.drawn(task.epochs().high()),
                    ComparisonTables.word(task.epochs().verdict()),
                    task.cells().stream()
                            .filter(cell -> cell.ratio() != null)
                            .map(Part::of)
                            .toList());
        }

        static Ratio of(TimeRatio time) {
            return new Ratio(
                    time.task() + ", " + time.timed(),
                    ChartData.drawn(time.ratio()),
                    ChartData.drawn(time.low()),
                    ChartData.drawn(time.high()),
                    time.decided() ? "" : "~",
                    List.of());
        }
    }

    /** The ratio of a start, and what is said of it. */
    record Part(@Nullable Double value, String tip) {

        static Part of(CellAgreement cell) {
            return new Part(
                    ChartData.drawn(cell.ratio()),
                    ComparisonTables.start(cell) + "\n" + Numbers.of(cell.ratio()) + " times as many epochs\n"
                            + cell.equal() + " of " + cell.runs() + " runs equal to the bit");
        }
    }

    /**
     * When the runs of a task part.
     *
     * @param steps points of epoch and share of the runs that are equal to the bit up to it, by epoch
     */
    record Parting(String task, int runs, int equal, List<List<@Nullable Double>> steps) {

        static Parting of(TaskAgreement task) {
            RunAgreement bits = task.bits();
            List<List<@Nullable Double>> steps = new ArrayList<>();
            List<Double> parted = bits.parted();
            for (int i = 0; i < parted.size(); i++) {
                boolean last = i + 1 == parted.size() || !parted.get(i + 1).equals(parted.get(i));
                if (last) {
                    List<@Nullable Double> step = new ArrayList<>();
                    step.add(ChartData.drawn(parted.get(i)));
                    step.add(ChartData.drawn((bits.runs() - i - 1) / (double) bits.runs()));
                    steps.add(step);
                }
            }
            return new Parting(task.task(), bits.runs(), bits.equal(), steps);
        }
    }

    /** Best scales of an initializer on a task in both bundles. */
    record Scale(String label, String kind, Best first, Best second) {

        static Scale of(ScaleAgreement scale) {
            return new Scale(
                    scale.initializer() + ", " + scale.task(),
                    scale.scaleKind().label(),
                    Best.of(scale.first()),
                    Best.of(scale.second()));
        }
    }

    /** A set of best scales: the one that looks best, and the ends of the range. */
    record Best(
            @Nullable Double best,
            @Nullable Double low,
            @Nullable Double high,
            List<Double> members) {

        static Best of(BestSet set) {
            return new Best(
                    ChartData.drawn(set.best()),
                    ChartData.drawn(set.low()),
                    ChartData.drawn(set.high()),
                    set.members());
        }
    }
}
