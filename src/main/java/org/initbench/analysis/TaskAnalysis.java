package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.initbench.run.EpochTiming;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * Everything the analysis says about one task.
 *
 * @param task the task
 * @param cells one summary a cell, in plan order
 * @param responses one response an initializer that was run at two scales or more
 * @param curves learning curves of chosen cells
 * @param timings what an epoch of one model costs, by stack size
 * @param best the cell with the lowest ERT among those with 5 successes or more; empty list if there is none, else one
 * @param answer the answer for this task in plain words, one sentence an element
 * @param insight what was seen inside models
 * @param rates what other learning rates do; null if the task was run at its own only
 */
public record TaskAnalysis(
        TaskDescription task,
        List<CellSummary> cells,
        List<ScaleResponse> responses,
        List<CurveBand> curves,
        List<EpochTiming> timings,
        List<CellSummary> best,
        List<String> answer,
        TaskInsight insight,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RateAnalysis rates) {

    public TaskAnalysis {
        cells = List.copyOf(cells);
        responses = List.copyOf(responses);
        curves = List.copyOf(curves);
        timings = List.copyOf(timings);
        best = List.copyOf(best);
        answer = List.copyOf(answer);
        insight = Objects.requireNonNullElse(insight, TaskInsight.none());
    }

    /** A task that was run at its own learning rate only. */
    public TaskAnalysis(
            TaskDescription task,
            List<CellSummary> cells,
            List<ScaleResponse> responses,
            List<CurveBand> curves,
            List<EpochTiming> timings,
            List<CellSummary> best,
            List<String> answer,
            TaskInsight insight) {
        this(task, cells, responses, curves, timings, best, answer, insight, null);
    }
}
