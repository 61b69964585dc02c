package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * The learning curves of a cell's runs, as quantiles of the loss at common epochs.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null for {@link ScaleKind#NONE}
 * @param role why the cell was chosen, such as {@code best}, {@code too small}, {@code too large}, {@code zero}
 * @param points quantiles by epoch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CurveBand(
        String initializer, ScaleKind scaleKind, @Nullable Double scale, String role, List<Point> points) {

    public CurveBand {
        points = List.copyOf(points);
    }

    /**
     * Quantiles of the loss over the replicates at one epoch. A run that left early keeps its last loss.
     *
     * @param epoch epochs trained
     * @param low 10 % quantile
     * @param median median
     * @param high 90 % quantile
     * @param n runs still training at this epoch
     */
    public record Point(double epoch, double low, double median, double high, int n) {}
}
