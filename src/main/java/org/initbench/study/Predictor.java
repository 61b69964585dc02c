package org.initbench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Engine;
import org.initbench.run.OtherRates;
import org.initbench.run.RateRule;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.initbench.training.MachineLimits;
import org.initbench.training.Stack;
import org.initbench.training.StackSpeed;
import org.initbench.training.Start;

/**
 * Predicts how long this machine trains a study: the epochs that each model is expected to need ({@link ExpectedEpochs}), and
 * what the work costs here, measured for about a second a task with as many stacks at the same time as the study has
 * workers ({@link StackSpeed}).
 */
public final class Predictor {

    /** A start with which most networks learn, and none diverges at once. */
    private static final ArmDescription LEARNING = new ArmDescription("normal", ScaleKind.STD, 0.1, false);

    private final ResolvedStudy study;
    private final MachineLimits machine;
    private final ExpectedEpochs expected;

    /**
     * A predictor.
     *
     * @param study the study
     * @param machine what the process that trains will have
     * @param expected epochs that starts need
     */
    public Predictor(ResolvedStudy study, MachineLimits machine, ExpectedEpochs expected) {
        this.study = study;
        this.machine = machine;
        this.expected = expected;
    }

    /**
     * Predicts one task.
     *
     * @param taskNumber the task's place in the study
     * @throws InterruptedException if the thread is interrupted
     */
    public TaskPrediction predict(int taskNumber) throws InterruptedException {
        TaskDescription description = study.tasks().get(taskNumber);
        Task task = Tasks.of(description);
        List<ArmDescription> arms = study.armsOf(task.name());
        StackPlan plan = StackPlan.of(study, task, arms, machine);
        List<Block> blocks = Block.of(study, taskNumber);
        List<List<Trainee>> first = plan.cut(Trainee.of(blocks.get(0), arms), Predictor::rate);
        StackSpeed speed = measure(task, first);
        Map<List<ArmDescription>, Double> known = new HashMap<>();
        double seconds = 0;
        int models = 0;
        for (Block block : blocks) {
            List<List<Trainee>> stacks = plan.cut(Trainee.of(block, arms), Predictor::rate);
            models += stacks.stream().mapToInt(List::size).sum();
            double[] each = stacks.stream()
                    .mapToDouble(stack -> known.computeIfAbsent(
                            stack.stream().map(Trainee::arm).toList(), k -> speed.seconds(task, ends(description, k))))
                    .toArray();
            seconds += makespan(each, study.workers());
        }
        int largest = first.stream().mapToInt(List::size).max().orElse(0);
        return new TaskPrediction(
                task.name(),
                arms.size(),
                models,
                largest,
                blocks.size(),
                seconds,
                tuning(task, description, plan, speed),
                memory(task, first));
    }

    /** Where an arm's learning rate comes from; null for the task's own. */
    private static Optional<RateRule> rate(Trainee trainee) {
        return Optional.ofNullable(trainee.arm().learningRate());
    }

    /** Seconds of the trials that choose learning rates: the models of each factor are cut into stacks of their own. */
    private double tuning(Task task, TaskDescription description, StackPlan plan, StackSpeed speed) {
        List<ArmDescription> trials = new ArrayList<>();
        for (ArmDescription arm : study.tunedArmsOf(task.name())) {
            OtherRates.Tuning tuning =
                    study.tuningOf(task.name(), arm.initializer()).orElseThrow();
            for (double factor : tuning.factors()) {
                int models = Tuner.models(description, arm, tuning)
                        / tuning.factors().size();
                trials.addAll(Collections.nCopies(models, arm.at(RateRule.times(factor))));
            }
        }
        double[] stacks = plan.cut(trials, arm -> Optional.ofNullable(arm.learningRate())).stream()
                .mapToDouble(stack -> speed.seconds(task, ends(description, stack)))
                .toArray();
        return makespan(stacks, study.workers());
    }

    private int[] ends(TaskDescription task, List<ArmDescription> arms) {
        int budget = (int) Math.ceil(task.budgetEpochs() * task.updatesPerEpoch());
        return arms.stream()
                .mapToInt(arm -> (int) Math.min(budget, Math.round(epochs(task, arm) * task.updatesPerEpoch())))
                .toArray();
    }

    /** Half the rate, twice the epochs; a tuned rate is taken for the task's own. */
    private double epochs(TaskDescription task, ArmDescription arm) {
        RateRule rule = arm.learningRate();
        Double factor = rule == null ? null : rule.factor();
        return expected.of(task, arm) / (factor == null ? 1 : factor);
    }

    /** Every worker measures the same stack at the same time: what they cost each other is in the measurement. */
    private StackSpeed measure(Task task, List<List<Trainee>> stacks) throws InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (Trainee trainee : stacks.get(0)) {
            starts.add(Starts.of(task, LEARNING, trainee.replicate(), study.seed()));
        }
        DataOrder order = DataOrder.shuffled(study.seed(), task.name());
        int threads = Math.min(study.workers(), stacks.size());
        List<Callable<StackSpeed>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(() -> StackSpeed.measure(study.trainedBy(), task, order, starts));
        }
        return StackSpeed.mean(Workers.invoke(threads, work));
    }

    /** Time until the last of some pieces of work ends that workers take one after another. */
    static double makespan(double[] pieces, int workers) {
        double[] busy = new double[workers];
        for (double piece : pieces) {
            Arrays.sort(busy);
            busy[0] += piece;
        }
        return Arrays.stream(busy).max().orElse(0);
    }

    private long memory(Task task, List<List<Trainee>> stacks) {
        if (study.trainedBy() == Engine.REFERENCE) {
            return 0;
        }
        return stacks.stream()
                .limit(study.workers())
                .mapToLong(stack -> Stack.bytes(task, stack.size(), (int)
                        stack.stream().mapToInt(Trainee::replicate).distinct().count()))
                .sum();
    }
}
