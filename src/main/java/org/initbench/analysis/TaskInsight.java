package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What was seen of the models of a task as they trained; what is empty nobody looked into.
 *
 * @param symmetry one a cell in which units started equal or alike
 * @param traces the first, the middle and the last hidden layer of chosen cells by epoch
 * @param profiles cells by depth, at the start and at the end
 * @param theory one a cell whose initializer is known: what theory predicts of its start, beside what was measured; empty if the
 *     bundle does not say how large the task's inputs are
 * @param incidence one a chosen cell: the share of its runs that have converged, by epoch
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskInsight(
        List<SymmetryBreaking> symmetry,
        List<LayerTrace> traces,
        List<DepthProfile> profiles,
        List<TheoryComparison> theory,
        List<IncidenceCurve> incidence) {

    public TaskInsight {
        symmetry = List.copyOf(Objects.requireNonNullElse(symmetry, List.of()));
        traces = List.copyOf(Objects.requireNonNullElse(traces, List.of()));
        profiles = List.copyOf(Objects.requireNonNullElse(profiles, List.of()));
        theory = List.copyOf(Objects.requireNonNullElse(theory, List.of()));
        incidence = List.copyOf(Objects.requireNonNullElse(incidence, List.of()));
    }

    /** Nothing was seen. */
    public static TaskInsight none() {
        return new TaskInsight(List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
