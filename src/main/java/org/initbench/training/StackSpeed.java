package org.initbench.training;

import java.util.Arrays;
import java.util.List;
import org.initbench.run.Engine;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;

/**
 * What the work of training costs on this machine, as measured: each kind of work has a part that every call costs, and a part
 * that every model of the stack costs.
 *
 * @param update one update of the stack
 * @param loss one look at the losses; nothing where it is part of the update
 * @param metric one look at the metrics
 */
public record StackSpeed(Line update, Line loss, Line metric) {

    private static final long WARM_UP_NANOS = 60_000_000;
    private static final long MEASURED_NANOS = 100_000_000;
    private static final int FEWEST_CALLS = 5;

    /**
     * Cost as a function of the number of models.
     *
     * @param fixed seconds a call
     * @param perModel seconds a call and model
     */
    public record Line(double fixed, double perModel) {

        /** A line through two measurements; it falls nowhere and is nowhere below 0. */
        static Line through(int few, double secondsOfFew, int many, double secondsOfMany) {
            if (few == many) {
                return new Line(0, secondsOfMany / many);
            }
            double slope = Math.max(0, (secondsOfMany - secondsOfFew) / (many - few));
            double fixed = Math.max(0, secondsOfMany - slope * many);
            return new Line(fixed, (secondsOfMany - fixed) / many);
        }

        static Line mean(List<Line> lines) {
            return new Line(
                    lines.stream().mapToDouble(Line::fixed).average().orElseThrow(),
                    lines.stream().mapToDouble(Line::perModel).average().orElseThrow());
        }

        double at(int models) {
            return fixed + perModel * models;
        }
    }

    /**
     * Measures, about a second long, in this thread, while models train: the weights, and what an optimizer keeps beside them,
     * are such as training meets.
     *
     * @param engine what trains
     * @param task the task
     * @param order the order of its training samples
     * @param starts starts of the models of a whole stack
     */
    public static StackSpeed measure(Engine engine, Task task, DataOrder order, List<Start> starts) {
        int many = starts.size();
        int few = Math.max(1, many / 8);
        double[] ofMany = seconds(engine, task, order, starts);
        double[] ofFew = few == many ? ofMany : seconds(engine, task, order, starts.subList(0, few));
        return new StackSpeed(
                Line.through(few, ofFew[0], many, ofMany[0]),
                Line.through(few, ofFew[1], many, ofMany[1]),
                Line.through(few, ofFew[2], many, ofMany[2]));
    }

    /** The mean of several measurements. */
    public static StackSpeed mean(List<StackSpeed> all) {
        return new StackSpeed(
                Line.mean(all.stream().map(StackSpeed::update).toList()),
                Line.mean(all.stream().map(StackSpeed::loss).toList()),
                Line.mean(all.stream().map(StackSpeed::metric).toList()));
    }

    private static double[] seconds(Engine engine, Task task, DataOrder order, List<Start> starts) {
        DataOrder kept = task.updatesPerEpoch() == 1 ? DataOrder.natural() : order;
        try (Stack stack = new Stack(
                        engine,
                        task,
                        kept,
                        starts.stream().mapToInt(Start::replicate).toArray());
                Evaluation evaluation = new Evaluation(task, stack)) {
            for (int slot = 0; slot < starts.size(); slot++) {
                stack.write(slot, starts.get(slot).parameters());
            }
            int[] step = {0};
            if (task.evaluatedOnBatch()) {
                double update = seconds(() -> {
                    evaluation.losses(step[0]);
                    stack.step(step[0]++);
                });
                evaluation.losses(step[0]);
                return new double[] {update, 0, seconds(evaluation::metrics)};
            }
            double update = seconds(() -> stack.step(step[0]++));
            double loss = seconds(() -> evaluation.losses(step[0]));
            return new double[] {update, loss, seconds(evaluation::metrics)};
        }
    }

    private static double seconds(Runnable work) {
        repeat(work, WARM_UP_NANOS);
        return repeat(work, MEASURED_NANOS);
    }

    /** Mean seconds of a call: what happens once an epoch, and what other processes take, will be paid for in training, too. */
    private static double repeat(Runnable work, long nanos) {
        long begin = System.nanoTime();
        long elapsed = 0;
        int calls = 0;
        while (calls < FEWEST_CALLS || elapsed < nanos) {
            work.run();
            calls++;
            elapsed = System.nanoTime() - begin;
        }
        return 1e-9 * elapsed / calls;
    }

    /**
     * Seconds that a stack trains, from its first look to its last.
     *
     * @param task the task
     * @param ends for each model, the updates after which it leaves; the budget at most
     */
    public double seconds(Task task, int[] ends) {
        Schedule schedule = new Schedule(task);
        int[] sorted = ends.clone();
        Arrays.sort(sorted);
        double seconds = 0;
        int gone = 0;
        for (int updates = 0; gone < sorted.length; updates++) {
            int active = sorted.length - gone;
            if (schedule.isEvaluation(updates)) {
                seconds += loss.at(active);
                while (gone < sorted.length && sorted[gone] <= updates) {
                    gone++;
                }
                boolean leaving = sorted.length - gone < active;
                seconds += leaving || schedule.isCurvePoint(updates) ? metric.at(active) : 0;
            }
            seconds += gone < sorted.length ? update.at(sorted.length - gone) : 0;
        }
        return seconds;
    }
}
