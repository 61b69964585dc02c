package org.initbench.hypothesis;

import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.init.Initializers;
import org.initbench.init.ScaleKind;
import org.initbench.task.Tasks;
import org.jspecify.annotations.Nullable;

/** Which tasks and initializers hypotheses may name. */
interface Names {

    /** Those that this version of the program has. */
    Names REGISTERED = new Names() {
        @Override
        public void requireTask(String name) {
            if (!Tasks.names().contains(name)) {
                throw new UsageException(Suggestions.unknown("task", name, Tasks.names()));
            }
        }

        @Override
        public void requireInitializer(String name) {
            Initializers.byName(name);
        }

        @Override
        public void requireArm(String name, @Nullable Double scale) {
            boolean none = Initializers.byName(name).scaleKind() == ScaleKind.NONE;
            if (none != (scale == null)) {
                throw new UsageException(
                        none ? "'" + name + "' takes no scale" : "'" + name + "' needs a 'scale', such as 0.1");
            }
        }
    };

    /** Any: a bundle may be of a version that has others. */
    Names ANY = new Names() {
        @Override
        public void requireTask(String name) {}

        @Override
        public void requireInitializer(String name) {}

        @Override
        public void requireArm(String name, @Nullable Double scale) {}
    };

    /**
     * Requires a task.
     *
     * @throws UsageException if there is none of that name
     */
    void requireTask(String name);

    /**
     * Requires an initializer.
     *
     * @throws UsageException if there is none of that name
     */
    void requireInitializer(String name);

    /**
     * Requires an initializer at a scale.
     *
     * @param scale null for none
     * @throws UsageException if there is none of that name, or it needs a scale, or takes none
     */
    void requireArm(String name, @Nullable Double scale);
}
