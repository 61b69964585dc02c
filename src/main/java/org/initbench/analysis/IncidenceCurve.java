package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * The share of a cell's runs that have converged, by epoch: cumulative incidence, where divergence competes with convergence.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null for {@link ScaleKind#NONE}
 * @param role why the cell was chosen, as that of its {@link CurveBand}
 * @param n runs
 * @param steps one a time at which any run converged or diverged, ascending
 * @param risk one an epoch, the same epochs for all cells of a task
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidenceCurve(
        String initializer,
        ScaleKind scaleKind,
        @Nullable Double scale,
        String role,
        int n,
        List<Step> steps,
        List<Risk> risk) {

    public IncidenceCurve {
        steps = List.copyOf(steps);
        risk = List.copyOf(risk);
    }

    /**
     * The shares from a time on.
     *
     * @param epoch the time
     * @param converged share that has converged
     * @param diverged share that has diverged
     */
    public record Step(double epoch, double converged, double diverged) {}

    /**
     * Where the runs stand at an epoch.
     *
     * @param epoch the epoch
     * @param atRisk runs that have neither converged nor diverged nor been given up before
     * @param converged share that has converged by then
     * @param diverged share that has diverged by then
     */
    public record Risk(double epoch, int atRisk, double converged, double diverged) {}
}
