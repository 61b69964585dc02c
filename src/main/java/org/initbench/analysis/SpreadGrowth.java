package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/**
 * How the gap between the units of a hidden layer widens: the largest distance between two units' incoming weights, at the start
 * and later, in the runs that were looked into and whose units started different.
 *
 * @param task name of the task
 * @param arm the start
 * @param layer the layer's place among those of the task, from 0
 * @param n runs looked into, three at most
 * @param converged those that reached the headline level
 * @param start median spread before the first update
 * @param end median spread at the end of training
 * @param factor median over the runs of the spread at the end as a multiple of that at the start
 * @param low smallest of these multiples
 * @param high largest of these multiples
 * @param atThreshold the median multiple at the last look before the headline level was reached; null if no run reached it
 * @param half median epoch at which the logarithm of the spread had made half of its way; null where the spread did not grow by
 *     {@value SpreadGrowths#GROWN} or more in most runs
 * @param epochs median epochs trained
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpreadGrowth(
        String task,
        ArmDescription arm,
        int layer,
        int n,
        int converged,
        double start,
        double end,
        double factor,
        double low,
        double high,
        @Nullable Double atThreshold,
        @Nullable Double half,
        double epochs) {}
