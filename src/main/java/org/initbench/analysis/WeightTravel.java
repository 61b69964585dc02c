package org.initbench.analysis;

import org.initbench.run.ArmDescription;

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
 */
public record WeightTravel(
        String task,
        ArmDescription arm,
        int runs,
        Estimate signsKept,
        Estimate distance,
        Estimate relative,
        Estimate ratio) {}
