package org.initbench.analysis;

import org.initbench.task.MatrixDescription;

/** Ways to write down how large initial weights are, each a multiple of their standard deviation in every matrix. */
public enum Parametrization {
    /** The standard deviation itself. */
    STD {
        @Override
        double factor(MatrixDescription matrix) {
            return 1;
        }
    },
    /** Standard deviation times √fan-in. */
    NORMALIZED {
        @Override
        double factor(MatrixDescription matrix) {
            return Math.sqrt(matrix.fanIn());
        }
    },
    /** Standard deviation over Glorot's, √(2/(fan-in + fan-out)). */
    GLOROT {
        @Override
        double factor(MatrixDescription matrix) {
            return Math.sqrt((matrix.fanIn() + matrix.fanOut()) / 2.0);
        }
    },
    /** Standard deviation over He's, √(2/fan-in): always 1/√2 of {@link #NORMALIZED}, so that the two agree equally well. */
    HE {
        @Override
        double factor(MatrixDescription matrix) {
            return Math.sqrt(matrix.fanIn() / 2.0);
        }
    };

    /** By what a standard deviation in that matrix is multiplied. */
    abstract double factor(MatrixDescription matrix);
}
