package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.initbench.task.LossFunction;
import org.junit.jupiter.api.Test;

/** Losses of networks whose probabilities underflow: the larger the weights, the more samples are such. */
class ObservationTest {

    /**
     * Two samples of probability 0 and one of ½: −ln p is ln(1 + e^200) = 200 to double precision, 100 likewise, and ln 2. Reading
     * the logits of all samples for each such sample would cost their square.
     */
    @Test
    void logitsAreReadOnceForAllSamplesThatUnderflow() {
        double[] predicted = {0, 1, 0, 1, 0.5, 0.5};
        double[] expected = {1, 0, 1, 0, 0, 1};
        List<Integer> read = new ArrayList<>();
        Observation observation = new Observation(LossFunction.SOFTMAX_CROSS_ENTROPY, 2, predicted, slot -> {
            read.add(slot);
            return new double[] {0, 200, -50, 50, 3, 3};
        });
        assertThat(observation.losses(expected)[0]).isCloseTo((200 + 100 + Math.log(2)) / 3, within(1e-12));
        assertThat(read).containsExactly(0);
    }

    @Test
    void logitsAreNotReadWhereNoProbabilityUnderflows() {
        Observation observation =
                new Observation(LossFunction.SOFTMAX_CROSS_ENTROPY, 2, new double[] {0.25, 0.75, 0.75, 0.25}, slot -> {
                    throw new AssertionError("read for model " + slot);
                });
        assertThat(observation.losses(new double[] {1, 0}))
                .containsExactly(-StrictMath.log(0.25), -StrictMath.log(0.75));
    }
}
