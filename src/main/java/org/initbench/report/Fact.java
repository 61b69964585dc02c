package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initbench.analysis.Analysis;
import org.initbench.run.Engine;
import org.initbench.run.Environment;
import org.initbench.task.LayerDescription;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;

/**
 * Something known.
 *
 * @param name what
 * @param value how much or which
 */
public record Fact(String name, String value) {

    /** What defines a task. */
    static List<Fact> of(TaskDescription task) {
        String optimizer = task.optimizer() + ", learning rate " + Numbers.of(task.learningRate())
                + (task.optimizerConstants().isEmpty() ? "" : ", " + task.optimizerConstants())
                + (task.gradientClip() == null ? "" : ", gradient clipped at norm " + Numbers.of(task.gradientClip()));
        String batch = task.fullBatch() ? "all samples" : Numbers.of((double) task.batchSize(), 15);
        return List.of(
                new Fact("Network", task.kind()),
                new Fact("Layers", Names.architecture(task)),
                new Fact("Activation", Names.activations(task)),
                new Fact("Data", task.dataSet() + ", " + Numbers.of((double) task.trainingSamples(), 15) + " samples"),
                new Fact("Loss", task.loss()),
                new Fact("Optimizer", optimizer),
                new Fact("Batch", batch),
                new Fact("Threshold", threshold(task)),
                new Fact("Budget", budget(task)),
                new Fact("Biases", biases(task)));
    }

    private static String budget(TaskDescription task) {
        Double own = task.ownBudgetEpochs();
        return Numbers.of(task.budgetEpochs(), 4) + " epochs"
                + (own == null ? "" : ", cut by the study from the task's " + Numbers.of(own, 4));
    }

    private static String biases(TaskDescription task) {
        if (task.drawnBiases()) {
            return "drawn as the weights";
        }
        List<String> others = new ArrayList<>();
        for (LayerDescription layer : task.layers()) {
            for (MatrixDescription matrix : layer.matrices()) {
                if (matrix.bias() != null && matrix.bias() != 0) {
                    others.add(Numbers.of(matrix.bias()) + " in " + layer.kind() + ", " + matrix.name());
                }
            }
        }
        return "start at zero" + (others.isEmpty() ? "" : "; at " + String.join("; ", new LinkedHashSet<>(others)));
    }

    private static String threshold(TaskDescription task) {
        int index = task.levels().indexOf(task.headline());
        boolean isLoss = index >= 0 && index < task.levelLosses().size();
        return (task.headline().equals("band") ? "every output on the right side of its band" : task.headline())
                + (isLoss ? ", a loss of " + Numbers.of(task.levelLosses().get(index)) : "");
    }

    /** The machine and the software. */
    static List<Fact> of(Analysis analysis) {
        Environment e = analysis.environment();
        boolean stacks = analysis.study().trainedBy() == Engine.ND4J;
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Processor", e.cpuModel()),
                new Fact("Cores", e.physicalCores() + " physical, " + e.logicalCores() + " logical"),
                new Fact("Caches", String.join(", ", e.caches())),
                new Fact("Memory", String.format(Locale.ROOT, "%.1f GiB", e.memoryBytes() / (double) (1 << 30))),
                new Fact("System", e.operatingSystem() + ", " + e.architecture()),
                new Fact("Load at start", Numbers.of(e.loadAtStart(), 2)),
                new Fact("Java", e.javaVersion() + ", " + e.javaVendor()),
                new Fact("Java flags", String.join(" ", e.javaFlags())),
                new Fact("Engine", stacks ? "" : "reference: plain Java, one model at a time"),
                new Fact("ND4J", stacks ? e.nd4jVersion() + ", " + plain(e.nativeExtension()) : ""),
                new Fact("BLAS", stacks ? e.blas() : ""),
                new Fact(
                        "initbench",
                        e.initbenchVersion() + ", commit "
                                + e.gitCommit()
                                        .substring(0, Math.min(12, e.gitCommit().length()))
                                + (e.gitDirty() ? ", changed" : "")),
                new Fact("Reference digest", e.referenceDigest()),
                new Fact("Seed", Long.toString(analysis.study().seed())),
                new Fact("Bundle", analysis.bundle()),
                new Fact("Started", when(e.started()))));
        e.threads().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(t -> facts.add(new Fact(t.getKey(), t.getValue())));
        e.containerLimits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(t -> facts.add(new Fact("Limit: " + t.getKey(), t.getValue())));
        return facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    }

    private static String plain(String extension) {
        return extension.replaceFirst("^-", "").replace("\"", "");
    }

    /** A time as people read it, {@code 2026-03-01 09:30 UTC}; anything else as it is. */
    static String when(String time) {
        return time.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(:\\d\\d(\\.\\d+)?)?Z$", "$1 $2 UTC");
    }
}
