package org.initbench.training;

import java.util.stream.IntStream;
import org.initbench.task.Samples;
import org.initbench.task.Task;

/** A pass over samples in native memory, for as many models of a stack at a time as a core's cache holds. */
final class NativeSamplePass implements SamplePass {

    /** Native memory that the models of a pass may take; about what a core's cache holds. */
    static final long GROUP_BYTES = 1 << 21;

    private final NetworkPass pass;
    private final Source source;
    private final SampleArrays arrays;

    /**
     * A pass.
     *
     * @param task the task
     * @param samples the samples, which every model sees
     * @param pass what runs the models forward over so many samples; closed with this pass
     * @param source where it finds their parameters
     */
    NativeSamplePass(Task task, Samples samples, NetworkPass pass, Source source) {
        this.pass = pass;
        this.source = source;
        arrays = new SampleArrays(samples, samples.count(), task.precision(), pass.sampleLayout());
        arrays.arrange(IntStream.range(0, samples.count()).toArray());
        for (int slot = 0; slot < pass.capacity(); slot++) {
            pass.setSamples(slot, arrays);
        }
    }

    /** Where a pass finds the parameters of models. */
    @FunctionalInterface
    interface Source {
        /**
         * Has the parameters of {@code count} models of the stack from {@code first} on in place.
         *
         * @return the place of the first of them among the parameters that the pass works with
         */
        int place(int first, int count);
    }

    /** How many models of a stack are run at once over samples. */
    static int together(Task task, Samples samples, int models) {
        long each = new Blueprint(task, samples.count(), false).bytesPerModel();
        return (int) Math.max(1, Math.min(models, GROUP_BYTES / Math.max(1, each)));
    }

    /** Bytes of native memory that a pass for a stack of so many models takes. */
    static long bytes(Task task, Samples samples, int models) {
        Blueprint blueprint = new Blueprint(task, samples.count(), false);
        return together(task, samples, models) * blueprint.bytesPerModel()
                + blueprint.sharedBytes()
                + SampleArrays.bytes(
                        samples, task.precision(), blueprint.input().layout());
    }

    @Override
    public int capacity() {
        return pass.capacity();
    }

    @Override
    public void forward(int first, int count) {
        pass.forward(source.place(first, count), count);
    }

    @Override
    public Observation observe(int count) {
        return pass.head().observe(count);
    }

    @Override
    public void close() {
        pass.close();
        arrays.close();
    }
}
