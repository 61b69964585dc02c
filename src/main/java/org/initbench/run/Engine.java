package org.initbench.run;

import java.util.Locale;

/** What trains the models of a study. */
public enum Engine {
    /** Stacks of models on ND4J's native CPU backend. Its roundings are those of the kernels that a machine runs. */
    ND4J,
    /**
     * Plain Java, one model at a time, every sum in a fixed order: slow, and the same to the last bit on every machine. It trains
     * networks of dense layers.
     */
    REFERENCE;

    /** The word used in files: {@code nd4j} or {@code reference}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label: what a command line takes and shows. */
    @Override
    public String toString() {
        return label();
    }
}
