package org.initbench.analysis;

import java.util.List;
import java.util.Optional;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Measure;
import org.jspecify.annotations.Nullable;

/** What was measured of the arms that hypotheses name. */
interface Evidence {

    /** Epochs of an arm on a task; empty if it was not run. */
    Optional<Sample> sample(String task, Arm arm);

    /**
     * Epochs of every other start of a task at its own learning rate.
     *
     * @param arm the one that is left out
     * @param initializer of this initializer only; null for all
     */
    List<Sample> others(String task, Arm arm, @Nullable String initializer);

    /**
     * An effect within one arm.
     *
     * @param measure one that does not contrast arms
     * @param tail error probability on each side
     * @return empty if it was not observed
     */
    Optional<Effect> within(String task, Arm arm, Measure measure, double tail);
}
