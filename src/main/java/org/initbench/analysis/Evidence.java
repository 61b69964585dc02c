package org.initbench.analysis;

import java.util.List;
import java.util.Optional;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Measure;
import org.jspecify.annotations.Nullable;

/** What one bundle holds of the arms that hypotheses name. */
interface Evidence {

    /** Name of the bundle. */
    String bundle();

    /** The bundle's own copy of the hypotheses: what was written down before its runs. */
    Hypotheses hypotheses();

    /** An arm on a task; empty if it was not run. */
    Optional<Start> start(String task, Arm arm);

    /**
     * Every other start of a task at its own learning rate.
     *
     * @param arm the one that is left out
     * @param initializer of this initializer only; null for all
     */
    List<Start> others(String task, Arm arm, @Nullable String initializer);

    /**
     * An effect within one arm.
     *
     * @param measure one that does not contrast arms
     * @param tail error probability on each side
     * @return empty if it was not observed; where it was, but no effect can be told, one that says why
     */
    Optional<Effect> within(String task, Arm arm, Measure measure, double tail);
}
