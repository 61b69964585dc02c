package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.initbench.common.DataException;
import org.initbench.common.MachineException;
import org.initbench.run.ArmDescription;
import org.initbench.run.Crossing;
import org.initbench.run.CurvePoint;
import org.initbench.run.Diagnostic;
import org.initbench.run.Outcome;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunIdentity;
import org.initbench.run.RunRecord;
import org.initbench.run.TuningTrial;
import org.initbench.task.Task;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.initbench.training.MachineLimits;
import org.initbench.training.TrainedModel;

/**
 * Trains blocks of one task: their models are cut into stacks, which a few worker threads take one after another. How they are
 * cut is no matter to the results.
 */
public final class BlockRunner {

    /** Replicates of each cell that are looked into: those below. */
    public static final int DIAGNOSED = 3;

    private final ResolvedStudy study;
    private final TaskDescription description;
    private final List<ArmDescription> arms;
    private final ArmRates rates;
    private final ModelTraining plain;
    private final ModelTraining training;

    /**
     * A runner of arms none of which has a tuned learning rate.
     *
     * @param study the study
     * @param taskNumber the task's place in it
     * @param arms the arms to train, of those of the study
     * @throws DataException if this program defines the task otherwise than the study says
     * @throws MachineException if memory does not hold one model for each worker
     */
    public BlockRunner(ResolvedStudy study, int taskNumber, List<ArmDescription> arms) {
        this(study, taskNumber, arms, List.of());
    }

    /**
     * A runner.
     *
     * @param tuning what {@link Tuner} tried for the arms with a tuned learning rate
     * @throws DataException as above, or if for such an arm no rate was chosen
     * @throws MachineException as above
     */
    public BlockRunner(ResolvedStudy study, int taskNumber, List<ArmDescription> arms, List<TuningTrial> tuning) {
        this.study = study;
        this.description = study.tasks().get(taskNumber);
        this.arms = List.copyOf(arms);
        Task task = definition(description);
        StackPlan plan = StackPlan.of(study, task, this.arms, MachineLimits.ofThisProcess());
        rates = new ArmRates(description, tuning);
        plain = new ModelTraining(task, study.seed(), plan, study.trainedBy());
        training = plain.diagnosing(replicate -> replicate < DIAGNOSED);
    }

    private BlockRunner(BlockRunner other, ModelTraining training) {
        study = other.study;
        description = other.description;
        arms = other.arms;
        rates = other.rates;
        plain = other.plain;
        this.training = training;
    }

    /** The same, which looks into no model: what looks cost is the difference. */
    public BlockRunner withoutDiagnosis() {
        return new BlockRunner(this, plain);
    }

    /** The task that the study describes. */
    static Task definition(TaskDescription description) {
        Task task = Tasks.of(description);
        if (!task.describe().withoutProse().equals(description.withoutProse())) {
            throw new DataException("task '" + description.name()
                    + "' is defined otherwise by this version of initbench than by the study; start a new study");
        }
        return task;
    }

    /**
     * Checks that a study's tasks can be trained in a process that has so much memory.
     *
     * @param study the study
     * @param machine what the process will have
     * @throws MachineException if memory does not hold one model of each task for each worker
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
        List<Trainee> trainees = Trainee.of(block, arms);
        List<Model> models = trainees.stream().map(this::model).toList();
        return records(trainees, training.train(models, progress));
    }

    private Model model(Trainee trainee) {
        return new Model(trainee.arm(), trainee.replicate(), rates.of(trainee.arm()));
    }

    private BlockResult records(List<Trainee> trainees, Map<Model, TrainedModel> trained) {
        List<RunRecord> runs = new ArrayList<>();
        List<Crossing> crossings = new ArrayList<>();
        List<CurvePoint> curves = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Trainee trainee : trainees) {
            TrainedModel model = Objects.requireNonNull(trained.get(model(trainee)));
            RunRecord run = record(trainee, model);
            runs.add(run);
            for (int level = 0; level < model.crossings().size(); level++) {
                if (model.crossings().get(level) >= 0) {
                    double epoch = epochs(model.crossings().get(level));
                    crossings.add(new Crossing(run.runId(), description.levels().get(level), epoch));
                }
            }
            model.curve()
                    .forEach(p -> curves.add(new CurvePoint(run.runId(), epochs(p.updates()), p.loss(), p.metric())));
            model.diagnostics()
                    .forEach(d -> diagnostics.add(
                            new Diagnostic(run.runId(), epochs(d.updates()), d.quantity(), d.layer(), d.value())));
        }
        return new BlockResult(runs, crossings, curves, diagnostics);
    }

    private RunRecord record(Trainee trainee, TrainedModel model) {
        ArmDescription arm = trainee.arm();
        int headline = description.levels().indexOf(description.headline());
        return new RunRecord(
                RunIdentity.of(description, arm, trainee.replicate(), study.seed(), rates.of(arm), study.trainedBy()),
                description.name(),
                arm.initializer(),
                arm.scaleKind(),
                arm.scale() == null ? OptionalDouble.empty() : OptionalDouble.of(arm.scale()),
                rates.of(arm),
                arm.rateKind(),
                trainee.replicate(),
                study.trainedBy().label(),
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
