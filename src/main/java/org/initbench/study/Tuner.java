package org.initbench.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.initbench.run.ArmDescription;
import org.initbench.run.OtherRates.Tuning;
import org.initbench.run.RateRule;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.TuningTrial;
import org.initbench.task.Task;
import org.initbench.task.TaskDescription;
import org.initbench.training.MachineLimits;
import org.initbench.training.TrainedModel;

/**
 * Chooses the learning rate of each tuned arm of a task: of a grid, the rate with the lowest geometric mean of the restricted
 * epochs to the headline level over calibration replicates, which are never reported; of equals the smaller rate.
 */
public final class Tuner {

    /** Digits of a mean: rates whose means differ by less are equally good. */
    private static final MathContext DIGITS = new MathContext(6);

    private final ResolvedStudy study;
    private final TaskDescription description;
    private final Task task;

    /**
     * A tuner.
     *
     * @param study the study
     * @param taskNumber the task's place in it
     * @throws org.initbench.common.DataException if this program defines the task otherwise than the study says
     */
    public Tuner(ResolvedStudy study, int taskNumber) {
        this.study = study;
        description = study.tasks().get(taskNumber);
        task = BlockRunner.definition(description);
    }

    /** Models that are trained to tune an arm on a task. */
    public static int models(TaskDescription task, ArmDescription arm, Tuning tuning) {
        return tuning.factors().size() * replicates(task, arm, tuning);
    }

    /** A deterministic start on a full batch has one possible result. */
    private static int replicates(TaskDescription task, ArmDescription arm, Tuning tuning) {
        return arm.deterministic() && task.fullBatch() ? 1 : tuning.replicates();
    }

    /**
     * Tries every rate of the grid for arms.
     *
     * @param arms tuned arms of the task
     * @param progress told, now and then and from any thread, the share that is done, in [0, 1]
     * @return what was tried, by arm and then by factor; of each arm's rates one is chosen
     * @throws InterruptedException if the thread is interrupted
     * @throws org.initbench.common.MachineException if memory does not hold one model for each worker
     */
    public List<TuningTrial> tune(List<ArmDescription> arms, DoubleConsumer progress) throws InterruptedException {
        Set<Model> models = new LinkedHashSet<>();
        for (ArmDescription arm : arms) {
            tuning(arm).factors().forEach(factor -> models.addAll(models(arm, factor)));
        }
        StackPlan plan = StackPlan.of(study, task, arms, MachineLimits.ofThisProcess());
        Map<Model, TrainedModel> trained =
                new ModelTraining(task, study.seed(), plan, study.trainedBy()).train(models, progress);
        List<TuningTrial> trials = new ArrayList<>();
        for (ArmDescription arm : arms) {
            List<TuningTrial> own = tuning(arm).factors().stream()
                    .map(factor -> trial(arm, factor, trained))
                    .toList();
            TuningTrial best = TuningTrial.best(own);
            own.forEach(trial -> trials.add(trial.chosen(trial.equals(best))));
        }
        return trials;
    }

    private Tuning tuning(ArmDescription arm) {
        return study.tuningOf(description.name(), arm.initializer())
                .orElseThrow(() -> new IllegalArgumentException("the study tunes no rate of " + arm));
    }

    private List<Model> models(ArmDescription arm, double factor) {
        double rate = RateRule.rate(description.learningRate(), factor);
        return IntStream.range(0, replicates(description, arm, tuning(arm)))
                .mapToObj(r -> new Model(arm, Calibrator.FIRST_REPLICATE + r, rate))
                .toList();
    }

    private TuningTrial trial(ArmDescription arm, double factor, Map<Model, TrainedModel> trained) {
        double[] epochs = models(arm, factor).stream()
                .map(model -> Objects.requireNonNull(trained.get(model)))
                .mapToDouble(model -> Calibrator.restricted(task, Calibrator.epochs(task, model)))
                .toArray();
        Double scale = arm.scale();
        return new TuningTrial(
                description.name(),
                arm.initializer(),
                scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale),
                factor,
                RateRule.rate(description.learningRate(), factor),
                new BigDecimal(StatUtils.geometricMean(epochs)).round(DIGITS).doubleValue(),
                false);
    }
}
