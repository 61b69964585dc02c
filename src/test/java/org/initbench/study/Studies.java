package org.initbench.study;

import java.util.List;
import java.util.stream.Stream;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.OtherRates;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.Tasks;
import org.jspecify.annotations.Nullable;

/** Small studies that tests plan and run. */
final class Studies {

    static final ArmDescription ZERO = new ArmDescription("zero", ScaleKind.NONE, null, true);
    static final ArmDescription CONSTANT = new ArmDescription("constant", ScaleKind.VALUE, 0.1, true);

    private Studies() {}

    static ResolvedStudy of(int replicates, int workers, int stackReplicates, String... tasks) {
        return new ResolvedStudy(
                ResolvedStudy.SCHEMA,
                "small",
                "",
                1,
                replicates,
                stackReplicates,
                null,
                workers,
                Stream.of(tasks).map(name -> Tasks.byName(name).describe()).toList(),
                List.of(
                        ZERO,
                        CONSTANT,
                        normal(0.3),
                        normal(1),
                        new ArmDescription("orthogonal", ScaleKind.GAIN, 1.0, false)),
                new ResolvedStudy.Timing(List.of(), List.of()));
    }

    /** The study with another stack size; null leaves it to the program. */
    static ResolvedStudy withStackSize(ResolvedStudy s, @Nullable Integer size) {
        return new ResolvedStudy(
                s.schema(),
                s.name(),
                s.description(),
                s.seed(),
                s.replicates(),
                s.stackReplicates(),
                size,
                s.workers(),
                s.tasks(),
                s.arms(),
                s.timing(),
                s.skipped(),
                s.learningRates());
    }

    /** The study with runs at other learning rates. */
    static ResolvedStudy withRates(ResolvedStudy s, OtherRates... rates) {
        return new ResolvedStudy(
                s.schema(),
                s.name(),
                s.description(),
                s.seed(),
                s.replicates(),
                s.stackReplicates(),
                s.stackSize(),
                s.workers(),
                s.tasks(),
                s.arms(),
                s.timing(),
                s.skipped(),
                List.of(rates));
    }

    static ArmDescription normal(double std) {
        return new ArmDescription("normal", ScaleKind.STD, std, false);
    }
}
