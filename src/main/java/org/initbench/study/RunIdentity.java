package org.initbench.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.initbench.common.Digests;
import org.initbench.run.ArmDescription;
import org.initbench.run.Formats;
import org.initbench.task.TaskDescription;

/**
 * The identity of a run, derived from its content: equal runs on two machines have equal identities, and a changed task
 * definition gives new ones.
 *
 * @param task the task's definition
 * @param initializer name of the initializer
 * @param scale the scale, or an empty string
 * @param replicate number of the replicate
 * @param seed the study's seed
 */
record RunIdentity(TaskDescription task, String initializer, String scale, int replicate, long seed) {

    static String of(TaskDescription task, ArmDescription arm, int replicate, long seed) {
        String scale = arm.scale() == null ? "" : arm.scale().toString();
        return new RunIdentity(task, arm.initializer(), scale, replicate, seed).digest();
    }

    /** First 16 digits of the SHA-256 of this record as JSON. */
    private String digest() {
        try {
            byte[] json = Formats.json().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
            return Digests.shortForm(Digests.sha256(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task description is always JSON", e);
        }
    }
}
