package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.initbench.init.Initializers;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.task.DataOrder;
import org.initbench.task.Precision;
import org.initbench.task.Task;
import org.initbench.training.MachineLimits;
import org.initbench.training.StackTrainer;
import org.initbench.training.Start;
import org.initbench.training.TrainedModel;

/**
 * Measures for how many epochs a few starts of a task train: normal ones over the whole range of scales, equal ones, nearly equal
 * ones, and one random layer. The replicates used here are never reported.
 */
public final class EpochSurvey {

    /** What is trained; what differs too little for single precision is trained in double precision. */
    private static final List<ArmDescription> ARMS = arms();

    private static final int FIRST_REPLICATE = 100_000;
    private static final int REPLICATES = 2;

    /**
     * Epochs after which a model is taken for one that spends its budget, unless an epoch is a single update: those that would
     * have learned later are predicted too long.
     */
    private static final double PATIENCE = 150;

    private final long seed;
    private final int workers;
    private final MachineLimits machine;

    /**
     * A survey.
     *
     * @param seed the seed
     * @param workers stacks trained at the same time, at least 1
     * @param machine what the machine has for them; what is found does not depend on it
     */
    public EpochSurvey(long seed, int workers, MachineLimits machine) {
        this.seed = seed;
        this.workers = workers;
        this.machine = machine;
    }

    /**
     * Surveys a task.
     *
     * @param task the task, at its learning rate and budget
     * @return a row a start that its network can have
     * @throws InterruptedException if the thread is interrupted
     * @throws org.initbench.common.MachineException if memory does not hold one model for each worker
     */
    public List<ExpectedEpochs.Row> survey(Task task) throws InterruptedException {
        double given = task.updatesPerEpoch() == 1 ? task.budgetEpochs() : Math.min(PATIENCE, task.budgetEpochs());
        Task shortened = task.with(task.learningRate(), given);
        int largest = StackPlan.of(task.in(Precision.FLOAT64), REPLICATES, 1, workers, machine)
                .largest();
        StackPlan plan = new StackPlan(largest, 1);
        List<Callable<ExpectedEpochs.Row>> work = new ArrayList<>();
        for (ArmDescription arm : ARMS) {
            if (Initializers.byName(arm.initializer()).obstacle(task.network()).isEmpty()) {
                work.add(() -> row(shortened, arm, task.budgetEpochs(), plan));
            }
        }
        return Workers.invoke(workers, work);
    }

    private ExpectedEpochs.Row row(Task task, ArmDescription arm, double budget, StackPlan plan) {
        Task precise = arm.initializer().startsWith("constant-plus") ? task.in(Precision.FLOAT64) : task;
        List<Start> starts = new ArrayList<>();
        for (int r = 0; r < REPLICATES; r++) {
            starts.add(Starts.of(precise, arm, FIRST_REPLICATE + r, seed));
        }
        StackTrainer trainer = new StackTrainer(precise, DataOrder.shuffled(seed, precise.name()));
        double epochs = plan.cut(starts).stream()
                .flatMap(stack -> trainer.train(stack, updates -> {}).stream())
                .mapToDouble(model -> epochs(precise, model, budget))
                .average()
                .orElseThrow();
        Double scale = arm.scale();
        return new ExpectedEpochs.Row(task.name(), arm.initializer(), scale == null ? 1 : scale, epochs);
    }

    private static double epochs(Task task, TrainedModel model, double budget) {
        return model.updates() >= task.budgetUpdates() ? budget : (double) model.updates() / task.updatesPerEpoch();
    }

    private static List<ArmDescription> arms() {
        List<ArmDescription> arms = new ArrayList<>();
        for (double std : ScaleGrid.logarithmic(1e-3, 10, 2)) {
            arms.add(new ArmDescription("normal", ScaleKind.STD, std, false));
        }
        arms.add(new ArmDescription("constant", ScaleKind.VALUE, 0.1, true));
        for (double std : new double[] {1e-12, 1e-6, 1e-3, 0.1}) {
            arms.add(new ArmDescription("constant-plus-normal:0.1", ScaleKind.STD, std, false));
        }
        arms.add(new ArmDescription("one-layer:1:normal", ScaleKind.STD, 0.3162, false));
        return arms;
    }
}
