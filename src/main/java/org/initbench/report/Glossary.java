package org.initbench.report;

import java.util.List;
import java.util.stream.Stream;
import org.initbench.analysis.Analysis;

/** The words of a report, for readers who see one for the first time. */
public final class Glossary {
    /** The entries, in reading order. */
    public static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "Cell",
                    "one initializer at one scale on one task. Its runs differ from those of another cell only in their"
                            + " initial weights: same data, same order, same underlying random draws."),
            new Entry(
                    "Scale",
                    "for normal and uniform the standard deviation (std) of a weight; for schemes such as Glorot and He"
                            + " a gain, the multiple of the published standard deviation (1 is the scheme as published)."),
            new Entry(
                    "Threshold",
                    "the loss that counts as learnt. Epochs are counted until it is first reached. The budget is the"
                            + " number of epochs after which a run is given up."),
            new Entry(
                    "P(converge)",
                    "the probability that a run reaches the threshold within the budget, with a 95 % Wilson interval."),
            new Entry(
                    "Median epochs",
                    "half of all runs are at least as fast. It does not exist where half of the runs or more never"
                            + " arrived, and is then shown as a dash, or as \"> x\" where a lower limit is known."),
            new Entry(
                    "ERT",
                    "expected running time: the epochs one must expect to spend until the first success if failures are"
                            + " started anew at the budget. It weighs speed and reliability together."),
            new Entry(
                    "Restart ERT",
                    "the same for somebody who knows when to give up: restarts at the best cutoff instead of the budget."),
            new Entry("RMST", "the mean of the epochs spent, each run counted up to the budget at most."),
            new Entry(
                    "Ratio to the best",
                    "ERT divided by that of the task's best cell, paired by replicate. Good: shown to be at most 1.5."
                            + " Bad: shown to exceed 1.5. Unclear: more replicates would tell."),
            new Entry(
                    "Best scale",
                    "a set, given in brackets: the scales not shown to be worse than the best one, widened by half a"
                            + " step of the grid. ≤ and ≥ say that it lies at the edge of what was run."),
            new Entry(
                    "σ_w",
                    "the normalized gain std·√fan-in: about 1 keeps the size of a signal from layer to layer. Given as"
                            + " the range over the layers."),
            new Entry(
                    "Cause shown",
                    "what the weights and activations at the end of a run prove. Symmetric: hidden units that started"
                            + " equal still are, so that their layer does the work of one unit, which may be enough."
                            + " Rounding: they came apart by rounding errors alone. Dead: a hidden layer gives the same"
                            + " for every sample, and its gradient is exactly zero. Saturated: a hidden layer is stuck at the bounds of its activation."
                            + " Exploded: the loss grew beyond ten times that of guessing, or was not finite."),
            new Entry(
                    "Distinct units, spread",
                    "units of a hidden layer whose incoming weights differ; the spread is the largest distance between"
                            + " two of them. Units with the same weights in and out get the same gradients."),
            new Entry(
                    "Mean-field theory, χ₁",
                    "of networks so wide that pre-activations are normal. Their mean square q moves from layer to layer"
                            + " towards q*; mean squares of derivatives are multiplied by about χ₁ in each layer, so that"
                            + " derivatives vanish with depth"
                            + " where it is below 1 and explode where it is above. The depth scale 1/|ln χ₁| is the number of"
                            + " layers in which these mean squares change by a factor of e. Finite networks stray from theory, deeper layers"
                            + " farther; a disagreement is flagged only beyond three standard deviations of that."),
            new Entry(
                    "Exact",
                    "a start and a data order without chance have one possible result: one run, no interval."));

    private static final Entry LEARNING_RATE = new Entry(
            "Learning rate",
            "each task has one rate for all starts, and all answers rest on it. Where a study runs cells at other"
                    + " rates, the best scale is said to depend on the rate if every scale is shown to take more than 1.25"
                    + " times as long as the best at one of two rates, by limits that hold at once for all rates of a task"
                    + " with 95 %; a smaller ratio is not called a difference. Tuned: each"
                    + " start has the best rate of a grid, chosen on replicates that are not shown.");

    private Glossary() {}

    /** The entries that an analysis needs: what is said of learning rates only where there are several. */
    public static List<Entry> of(Analysis analysis) {
        boolean rates = analysis.tasks().stream().anyMatch(task -> task.rates() != null);
        return rates ? Stream.concat(ENTRIES.stream(), Stream.of(LEARNING_RATE)).toList() : ENTRIES;
    }

    /**
     * A word and its meaning.
     *
     * @param term the word
     * @param meaning what it means
     */
    public record Entry(String term, String meaning) {}
}
