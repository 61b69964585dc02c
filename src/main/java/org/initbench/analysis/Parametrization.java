package org.initbench.analysis;

import org.initbench.task.MatrixDescription;

/** Ways to write down how large initial weights are, each a multiple of their standard deviation in every matrix. */
public enum Parametrization {
    /** The standard deviation itself. */
    STD,
    /** Standard deviation times √fan-in. */
    NORMALIZED,
    /** Standard deviation over Glorot's, √(2/(fan-in + fan-out)). */
    GLOROT,
    /** Standard deviation over He's, √(2/fan-in): always 1/√2 of {@link #NORMALIZED}, so that the two agree equally well. */
    HE;

    /** By what a standard deviation in that matrix is multiplied. */
    double factor(MatrixDescription matrix) {
        return switch (this) {
            case STD -> 1;
            case NORMALIZED -> Math.sqrt(matrix.fanIn());
            case GLOROT -> Math.sqrt((matrix.fanIn() + matrix.fanOut()) / 2.0);
            case HE -> Math.sqrt(matrix.fanIn() / 2.0);
        };
    }
}
