package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.initbench.task.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels are called by number: another number would be another operation, and no error. */
class PairwiseOperationTest {

    @ParameterizedTest
    @CsvSource({"add, 10", "subtract, 4", "multiply, 21", "divide, 2.3333333333333335", "maximum, 7"})
    void numbersMeanWhatTheirNamesSay(String name, double expected) {
        NativeBackend.require();
        try (NativeArray a = new NativeArray(Precision.FLOAT64, 5);
                NativeArray b = new NativeArray(Precision.FLOAT64, 5);
                NativeArray c = new NativeArray(Precision.FLOAT64, 5)) {
            a.put(0, 7, 7, 7, 7, 7);
            b.put(0, 3, 3, 3, 3, 3);
            PairwiseOperation.of(name, c.part(0, 5), a.part(0, 5), b.part(0, 5)).run();
            assertThat(c.get(0, 5)).containsOnly(expected);
        }
    }
}
