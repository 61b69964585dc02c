package org.initbench.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.StatUtils;
import org.initbench.init.ScaleKind;
import org.initbench.optimizer.Sgd;
import org.initbench.run.ArmDescription;
import org.initbench.run.Outcome;
import org.initbench.task.Calibration;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.MachineLimits;
import org.initbench.training.StackTrainer;
import org.initbench.training.Start;
import org.initbench.training.TrainedModel;

/**
 * Chooses a task's learning rate openly and without favour to any start: on a logarithmic grid, the rate with the lowest
 * geometric mean, over the normal family's whole range of scales, of the restricted mean epochs to the headline level,
 * below the first rate at which the best scale (the lowest median among those at which every replicate learns) needs fewer than
 * {@value #FEWEST_UPDATES} updates: one so fast could not be told from another. Where no scale of that range makes the network learn, a finer range around the critical one takes its place. The
 * replicates used here are never reported.
 */
public final class Calibrator {

    /** Learning rates that are tried with gradient descent, with or without momentum: two a decade. */
    private static final List<Double> RATES = ScaleGrid.logarithmic(0.001, 10, 2);

    /** Learning rates that are tried with optimizers that normalize the gradient. */
    private static final List<Double> ADAPTIVE_RATES = ScaleGrid.logarithmic(1e-4, 0.1, 2);

    private static final List<Double> STDS = ScaleGrid.logarithmic(1e-4, 10, 1);

    /** Scales that are tried where none of those makes a network learn: very deep ones do within a narrow window only. */
    private static final List<Double> FINE_STDS = ScaleGrid.logarithmic(0.05623, 0.5623, 8);

    /** The first of the replicates that are never reported. */
    static final int FIRST_REPLICATE = 100_000;

    private static final int REPLICATES = 3;
    /** Multiple of the best median after which a run is given up. */
    static final double BUDGET_FACTOR = 20;

    /**
     * Fewest updates of the best scale tried: 20, so that starts can be told apart, times 1.4, because the scales tried lie a decade
     * apart, and between two of them starts were found up to 1.37 times as fast as the best of them.
     */
    static final int FEWEST_UPDATES = 28;

    private static final MathContext TWO_DIGITS = new MathContext(2);

    private final long seed;
    private final int workers;
    private final MachineLimits machine;

    /**
     * A calibrator.
     *
     * @param seed the seed
     * @param workers stacks trained at the same time, at least 1
     * @param machine what the machine has for them; what is found does not depend on it
     */
    public Calibrator(long seed, int workers, MachineLimits machine) {
        this.seed = seed;
        this.workers = workers;
        this.machine = machine;
    }

    /**
     * Tries every rate on a task.
     *
     * @param name name of the task
     * @return one row a rate, ascending; exactly one is chosen
     * @throws InterruptedException if the thread is interrupted
     * @throws org.initbench.common.MachineException if memory does not hold one model for each worker
     */
    public List<Calibration.Row> calibrate(String name) throws InterruptedException {
        Task task = Tasks.uncalibrated(name);
        List<Calibration.Row> rows = rows(task, STDS);
        boolean learns = rows.stream().anyMatch(row -> !Double.isNaN(row.bestMedian()));
        return choose(learns ? rows : rows(task, FINE_STDS), task.updatesPerEpoch());
    }

    private List<Calibration.Row> rows(Task task, List<Double> stds) throws InterruptedException {
        int largest = StackPlan.of(task, stds.size() * REPLICATES, 1, workers, machine)
                .largest();
        StackPlan plan = new StackPlan(largest, 1);
        List<Callable<Calibration.Row>> work = new ArrayList<>();
        boolean adaptive = !(task.optimizer() instanceof Sgd)
                && task.optimizer().momentum().isEmpty();
        for (double rate : adaptive ? ADAPTIVE_RATES : RATES) {
            work.add(() -> row(task.with(rate, task.budgetEpochs()), stds, plan));
        }
        return Workers.invoke(workers, work);
    }

    /**
     * Marks the row that the rule chooses.
     *
     * @param rows the rates that were tried on one task, ascending, none chosen
     * @param updatesPerEpoch the task's
     * @return the rows, one of them chosen and with its budget
     * @throws IllegalStateException if there is none to choose
     */
    static List<Calibration.Row> choose(List<Calibration.Row> rows, int updatesPerEpoch) {
        double fewestEpochs = (double) FEWEST_UPDATES / updatesPerEpoch;
        Calibration.Row best = rows.stream()
                .takeWhile(row -> !(row.bestMedian() < fewestEpochs))
                .filter(row -> !Double.isNaN(row.bestMedian()))
                .min(Comparator.comparingDouble(Calibration.Row::geometricMeanRmst))
                .orElseThrow(() -> new IllegalStateException("at no rate does a start reach the headline level in "
                        + FEWEST_UPDATES + " updates or more: " + rows));
        return rows.stream().map(row -> row.equals(best) ? chosen(row) : row).toList();
    }

    private static Calibration.Row chosen(Calibration.Row row) {
        double budget = BigDecimal.valueOf(BUDGET_FACTOR * row.bestMedian())
                .round(TWO_DIGITS)
                .doubleValue();
        return new Calibration.Row(
                row.task(), row.learningRate(), row.geometricMeanRmst(), row.bestStd(), row.bestMedian(), true, budget);
    }

    /** What one rate costs, the task's: normal starts of these scales, in stacks of that plan. */
    Calibration.Row row(Task task, List<Double> stds, StackPlan plan) {
        List<Start> starts = new ArrayList<>();
        for (double std : stds) {
            ArmDescription arm = new ArmDescription("normal", ScaleKind.STD, std, false);
            for (int r = 0; r < REPLICATES; r++) {
                starts.add(Starts.of(task, arm, FIRST_REPLICATE + r, seed));
            }
        }
        StackTrainer trainer = new StackTrainer(task, DataOrder.shuffled(seed, task.name()));
        List<TrainedModel> models = plan.cut(starts).stream()
                .flatMap(stack -> trainer.train(stack, updates -> {}).stream())
                .toList();
        double[] restrictedMeans = new double[stds.size()];
        double bestMedian = Double.POSITIVE_INFINITY;
        double bestStd = Double.NaN;
        for (int s = 0; s < stds.size(); s++) {
            double[] epochs = models.subList(s * REPLICATES, (s + 1) * REPLICATES).stream()
                    .mapToDouble(model -> epochs(task, model))
                    .toArray();
            restrictedMeans[s] = Arrays.stream(epochs)
                    .map(e -> restricted(task, e))
                    .average()
                    .orElseThrow();
            boolean reliable = Arrays.stream(epochs).allMatch(Double::isFinite);
            if (reliable && StatUtils.percentile(epochs, 50) < bestMedian) {
                bestMedian = StatUtils.percentile(epochs, 50);
                bestStd = stds.get(s);
            }
        }
        return new Calibration.Row(
                task.name(),
                task.learningRate(),
                StatUtils.geometricMean(restrictedMeans),
                bestStd,
                Double.isInfinite(bestMedian) ? Double.NaN : bestMedian,
                false,
                Double.NaN);
    }

    /** Epochs as they enter means: one update at least, so that logarithms exist, and the budget at most. */
    static double restricted(Task task, double epochs) {
        return Math.max(1.0 / task.updatesPerEpoch(), Math.min(epochs, task.budgetEpochs()));
    }

    /** Epochs to the headline level; infinite if it was not reached. */
    static double epochs(Task task, TrainedModel model) {
        return model.outcome() == Outcome.CONVERGED
                ? (double) model.crossings().get(task.criterion().headline()) / task.updatesPerEpoch()
                : Double.POSITIVE_INFINITY;
    }
}
