package org.initbench.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import org.initbench.run.Engine;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.training.StackTrainer;
import org.initbench.training.Start;
import org.initbench.training.TrainedModel;
import org.jspecify.annotations.Nullable;

/**
 * Trains models of one task. Those of one learning rate are cut into stacks, which a few worker threads take one after another;
 * how they are cut is no matter to the results.
 */
final class ModelTraining {

    private final Task task;
    private final long seed;
    private final StackPlan plan;
    private final Engine engine;
    private final @Nullable IntPredicate diagnosed;

    /**
     * Training of a task's models.
     *
     * @param task the task at its own learning rate
     * @param seed the study's seed
     * @param plan how models are cut into stacks
     * @param engine what trains them
     */
    ModelTraining(Task task, long seed, StackPlan plan, Engine engine) {
        this(task, seed, plan, engine, null);
    }

    private ModelTraining(Task task, long seed, StackPlan plan, Engine engine, @Nullable IntPredicate diagnosed) {
        this.task = task;
        this.seed = seed;
        this.plan = plan;
        this.engine = engine;
        this.diagnosed = diagnosed;
    }

    /** The same, which looks into models of some replicates. */
    ModelTraining diagnosing(IntPredicate replicates) {
        return new ModelTraining(task, seed, plan, engine, replicates);
    }

    /**
     * Trains models to their end.
     *
     * @param models the models; one that is there twice is trained once
     * @param progress told, now and then and from any thread, the share that is done, in [0, 1]
     * @throws InterruptedException if the thread is interrupted; nothing is kept then
     */
    Map<Model, TrainedModel> train(Collection<Model> models, DoubleConsumer progress) throws InterruptedException {
        List<Model> distinct = List.copyOf(new LinkedHashSet<>(models));
        BlockProgress shares =
                new BlockProgress((double) distinct.size() * Math.max(1, task.budgetUpdates()), progress);
        List<List<Model>> stacks = plan.cut(distinct, Model::learningRate);
        List<Callable<List<TrainedModel>>> work = new ArrayList<>();
        for (List<Model> stack : stacks) {
            work.add(() -> train(stack, shares));
        }
        List<List<TrainedModel>> trained = Workers.invoke(plan.workers(), work);
        Map<Model, TrainedModel> results = new HashMap<>();
        for (int s = 0; s < stacks.size(); s++) {
            for (int i = 0; i < stacks.get(s).size(); i++) {
                results.put(stacks.get(s).get(i), trained.get(s).get(i));
            }
        }
        return results;
    }

    private StackTrainer trainer(double rate) {
        StackTrainer trainer = new StackTrainer(
                        task.with(rate, task.budgetEpochs()), DataOrder.shuffled(seed, task.name()))
                .on(engine);
        return diagnosed == null ? trainer : trainer.diagnosing(diagnosed);
    }

    /** Starts are drawn when the stack's turn comes, so that those of a large block do not fill the heap. */
    private List<TrainedModel> train(List<Model> stack, BlockProgress shares) {
        List<Start> starts = stack.stream()
                .map(model -> Starts.of(task, model.start(), model.replicate(), seed))
                .toList();
        int[] last = {0};
        List<TrainedModel> trained = trainer(stack.get(0).learningRate()).train(starts, updates -> {
            shares.add((double) stack.size() * (updates - last[0]));
            last[0] = updates;
        });
        shares.add((double) stack.size() * (task.budgetUpdates() - last[0]));
        return trained;
    }
}
