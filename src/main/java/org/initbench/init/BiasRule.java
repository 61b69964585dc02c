package org.initbench.init;

/** Who says how biases start. */
public enum BiasRule {
    /** The task: drawn as the weights are, as an extra last column, where it draws biases; else where their layer starts them. */
    TASK,
    /** The layer, even where the task draws biases: 0, but 1 for forget gates. */
    LAYER,
    /** The initializer, for every matrix that has biases: the extra last column of what it returns. */
    INITIALIZER;

    /** Whether a matrix is drawn with its biases. */
    public boolean draws(boolean drawnByTask, boolean hasBias) {
        return switch (this) {
            case TASK -> drawnByTask && hasBias;
            case LAYER -> false;
            case INITIALIZER -> hasBias;
        };
    }
}
