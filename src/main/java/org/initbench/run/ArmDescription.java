package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.initbench.hypothesis.Arm;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * An initializer at one scale and learning rate: with a task it makes a cell.
 *
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; null for {@link ScaleKind#NONE}
 * @param deterministic whether the rule draws no random numbers
 * @param learningRate the rule for the learning rate; null for the task's own rate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArmDescription(
        String initializer,
        ScaleKind scaleKind,
        @Nullable Double scale,
        boolean deterministic,
        @Nullable RateRule learningRate) {

    /** An arm at the task's own learning rate. */
    public ArmDescription(String initializer, ScaleKind scaleKind, @Nullable Double scale, boolean deterministic) {
        this(initializer, scaleKind, scale, deterministic, null);
    }

    /** The same start at another learning rate; null for the task's own. */
    public ArmDescription at(@Nullable RateRule rule) {
        return new ArmDescription(initializer, scaleKind, scale, deterministic, rule);
    }

    /** Whether it is the arm that a hypothesis names. */
    public boolean is(Arm arm) {
        return initializer.equals(arm.initializer())
                && Objects.equals(scale, arm.scale())
                && rateKind() == (arm.tuned() ? RateKind.TUNED : RateKind.TASK);
    }

    /** Where the learning rate comes from. */
    public RateKind rateKind() {
        return learningRate == null ? RateKind.TASK : learningRate.kind();
    }
}
