package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.initbench.task.Tasks;
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
}
