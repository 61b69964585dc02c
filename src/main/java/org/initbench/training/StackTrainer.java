package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.initbench.run.Engine;
import org.initbench.run.Outcome;
import org.initbench.task.Criterion;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Trains models of one task from given starts to their end: a model leaves its stack when its hardest threshold level is
 * reached, when it diverges, or at the budget.
 *
 * <p>A model's result depends on the engine, the task, the data order and its own start, and on nothing else.
 */
public final class StackTrainer {

    private final Task task;
    private final DataOrder order;
    private final Schedule schedule;
    private final CauseRule causes;
    private final double chanceLoss;
    private final Engine engine;
    private final @Nullable IntPredicate diagnosed;

    /**
     * A trainer on ND4J.
     *
     * @param task the task
     * @param order the order of the training samples; full-batch tasks keep the natural order whatever it says
     */
    public StackTrainer(Task task, DataOrder order) {
        this(task, order, Engine.ND4J, null);
    }

    private StackTrainer(Task task, DataOrder order, Engine engine, @Nullable IntPredicate diagnosed) {
        this.engine = engine;
        this.diagnosed = diagnosed;
        this.task = task;
        this.order = task.updatesPerEpoch() == 1 ? DataOrder.natural() : order;
        schedule = new Schedule(task);
        causes = new CauseRule(task);
        chanceLoss = task.chanceLoss();
    }

    /** The same trainer on another engine. */
    public StackTrainer on(Engine other) {
        return new StackTrainer(task, order, other, diagnosed);
    }

    /**
     * The same trainer, which moreover looks into models: into all, for when units that started equal come apart, and at a dozen
     * moments into those of some replicates. What else becomes of a model is the same to the last bit.
     *
     * @param replicates whether models of a replicate are looked into
     */
    public StackTrainer diagnosing(IntPredicate replicates) {
        return new StackTrainer(task, order, engine, replicates);
    }

    /**
     * Trains a stack.
     *
     * @param starts the models' starts
     * @param progress told, now and then, the updates made so far; they count once for all models of the stack
     * @return one result a start, in the same order
     */
    public List<TrainedModel> train(List<Start> starts, IntConsumer progress) {
        if (starts.isEmpty()) {
            return List.of();
        }
        int[] replicates = starts.stream().mapToInt(Start::replicate).toArray();
        try (Stack stack = new Stack(engine, task, order, replicates);
                Evaluation evaluation = new Evaluation(task, stack);
                Insight insight = new Insight(task, stack.arithmetic(), diagnosed)) {
            return new Session(stack, evaluation, insight, starts).run(progress);
        }
    }

    /** One stack's training. */
    private final class Session {
        private final Stack stack;
        private final Evaluation evaluation;
        private final Insight insight;
        private final List<ModelProgress> models = new ArrayList<>();
        private final List<ModelProgress> active = new ArrayList<>();

        Session(Stack stack, Evaluation evaluation, Insight insight, List<Start> starts) {
            this.stack = stack;
            this.evaluation = evaluation;
            this.insight = insight;
            for (int i = 0; i < starts.size(); i++) {
                stack.write(i, starts.get(i).parameters());
                Parameters start = Parameters.rounded(task, starts.get(i).parameters());
                ModelProgress model = new ModelProgress(start, task.criterion());
                models.add(model);
                active.add(model);
                insight.start(model, starts.get(i).replicate());
            }
        }

        List<TrainedModel> run(IntConsumer progress) {
            int budget = task.budgetUpdates();
            for (int updates = 0; ; updates++) {
                if (schedule.isEvaluation(updates)) {
                    evaluate(updates, updates == budget);
                    progress.accept(updates);
                }
                if (active.isEmpty()) {
                    return results();
                }
                stack.step(updates);
            }
        }

        private List<TrainedModel> results() {
            insight.finish();
            return models.stream().map(ModelProgress::result).toList();
        }

        private void evaluate(int updates, boolean last) {
            double[] losses = evaluation.losses(updates);
            boolean curvePoint = schedule.isCurvePoint(updates);
            boolean leaving = last;
            for (int slot = 0; slot < active.size(); slot++) {
                observe(slot, updates, losses[slot], curvePoint);
                leaving |= active.get(slot).finished();
            }
            if (!last) {
                lookInto(updates);
            }
            if (!curvePoint && !leaving) {
                return;
            }
            double[] metrics = evaluation.metrics();
            for (int slot = 0; slot < active.size(); slot++) {
                if (curvePoint || active.get(slot).finished()) {
                    active.get(slot).addPoint(updates, metrics[slot]);
                }
            }
            retire(updates, last, metrics);
        }

        /** Looks into models that go on; the others are looked into when they leave. */
        private void lookInto(int updates) {
            boolean look = schedule.isLook(updates);
            if (!insight.isWanted() || !(look || schedule.isWatch(updates))) {
                return;
            }
            for (int slot = 0; slot < active.size(); slot++) {
                ModelProgress model = active.get(slot);
                if (!model.finished() && insight.isWanted(model, look)) {
                    insight.look(model, updates, new Parameters(task, stack.read(slot)), look);
                }
            }
        }

        private void observe(int slot, int updates, double loss, boolean curvePoint) {
            ModelProgress model = active.get(slot);
            if (!model.observe(updates, loss)) {
                return;
            }
            int reached = levelsReached(slot, loss);
            boolean newlyReached = reached > model.levelsReached();
            if ((curvePoint || newlyReached) && !new Parameters(task, stack.read(slot)).finite()) {
                model.markBroken();
                return;
            }
            model.reach(reached, updates);
        }

        /** Number of threshold levels that hold now; levels become harder, so that they are the first ones. */
        private int levelsReached(int slot, double loss) {
            if (task.criterion() instanceof Criterion.OutputBand) {
                return evaluation.withinBand(slot) ? 1 : 0;
            }
            List<Double> fractions = ((Criterion.LossLevels) task.criterion()).fractions();
            int reached = 0;
            while (reached < fractions.size() && loss <= fractions.get(reached) * chanceLoss) {
                reached++;
            }
            return reached;
        }

        private void retire(int updates, boolean last, double[] metrics) {
            for (int slot = active.size() - 1; slot >= 0; slot--) {
                ModelProgress model = active.get(slot);
                if (!last && !model.finished()) {
                    continue;
                }
                Parameters end = new Parameters(task, stack.read(slot));
                Outcome outcome = model.outcome();
                insight.end(model, updates, end);
                model.end(
                        updates,
                        causes.of(outcome, model.start(), end, model.loss(), insight::judging),
                        metrics[slot],
                        end);
            }
            for (int slot = active.size() - 1; slot >= 0; slot--) {
                if (active.get(slot).hasEnded()) {
                    stack.remove(slot);
                    active.set(slot, active.get(active.size() - 1));
                    active.remove(active.size() - 1);
                }
            }
        }
    }
}
