package org.initbench.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.initbench.common.DataException;
import org.initbench.init.ScaleKind;
import org.initbench.task.TaskDescription;

/**
 * Checks that the study of a bundle is one that can have been run: a bundle may come from anybody, and what reads it on counts on
 * numbers being numbers, on names that name files, and on sizes that memory holds.
 */
final class StudyCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_REPLICATES = 100_000;
    private static final int MOST_WORKERS = 1024;
    private static final int MOST_STACK_REPLICATES = 1000;

    /** Most combinations of task, arm and skipped cell: what must be gone through to know the plan. */
    private static final double MOST_COMBINATIONS = 1e9;

    private final String file;
    private final ResolvedStudy study;

    private StudyCheck(String file, ResolvedStudy study) {
        this.file = file;
        this.study = study;
    }

    /**
     * Checks a study.
     *
     * @param file the file, as messages name it
     * @throws DataException if it is none that can have been run; the message names the key
     */
    static void require(String file, ResolvedStudy study) {
        StudyCheck check = new StudyCheck(file, study);
        check.numbers();
        check.tasks();
        check.arms();
        check.rates();
        check.size();
    }

    private void numbers() {
        name("name", study.name());
        within("replicates", study.replicates(), MOST_REPLICATES);
        within("stack_replicates", study.stackReplicates(), MOST_STACK_REPLICATES);
        within("workers", study.workers(), MOST_WORKERS);
        if (study.stackSize() != null) {
            within("stack_size", study.stackSize(), Integer.MAX_VALUE);
        }
        study.timing().epochStackSizes().forEach(size -> within("timing.epoch_stack_sizes", size, Integer.MAX_VALUE));
    }

    private void tasks() {
        if (study.tasks().isEmpty()) {
            throw wrong("tasks", "none", "a task at least");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            TaskDescription task = study.tasks().get(i);
            String key = "tasks[" + i + "].";
            name(key + "name", task.name());
            if (!names.add(task.name())) {
                throw wrong(key + "name", task.name(), "another name than that of an earlier task");
            }
            positive(key + "learning_rate", task.learningRate());
            positive(key + "budget_epochs", task.budgetEpochs());
            within(key + "updates_per_epoch", task.updatesPerEpoch(), Integer.MAX_VALUE);
            within(key + "batch_size", task.batchSize(), Integer.MAX_VALUE);
            within(key + "training_samples", task.trainingSamples(), Integer.MAX_VALUE);
            if (!task.levels().contains(task.headline())) {
                throw wrong(key + "headline", task.headline(), "one of " + task.levels());
            }
            if (new HashSet<>(task.levels()).size() < task.levels().size()) {
                throw wrong(key + "levels", String.valueOf(task.levels()), "each name once");
            }
        }
    }

    private void arms() {
        if (new HashSet<>(study.arms()).size() < study.arms().size()) {
            throw wrong("arms", "an arm that is there twice", "each once");
        }
        for (int i = 0; i < study.arms().size(); i++) {
            ArmDescription arm = study.arms().get(i);
            Double scale = arm.scale();
            boolean none = arm.scaleKind() == ScaleKind.NONE;
            if (none != (scale == null) || (scale != null && !Double.isFinite(scale))) {
                throw wrong("arms[" + i + "].scale", String.valueOf(scale), none ? "nothing" : "a finite number");
            }
            if (arm.learningRate() != null) {
                throw wrong("arms[" + i + "].learning_rate", "a rule", "nothing: learning_rates has the others");
            }
        }
    }

    private void rates() {
        for (int i = 0; i < study.learningRates().size(); i++) {
            OtherRates rates = study.learningRates().get(i);
            String key = "learning_rates[" + i + "].";
            factors(key + "factors", rates.factors());
            if (rates.tuned() != null) {
                factors(key + "tuned.factors", rates.tuned().factors());
                within(key + "tuned.replicates", rates.tuned().replicates(), MOST_REPLICATES);
            }
        }
    }

    private void factors(String key, List<Double> factors) {
        factors.forEach(factor -> positive(key, factor));
        if (new HashSet<>(factors).size() < factors.size()) {
            throw wrong(key, String.valueOf(factors), "each factor once");
        }
    }

    private void size() {
        double combinations = (double) study.tasks().size()
                * study.arms().size()
                * (1 + study.skipped().size());
        if (combinations > MOST_COMBINATIONS || study.runs() > ResolvedStudy.MOST_RUNS) {
            throw wrong("tasks", "a study that nobody can have run", ResolvedStudy.MOST_RUNS + " runs at most");
        }
    }

    private void name(String key, String value) {
        if (!NAME.matcher(value).matches()) {
            throw wrong(key, "'" + value + "'", "a name of letters, digits, dots, dashes and underscores");
        }
    }

    private void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw wrong(key, String.valueOf(value), "a whole number from 1 to " + most);
        }
    }

    private void positive(String key, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw wrong(key, String.valueOf(value), "a finite number greater than 0");
        }
    }

    private DataException wrong(String key, String found, String expected) {
        return new DataException(file + ": key " + key + ": " + found + " where " + expected + " is expected");
    }
}
