package org.initbench.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.network.Activation;

/** The register of tasks. Learning rates and budgets that are not part of a published definition come from calibration. */
public final class Tasks {

    private static final double UNCALIBRATED = Double.NaN;

    /** Epochs that a calibration run may take: generous, so that slow starts are seen. */
    private static final Map<String, Double> PROVISIONAL_BUDGETS = Map.of(
            "iris-mlp-tanh", 200.0,
            "breast-cancer-logistic", 1000.0,
            "digits-mlp-tanh", 40.0,
            "digits-mlp-relu-deep", 60.0);

    private static final Map<String, Supplier<Task>> REGISTER = register();

    private Tasks() {}

    /** Names of all tasks, in the order in which lists show them. */
    public static List<String> names() {
        return List.copyOf(REGISTER.keySet());
    }

    /**
     * The task of that name, at its calibrated learning rate and budget.
     *
     * @throws UsageException if there is none; the message names the nearest known one
     */
    public static Task byName(String name) {
        Task task = uncalibrated(name);
        if (!PROVISIONAL_BUDGETS.containsKey(name)) {
            return task;
        }
        Calibration.Row row = Calibration.chosen(name)
                .orElseThrow(() -> new UsageException(
                        "task '" + name + "' has no calibrated learning rate; make one with: calibrate " + name));
        return task.with(row.learningRate(), row.budgetEpochs());
    }

    /** Names of the tasks whose learning rate and budget come from calibration. */
    public static List<String> calibratedNames() {
        return names().stream().filter(PROVISIONAL_BUDGETS::containsKey).toList();
    }

    /**
     * The task of that name as calibration needs it: without a learning rate, under the provisional budget.
     *
     * @throws UsageException if there is none
     */
    public static Task uncalibrated(String name) {
        Supplier<Task> task = REGISTER.get(name);
        if (task == null) {
            throw new UsageException(Suggestions.unknown("task", name, REGISTER.keySet()));
        }
        return task.get();
    }

    private static Map<String, Supplier<Task>> register() {
        Map<String, Supplier<Task>> tasks = new LinkedHashMap<>();
        tasks.put("xor-2-2-1", () -> xor("xor-2-2-1", 0));
        tasks.put("xor-2-2-1-momentum", () -> xor("xor-2-2-1-momentum", 0.9));
        tasks.put("encoder-10-5-10", Tasks::encoder);
        tasks.put(
                "iris-mlp-tanh",
                () -> classifier(
                        "iris-mlp-tanh",
                        "Tell three species of iris apart by four measurements; one hidden layer of 8 tanh units.",
                        "shallow tanh network",
                        "iris",
                        10,
                        Activation.TANH,
                        4,
                        8,
                        3));
        tasks.put(
                "breast-cancer-logistic",
                () -> classifier(
                        "breast-cancer-logistic",
                        "Tell benign from malignant by thirty measurements of cell nuclei; logistic regression, no hidden layer.",
                        "logistic regression",
                        "breast-cancer",
                        455,
                        Activation.IDENTITY,
                        30,
                        2));
        tasks.put(
                "digits-mlp-tanh",
                () -> classifier(
                        "digits-mlp-tanh",
                        "Read handwritten digits of 8×8 pixels; one hidden layer of 32 tanh units.",
                        "shallow tanh network",
                        "digits",
                        32,
                        Activation.TANH,
                        64,
                        32,
                        10));
        tasks.put(
                "digits-mlp-relu-deep",
                () -> classifier(
                        "digits-mlp-relu-deep",
                        "Read handwritten digits of 8×8 pixels; six hidden layers of 32 ReLU units.",
                        "deep ReLU network",
                        "digits",
                        32,
                        Activation.RELU,
                        64,
                        32,
                        32,
                        32,
                        32,
                        32,
                        32,
                        10));
        return tasks;
    }

    private static Task xor(String name, double momentum) {
        return patterns(
                name,
                "Learn exclusive or; two hidden sigmoid units, the classical benchmark"
                        + (momentum == 0 ? "." : " with momentum."),
                DataSets.xor(),
                List.of(new Dense(2, 2, Activation.SIGMOID), new Dense(2, 1, Activation.SIGMOID)),
                1.0,
                momentum,
                20_000);
    }

    private static Task encoder() {
        return patterns(
                "encoder-10-5-10",
                "Reproduce ten one-hot patterns through a bottleneck of five sigmoid units.",
                DataSets.oneHot(10),
                List.of(new Dense(10, 5, Activation.SIGMOID), new Dense(5, 10, Activation.SIGMOID)),
                1.7,
                0,
                5_000);
    }

    private static Task patterns(
            String name,
            String description,
            DataSet data,
            List<Dense> layers,
            double learningRate,
            double momentum,
            double budget) {
        int patterns = data.training().count();
        return new Task(
                name,
                description,
                "tiny sigmoid network",
                data,
                layers,
                LossFunction.SQUARED_ERROR_SUM,
                learningRate,
                momentum,
                patterns,
                patterns,
                new Criterion.OutputBand(0.4),
                true,
                Precision.FLOAT32,
                budget);
    }

    private static Task classifier(
            String name,
            String description,
            String kind,
            String dataSet,
            int batchSize,
            Activation hidden,
            int... widths) {
        DataSet data = DataSets.shipped(dataSet);
        List<Dense> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            boolean output = i == widths.length - 1;
            layers.add(new Dense(widths[i - 1], widths[i], output ? Activation.IDENTITY : hidden));
        }
        double budget = PROVISIONAL_BUDGETS.getOrDefault(name, UNCALIBRATED);
        return new Task(
                name,
                description,
                kind,
                data,
                layers,
                LossFunction.SOFTMAX_CROSS_ENTROPY,
                UNCALIBRATED,
                0,
                batchSize,
                Math.min(480, data.training().count()),
                Criterion.LossLevels.STANDARD,
                false,
                Precision.FLOAT32,
                budget);
    }
}
