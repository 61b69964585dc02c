package org.initbench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.initbench.run.CostTiming;
import org.jspecify.annotations.Nullable;

/**
 * How the cost of an epoch grows with one quantity while the others stay.
 *
 * @param quantity what grows: width, depth, batch or stack
 * @param unit what its numbers count
 * @param rest what stays, for people
 * @param points the timings, by the quantity
 */
record CostSweep(String quantity, String unit, String rest, List<Point> points) {

    private static final List<Axis> AXES = List.of(
            new Axis("width", "units of a hidden layer", CostTiming::width),
            new Axis("depth", "hidden layers", CostTiming::depth),
            new Axis("batch", "samples of a batch", CostTiming::batch),
            new Axis("stack", "models in the stack", CostTiming::stack));

    /** A quantity. */
    private record Axis(String quantity, String unit, ToIntFunction<CostTiming> value) {}

    /**
     * A timing.
     *
     * @param x the quantity
     * @param y microseconds of an epoch of one model
     * @param low lower 99.9 % limit; absent if unknown or not positive
     * @param high upper limit; absent if unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(
            int x, double y, @Nullable Double low, @Nullable Double high) {

        static Point of(int x, CostTiming timing) {
            double y = timing.microseconds();
            double error = timing.error();
            boolean known = !Double.isNaN(error);
            return new Point(
                    x, y, known && error < y ? (Double) (y - error) : null, known ? (Double) (y + error) : null);
        }
    }

    /**
     * The sweeps, each through the point that has the most neighbours: those that differ from it in one quantity. Without such
     * a point there is none.
     */
    static List<CostSweep> of(List<CostTiming> timings) {
        CostTiming middle = timings.stream()
                .max(Comparator.comparingLong(t ->
                        timings.stream().filter(o -> differences(t, o) == 1).count()))
                .orElse(null);
        List<CostSweep> sweeps = new ArrayList<>();
        if (middle == null) {
            return sweeps;
        }
        for (Axis axis : AXES) {
            List<Point> points = timings.stream()
                    .filter(t -> differences(t, middle)
                            == (axis.value.applyAsInt(t) == axis.value.applyAsInt(middle) ? 0 : 1))
                    .map(t -> Point.of(axis.value.applyAsInt(t), t))
                    .sorted(Comparator.comparingInt(Point::x))
                    .toList();
            if (points.size() > 1) {
                sweeps.add(new CostSweep(axis.quantity, axis.unit, rest(axis, middle), points));
            }
        }
        return sweeps;
    }

    private static int differences(CostTiming a, CostTiming b) {
        return (int) AXES.stream()
                .filter(axis -> axis.value.applyAsInt(a) != axis.value.applyAsInt(b))
                .count();
    }

    private static String rest(Axis moving, CostTiming middle) {
        List<String> parts = new ArrayList<>();
        for (Axis axis : AXES) {
            if (!axis.equals(moving)) {
                parts.add(axis.quantity + " " + axis.value.applyAsInt(middle));
            }
        }
        return String.join(", ", parts);
    }

    /** All sweeps' numbers. */
    static Table table(List<CostSweep> sweeps) {
        Table.Builder table = new Table.Builder(
                "Time of an epoch of a dense network, per model",
                Table.Column.text("What grows"),
                Table.Column.number("To"),
                Table.Column.number("µs per model and epoch"),
                Table.Column.number("± (99.9 %)"),
                Table.Column.text("What stays"));
        for (CostSweep sweep : sweeps) {
            for (Point point : sweep.points) {
                Double high = point.high;
                table.row(
                        false,
                        Table.Cell.of(sweep.quantity),
                        Table.Cell.of(point.x),
                        Table.Cell.of(Numbers.of(point.y)),
                        Table.Cell.of(Numbers.of(high == null ? Double.NaN : high - point.y, 2)),
                        Table.Cell.of(sweep.rest));
            }
        }
        return table.build();
    }
}
