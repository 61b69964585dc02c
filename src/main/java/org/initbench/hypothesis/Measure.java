package org.initbench.hypothesis;

import java.util.List;
import java.util.Locale;

/** What a hypothesis compares, and which directions it can take. */
public enum Measure {
    /** Expected epochs until success with restarts at the budget (ERT): the ratio of the first arm's to the second's. */
    COST(true, Direction.FASTER),
    /** Probability of convergence within the budget: the first arm's less the second's. */
    CONVERGED(false, Direction.SAFER),
    /** Largest distance between the incoming weights of two units of a layer, at the end as a multiple of that at the start. */
    SPREAD(true, Direction.LARGER),
    /** Rank correlation, over the runs of a cell, of the loss at the start with the epochs to the threshold. */
    NEARNESS(false, Direction.LARGER);

    private final boolean ratio;
    private final Direction directed;

    Measure(boolean ratio, Direction directed) {
        this.ratio = ratio;
        this.directed = directed;
    }

    /** Whether the effect is a ratio, 1 where nothing differs, rather than a difference, 0 where nothing does. */
    public boolean ratio() {
        return ratio;
    }

    /** Whether two arms are compared, rather than the runs of one with themselves. */
    public boolean contrastsArms() {
        return this == COST || this == CONVERGED;
    }

    /** The directions that a hypothesis on it can have. */
    public List<Direction> directions() {
        return List.of(directed, Direction.EQUIVALENT);
    }

    /** The word used in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
