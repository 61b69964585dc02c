package org.initbench.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a task with their statistics, before they are put into words.
 *
 * @param task the task
 * @param cells the cells that have runs, in plan order
 * @param summaries their statistics, in the same order
 * @param responses one an initializer that was run at two scales or more
 * @param best the best cell, null if there is none
 * @param rates what other learning rates do to it; null if the task was run at its own only
 */
record TaskResult(
        TaskDescription task,
        List<Cell> cells,
        List<CellSummary> summaries,
        List<ScaleResponse> responses,
        @Nullable Cell best,
        @Nullable RateAnalysis rates) {

    /** The same, with what other learning rates do. */
    TaskResult with(@Nullable RateAnalysis comparison) {
        return new TaskResult(task, cells, summaries, responses, best, comparison);
    }

    /** The cell of an initializer at a scale, to a relative tolerance of 1e-6. */
    Optional<Cell> cell(String initializer, double scale) {
        return cells.stream()
                .filter(cell ->
                        cell.arm().initializer().equals(initializer) && Math.abs(cell.scale() / scale - 1) < 1e-6)
                .findFirst();
    }

    Optional<ScaleResponse> response(String initializer) {
        return responses.stream()
                .filter(response -> response.initializer().equals(initializer))
                .findFirst();
    }

    CellSummary summary(Cell cell) {
        int index = IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).arm().equals(cell.arm()))
                .findFirst()
                .orElseThrow();
        return summaries.get(index);
    }

    /** Whether some start reached the threshold in at least half of its runs, and some one often enough to be called best. */
    boolean usable() {
        return best != null && learns();
    }

    /** Whether some start reached the threshold in at least half of its runs: else the task says nothing about starts. */
    boolean learns() {
        return cells.stream()
                .anyMatch(cell ->
                        2 * cell.headline().successes() >= cell.headline().n());
    }

    /** Largest number of replicates of a cell. */
    int replicates() {
        return cells.stream().mapToInt(cell -> cell.runs().size()).max().orElse(0);
    }
}
