package org.initbench.study;

import org.initbench.run.ArmDescription;

/**
 * A model to be trained. Arms that differ in where their learning rate comes from, and not in the rate, are one model.
 *
 * @param start the initializer and its scale
 * @param replicate number of the replicate
 * @param learningRate the learning rate
 */
record Model(ArmDescription start, int replicate, double learningRate) {
    Model {
        start = start.at(null);
    }
}
