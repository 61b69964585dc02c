package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.initbench.run.ArmDescription;
import org.initbench.run.Crossing;
import org.initbench.run.CurvePoint;
import org.initbench.run.Diagnostic;
import org.initbench.run.Outcome;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.initbench.training.MachineLimits;
import org.initbench.training.StackTrainer;
import org.initbench.training.Start;
import org.initbench.training.TrainedModel;

/**
 * Trains blocks of one task: their models are cut into stacks, which a few worker threads take one after another. How they are
 * cut is no matter to the results.
 */
public final class BlockRunner {

    /** The name of the stacked engine in run records. */
    public static final String ENGINE = "nd4j";

    /** Replicates of each cell that are looked into. */
    private static final int DIAGNOSED = 3;

    private final ResolvedStudy study;
    private final TaskDescription description;
    private final List<ArmDescription> arms;
    private final Task task;
    private final StackPlan plan;

    /**
     * A runner.
     *
     * @param study the study
     * @param taskNumber the task's place in it
     * @param arms the arms to train, of those of the study
     * @throws DataException if this program defines the task otherwise than the study says
     * @throws UsageException if memory does not hold one model for each worker
     */
    public BlockRunner(ResolvedStudy study, int taskNumber, List<ArmDescription> arms) {
        this.study = study;
        this.description = study.tasks().get(taskNumber);
        this.arms = List.copyOf(arms);
        task = Tasks.of(description);
        if (!task.describe().equals(description)) {
            throw new DataException("task '" + description.name()
                    + "' is defined otherwise by this version of initbench than by the study; start a new study");
        }
        plan = StackPlan.of(study, task, this.arms, MachineLimits.ofThisProcess());
    }

    /**
     * Checks that a study's tasks can be trained in a process that has so much memory.
     *
     * @param study the study
     * @param machine what the process will have
     * @throws UsageException if memory does not hold one model of each task for each worker
     */
    public static void requireMemory(ResolvedStudy study, MachineLimits machine) {
        for (TaskDescription task : study.tasks()) {
            StackPlan.of(study, Tasks.of(task), study.armsOf(task.name()), machine);
        }
    }

    /**
     * Trains a block to its end.
     *
     * @param block one of this task's blocks
     * @param progress told, now and then and from any thread, the share of the block that is done, in [0, 1]
     * @throws InterruptedException if the thread is interrupted; nothing is kept then
     */
    public BlockResult run(Block block, DoubleConsumer progress) throws InterruptedException {
        List<List<Trainee>> stacks = plan.cut(Trainee.of(block, arms));
        StackTrainer trainer = new StackTrainer(task, DataOrder.shuffled(study.seed(), task.name()))
                .diagnosing(replicate -> replicate < DIAGNOSED);
        int models = stacks.stream().mapToInt(List::size).sum();
        BlockProgress shares = new BlockProgress((double) models * Math.max(1, task.budgetUpdates()), progress);
        List<Callable<List<TrainedModel>>> work = new ArrayList<>();
        for (List<Trainee> stack : stacks) {
            work.add(() -> train(stack, trainer, shares));
        }
        return records(stacks, Workers.invoke(study.workers(), work));
    }

    /** Starts are drawn when the stack's turn comes, so that those of a large block do not fill the heap. */
    private List<TrainedModel> train(List<Trainee> stack, StackTrainer trainer, BlockProgress shares) {
        List<Start> starts = stack.stream()
                .map(t -> Starts.of(task, t.arm(), t.replicate(), study.seed()))
                .toList();
        int[] last = {0};
        List<TrainedModel> trained = trainer.train(starts, updates -> {
            shares.add((double) stack.size() * (updates - last[0]));
            last[0] = updates;
        });
        shares.add((double) stack.size() * (task.budgetUpdates() - last[0]));
        return trained;
    }

    private BlockResult records(List<List<Trainee>> stacks, List<List<TrainedModel>> trained) {
        List<RunRecord> runs = new ArrayList<>();
        List<Crossing> crossings = new ArrayList<>();
        List<CurvePoint> curves = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int s = 0; s < stacks.size(); s++) {
            for (int i = 0; i < stacks.get(s).size(); i++) {
                TrainedModel model = trained.get(s).get(i);
                RunRecord run = record(stacks.get(s).get(i), model);
                runs.add(run);
                for (int level = 0; level < model.crossings().size(); level++) {
                    if (model.crossings().get(level) >= 0) {
                        double epoch = epochs(model.crossings().get(level));
                        crossings.add(
                                new Crossing(run.runId(), description.levels().get(level), epoch));
                    }
                }
                model.curve()
                        .forEach(p ->
                                curves.add(new CurvePoint(run.runId(), epochs(p.updates()), p.loss(), p.metric())));
                model.diagnostics()
                        .forEach(d -> diagnostics.add(
                                new Diagnostic(run.runId(), epochs(d.updates()), d.quantity(), d.layer(), d.value())));
            }
        }
        return new BlockResult(runs, crossings, curves, diagnostics);
    }

    private RunRecord record(Trainee trainee, TrainedModel model) {
        ArmDescription arm = trainee.arm();
        int headline = description.levels().indexOf(description.headline());
        return new RunRecord(
                RunIdentity.of(description, arm, trainee.replicate(), study.seed()),
                description.name(),
                arm.initializer(),
                arm.scaleKind(),
                arm.scale() == null ? OptionalDouble.empty() : OptionalDouble.of(arm.scale()),
                trainee.replicate(),
                ENGINE,
                description.precision(),
                model.outcome(),
                model.cause(),
                model.outcome() == Outcome.CONVERGED
                        ? OptionalDouble.of(epochs(model.crossings().get(headline)))
                        : OptionalDouble.empty(),
                epochs(model.updates()),
                model.updates(),
                description.budgetEpochs(),
                model.initialLoss(),
                model.finalLoss(),
                model.finalMetric(),
                model.initialNorm(),
                model.distance(),
                model.signsKept(),
                model.initialDigest(),
                model.finalDigest());
    }

    private double epochs(int updates) {
        return (double) updates / description.updatesPerEpoch();
    }
}
