package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.OtherRates;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task that is taken for much cheaper than it is makes the remaining time that is shown a lie. */
class CostsTest {

    /** Two operations for each weight and position. */
    @ParameterizedTest
    @CsvSource({
        "xor-2-2-1, 12",
        "digits-mlp-tanh, 4736",
        // 64 positions of 8x9, 16 of 16x72, then 64 inputs of 10
        "digits-cnn, 47360",
        // 8 steps of 32x8 and 32x32, then 32 inputs of 10; four times that for the gates
        "digits-rnn, 21120",
        "digits-lstm, 82560"
    })
    void productsAreCountedAtEveryPosition(String task, double flops) {
        assertThat(Costs.flops(Tasks.uncalibrated(task).describe())).isEqualTo(flops);
    }

    /** Progress would stop at the tuning, which trains more models than a block does: 3 rates of 2 runs for each of 2 arms. */
    @Test
    void tuningCostsItsModels() {
        ResolvedStudy study = new ResolvedStudy(
                ResolvedStudy.SCHEMA,
                "s",
                "",
                1,
                10,
                1,
                null,
                2,
                List.of(Tasks.byName("xor-2-2-1").describe()),
                List.of(
                        new ArmDescription("normal", ScaleKind.STD, 0.1, false),
                        new ArmDescription("normal", ScaleKind.STD, 1.0, false)),
                new ResolvedStudy.Timing(List.of(), List.of()),
                List.of(),
                List.of(new OtherRates(
                        List.of(2.0),
                        new OtherRates.Tuning(List.of(0.5, 1.0, 2.0), 2),
                        List.of("normal"),
                        List.of("xor-2-2-1"))));
        TaskDescription task = study.tasks().get(0);
        // A block of one worker: 2 arms at 3 rates. The tuning of two workers: 12 models, 6 for each.
        assertThat(Costs.ofTuning(study, task)).isEqualTo(Costs.ofBlock(study, task));
    }
}
