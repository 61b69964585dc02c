package org.initbench.study;

import java.util.Arrays;
import java.util.List;
import org.initbench.common.Located;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.run.Engine;
import org.initbench.run.ResolvedStudy.Timing;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.Engines;
import org.jspecify.annotations.Nullable;

/** Which engine a study asks for, and what that means for the rest of it. */
final class EngineResolver {

    private final StudyResolver resolver;
    private final Engine engine;

    /**
     * The engine.
     *
     * @param resolver what says where a mistake is
     * @param scalar the engine's name; null for ND4J
     * @throws UsageException if there is no engine of that name
     */
    EngineResolver(StudyResolver resolver, @Nullable Located scalar) {
        this.resolver = resolver;
        engine = scalar == null ? Engine.ND4J : named(scalar);
    }

    private Engine named(Located scalar) {
        List<Engine> all = Arrays.asList(Engine.values());
        return all.stream()
                .filter(known -> known.label().equals(scalar.text()))
                .findFirst()
                .orElseThrow(() -> resolver.wrong(
                        scalar,
                        Suggestions.unknown(
                                "engine",
                                scalar.text(),
                                all.stream().map(Engine::label).toList())));
    }

    Engine engine() {
        return engine;
    }

    /**
     * Makes sure that the engine trains a task.
     *
     * @param name where the study names it
     * @throws UsageException if it does not; the message says why, and which tasks it trains
     */
    void require(Located name, Task task) {
        Engines.obstacle(engine, task).ifPresent(reason -> {
            throw resolver.wrong(
                    name,
                    "task '" + task.name() + "' cannot be trained: " + reason + ". It trains: "
                            + String.join(", ", trained()));
        });
    }

    private List<String> trained() {
        return Tasks.names().stream()
                .filter(name ->
                        Engines.obstacle(engine, Tasks.uncalibrated(name)).isEmpty())
                .toList();
    }

    /** What is timed: epochs of stacks only where stacks train. */
    Timing timing(Timing asked) {
        return engine == Engine.ND4J ? asked : new Timing(List.of(), asked.initializers());
    }
}
