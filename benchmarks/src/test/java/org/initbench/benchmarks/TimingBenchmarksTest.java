package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.initbench.common.UsageException;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

/** What the timing benchmarks offer. */
class TimingBenchmarksTest {

    private static String[] offered(Class<?> state, String field) throws NoSuchFieldException {
        return state.getField(field).getAnnotation(Param.class).value();
    }

    /** A task that is registered and not listed would never be timed. */
    @Test
    void everyTaskCanBeTimed() throws NoSuchFieldException {
        assertThat(offered(EpochBenchmark.StackState.class, "task")).containsExactlyElementsOf(Tasks.names());
    }

    @Test
    void everyPointOfTheSweepIsANetworkOnTheDigits() {
        for (String point : CostBenchmark.points()) {
            String[] numbers = point.split("/", -1);
            assertThat(CostBenchmark.task(
                                    Integer.parseInt(numbers[0]),
                                    Integer.parseInt(numbers[1]),
                                    Integer.parseInt(numbers[2]))
                            .network()
                            .layers())
                    .hasSize(Integer.parseInt(numbers[1]) + 1);
        }
    }

    @Test
    void aPointIsFourNumbers() {
        for (String wrong : new String[] {"32/2/32", "32/2/32/0", "a/b/c/d", "32/2/32/32/1"}) {
            CostBenchmark benchmark = new CostBenchmark();
            benchmark.point = wrong;
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(benchmark::start)
                    .withMessageContaining("width/depth/batch/stack");
        }
    }

    /** Otherwise the digits' last samples would have to be left out, or JMH would show only a stack trace. */
    @Test
    void aBatchDividesTheSamples() {
        CostBenchmark benchmark = new CostBenchmark();
        benchmark.point = "32/2/7/2";
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(benchmark::start)
                .withMessageContaining("batch 7: it must divide the 1440 training samples");
    }

    private static EpochBenchmark.StackState stack(String task, int size, double std) {
        EpochBenchmark.StackState state = new EpochBenchmark.StackState();
        state.task = task;
        state.stackSize = size;
        state.std = std;
        return state;
    }

    /** An empty stack would be timed as a very fast one. */
    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void aStackHoldsAModel(int size) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(stack("xor-2-2-1", size, 0.1)::allocate)
                .withMessage("stackSize " + size + ": a stack holds at least 1 model, such as -p stackSize=16");
    }

    /** Weights that are all zero or no numbers would be timed as if they were small. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, 0, Double.POSITIVE_INFINITY})
    void aStandardDeviationIsPositive(double std) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(stack("xor-2-2-1", 1, std)::allocate)
                .withMessage("std " + std + ": a standard deviation is positive and finite, such as -p std=0.1");
    }

    @Test
    void aMisspeltTaskGetsTheNearestKnownOne() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(stack("digits-mlp-thanh", 1, 0.1)::allocate)
                .withMessageContaining("unknown task 'digits-mlp-thanh'; did you mean 'digits-mlp-tanh'?");
        EpochBenchmark.SameDiffState sameDiff = new EpochBenchmark.SameDiffState();
        sameDiff.task = "xor";
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(sameDiff::build)
                .withMessageContaining("did you mean 'xor-2-2-1'?");
    }

    /** The smallest and a usual case still train; what is refused above is refused for its value alone. */
    @ParameterizedTest
    @CsvSource({"1, 1e-30", "3, 0.1"})
    void aSoundStackTrains(int size, double std) {
        EpochBenchmark.StackState state = stack("xor-2-2-1", size, std);
        state.allocate();
        state.start();
        state.trainEpoch();
        state.free();
    }

    @Test
    void theReferenceEngineIsTimedOnDenseNetworksOnly() {
        EpochBenchmark.ReferenceState state = new EpochBenchmark.ReferenceState();
        state.task = "digits-cnn";
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(state::build)
                .withMessageContainingAll("digits-cnn", "dense layers only");
        state.task = "xor-2-2-1";
        state.build();
        state.train();
    }

    @Test
    void aStackOfTheSweepTrains() {
        CostBenchmark benchmark = new CostBenchmark();
        benchmark.point = "8/1/288/3";
        benchmark.start();
        benchmark.epoch();
        benchmark.free();
    }
}
