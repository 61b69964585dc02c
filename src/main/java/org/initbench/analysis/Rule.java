package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.jspecify.annotations.Nullable;

/**
 * An initializer at one scale, at the learning rate that each task has for all starts.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null where it takes none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rule(
        String initializer, ScaleKind scaleKind, @Nullable Double scale) {

    static Rule of(ArmDescription arm) {
        return new Rule(arm.initializer(), arm.scaleKind(), arm.scale());
    }

    /** As sentences name it, such as {@code he-normal at gain 1}. */
    String words() {
        return Words.start(new ArmDescription(initializer, scaleKind, scale, false));
    }
}
