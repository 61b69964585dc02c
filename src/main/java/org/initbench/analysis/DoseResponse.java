package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How epochs depend on the size ε of the random part of the weights around a value that all share.
 *
 * @param task name of the task
 * @param initializer name of the initializer, whose scale is ε
 * @param centre the value that all weights share; 0 for plain normal weights
 * @param points one a scale, ascending
 * @param smallest smallest ε from which every run learned; null if there is none
 * @param openBelow whether that is the smallest that was tried
 * @param price what each power of ten costs; null if undecided
 * @param undecided why there is no price; empty if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoseResponse(
        String task,
        String initializer,
        double centre,
        List<Point> points,
        @Nullable Double smallest,
        boolean openBelow,
        @Nullable Price price,
        String undecided) {

    public DoseResponse {
        points = List.copyOf(points);
    }

    /**
     * One scale.
     *
     * @param scale ε
     * @param n runs
     * @param converged runs that reached the headline level
     * @param pConverge probability of reaching it, Wilson interval
     * @param lost runs in which rounding lost the random part, so that units started equal
     * @param median median epochs
     * @param ert expected epochs until success
     */
    public record Point(
            double scale, int n, int converged, Estimate pConverge, int lost, Estimate median, Estimate ert) {}

    /**
     * The price of smallness: how epochs T grow as ε falls below its best value. Log law: T = a + b·log₁₀(1/ε). Power law:
     * T = a·ε^−k.
     *
     * <p>Slopes are fitted for each replicate and averaged, intervals are Student's t over replicates, which are the independent
     * units: scales share their random numbers. The laws are compared by Akaike's criterion on the mean epochs of each scale, with
     * normal errors on T or on log T; both have two coefficients and a variance, and that of the power law counts the Jacobian of
     * the logarithm.
     *
     * @param law the law that fits better; {@link Law#EITHER} where the criteria differ by less than 2
     * @param perDecade b, epochs for each power of ten
     * @param exponent k
     * @param advantage criterion of the power law less that of the log law: positive where the log law fits better
     * @param scales number of scales that were fitted
     * @param from the smallest of them
     * @param to the largest of them
     */
    public record Price(
            Law law, Estimate perDecade, Estimate exponent, double advantage, int scales, double from, double to) {}

    /** The law of the price. */
    public enum Law {
        LOG,
        POWER,
        EITHER
    }
}
