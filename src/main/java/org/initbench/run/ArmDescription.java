package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * An initializer at one scale: with a task it makes a cell.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null for {@link ScaleKind#NONE}
 * @param deterministic whether the rule draws no random numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArmDescription(
        String initializer, ScaleKind scaleKind, @Nullable Double scale, boolean deterministic) {}
