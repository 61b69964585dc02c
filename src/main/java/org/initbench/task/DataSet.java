package org.initbench.task;

/**
 * A data set, split and scaled.
 *
 * @param name unique name
 * @param digest SHA-256 of the file, or of the definition where there is no file
 * @param training samples to train on; inputs have mean 0 and variance 1 over them (constant features are 0) unless the
 *     data set says otherwise
 * @param test samples never trained on, scaled by the training samples' statistics; the training samples where the data
 *     set has no others
 * @param heldOut whether {@code test} are other samples than {@code training}
 */
public record DataSet(String name, String digest, Samples training, Samples test, boolean heldOut) {}
