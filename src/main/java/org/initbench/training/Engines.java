package org.initbench.training;

import java.util.Optional;
import org.initbench.network.Dense;
import org.initbench.run.Engine;
import org.initbench.run.NativeInfo;
import org.initbench.task.Task;

/** What engines need of a machine, and which tasks they train. */
public final class Engines {

    private static final String NOT_USED = "not used";

    private Engines() {}

    /**
     * Makes sure that an engine can work in this process; the reference engine always can.
     *
     * @throws org.initbench.common.UsageException if the environment would make results irreproducible
     */
    public static void require(Engine engine) {
        if (engine == Engine.ND4J) {
            NativeBackend.require();
        }
    }

    /** What an engine computes with, and a digest of what it computes. */
    public static NativeInfo describe(Engine engine) {
        return engine == Engine.ND4J
                ? NativeBackend.describe()
                : new NativeInfo(NOT_USED, "plain Java", NOT_USED, PlainComputation.digest());
    }

    /** Why an engine does not train a task; empty if it does. */
    public static Optional<String> obstacle(Engine engine, Task task) {
        if (engine == Engine.ND4J) {
            return Optional.empty();
        }
        return task.network().layers().stream()
                .filter(layer -> !(layer instanceof Dense))
                .findFirst()
                .map(layer -> "it has a layer of kind " + layer.kind() + ", and engine " + engine.label()
                        + " trains networks of dense layers only");
    }
}
