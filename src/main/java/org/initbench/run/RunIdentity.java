package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.initbench.common.Digests;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a run, derived from its content: equal runs on two machines have equal identities, and a changed task
 * definition gives new ones; other words for it do not.
 *
 * @param task the task's definition
 * @param initializer name of the initializer
 * @param scale the scale; null for a rule that takes none
 * @param replicate number of the replicate
 * @param seed the study's seed
 * @param learningRate the learning rate; null for the task's own, which the definition tells
 * @param rate {@code tuned} for a tuned rate, which may be that of another arm as well; else null
 * @param engine what trains the model; null for {@link Engine#ND4J}
 */
public record RunIdentity(
        TaskDescription task,
        String initializer,
        @Nullable Double scale,
        int replicate,
        long seed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double learningRate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String engine) {

    /** One line, and doubles by one algorithm: neither the platform's line ends nor the Java version shows. */
    private static final ObjectWriter CANONICAL = Formats.json()
            .writer()
            .without(SerializationFeature.INDENT_OUTPUT)
            .with(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);

    /**
     * The identity of a run that is planned: 16 hexadecimal digits.
     *
     * @param learningRate the learning rate that the model is trained at
     * @param engine what trains it
     */
    public static String of(
            TaskDescription task, ArmDescription arm, int replicate, long seed, double learningRate, Engine engine) {
        return of(task, arm.initializer(), arm.scale(), replicate, seed, arm.rateKind(), learningRate, engine);
    }

    /** The identity that a recorded run of a task has if it is what it says. */
    static String of(TaskDescription task, RunRecord run, long seed, Engine engine) {
        Double scale = run.scale().isPresent() ? (Double) run.scale().getAsDouble() : null;
        return of(task, run.initializer(), scale, run.replicate(), seed, run.rateKind(), run.learningRate(), engine);
    }

    private static String of(
            TaskDescription task,
            String initializer,
            @Nullable Double scale,
            int replicate,
            long seed,
            RateKind kind,
            double learningRate,
            Engine engine) {
        return new RunIdentity(
                        task.withoutProse(),
                        initializer,
                        scale,
                        replicate,
                        seed,
                        kind == RateKind.TASK ? null : (Double) learningRate,
                        kind == RateKind.TUNED ? kind.label() : null,
                        engine == Engine.ND4J ? null : engine.label())
                .digest();
    }

    /** First 16 digits of the SHA-256 of this record as JSON. */
    private String digest() {
        try {
            return Digests.shortForm(Digests.sha256(CANONICAL.writeValueAsBytes(this)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task description is always JSON", e);
        }
    }
}
