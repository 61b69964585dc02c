package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/**
 * How far weights travel from starts of one size, over the runs that reached the headline level.
 *
 * @param task name of the task
 * @param arm the start
 * @param runs runs of the cell
 * @param signsKept median share of the weights whose sign is the same at both ends
 * @param distance median distance between start and end
 * @param relative median of that distance as a multiple of the length of all initial parameters
 * @param ratio expected epochs as a multiple of the task's fastest start
 * @param toLargest of the smallest standard deviation from which runs learned: expected epochs as a multiple of those from the
 *     largest, paired by replicate, with simultaneous 95 % limits over all tasks; null for other starts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WeightTravel(
        String task,
        ArmDescription arm,
        int runs,
        Estimate signsKept,
        Estimate distance,
        Estimate relative,
        Estimate ratio,
        @Nullable Estimate toLargest) {}
