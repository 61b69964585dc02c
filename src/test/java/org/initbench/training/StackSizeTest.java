package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackSizeTest {

    private static final long MEBIBYTE = 1 << 20;

    private static Task task(String name) {
        return Tasks.uncalibrated(name).with(0.01, 10);
    }

    /** A prediction that forgets something lets a study be killed after an hour; one that exaggerates makes it slow. */
    @ParameterizedTest
    @CsvSource({
        "xor-2-2-1, 1, 1",
        "xor-2-2-1, 2048, 3",
        "iris-mlp-tanh, 100, 7",
        "digits-logistic, 5, 5",
        "digits-mlp-tanh, 1, 1",
        "digits-mlp-tanh, 64, 2",
        "digits-mlp-relu-d30-batchnorm, 4, 1",
        "digits-cnn, 1, 1",
        "digits-cnn, 17, 4",
        "digits-lstm, 9, 1",
        "digits-transformer, 3, 2"
    })
    void memoryIsPredicted(String name, int models, int replicates) {
        Task task = task(name);
        int[] owners = new int[models];
        for (int i = 0; i < models; i++) {
            owners[i] = i % replicates;
        }
        long before = NativeArray.allocatedBytes();
        try (Stack stack = new Stack(task, DataOrder.natural(), owners);
                Evaluation evaluation = new Evaluation(task, stack);
                Insight insight = new Insight(task, stack.arithmetic(), replicate -> true)) {
            stack.step(0);
            for (int i = 0; i < models; i++) {
                Parameters start = new Parameters(task, stack.read(i));
                insight.start(new ModelProgress(start, task.criterion()), owners[i]);
            }
            assertThat(insight.looking()).isNotSameAs(insight.judging());
            double taken = NativeArray.allocatedBytes() - before;
            assertThat(Stack.bytes(task, models, replicates) / taken).isCloseTo(1, within(0.1));
            assertThat(evaluation.losses(1)).hasSize(models);
        }
        assertThat(NativeArray.allocatedBytes()).isEqualTo(before);
    }

    /** Large networks in large stacks spill the cache; tiny ones in small stacks pay for calls. */
    @Test
    void smallerNetworksGetLargerStacksAndCachesCount() {
        assertThat(StackSize.best(task("xor-2-2-1"), MEBIBYTE)).isEqualTo(StackSize.LARGEST);
        assertThat(StackSize.best(task("iris-mlp-tanh"), MEBIBYTE)).isBetween(500, StackSize.LARGEST);
        assertThat(StackSize.best(task("digits-mlp-tanh"), MEBIBYTE)).isBetween(32, 128);
        assertThat(StackSize.best(task("digits-cnn"), MEBIBYTE)).isBetween(4, 16);
        assertThat(StackSize.best(task("digits-cnn"), 4 * MEBIBYTE))
                .isBetween(
                        4 * StackSize.best(task("digits-cnn"), MEBIBYTE),
                        4 * StackSize.best(task("digits-cnn"), MEBIBYTE) + 3);
        assertThat(StackSize.best(task("digits-cnn"), 1)).isEqualTo(1);
    }

    /** Too many and a study is killed, too few and it is slow. The models of tiny networks come in lanes of 32. */
    @ParameterizedTest
    @CsvSource({"digits-mlp-tanh, 31, 1", "digits-cnn, 1, 1", "xor-2-2-1, 5, 32"})
    void aStackThatFitsIsTheLargestThatDoes(String name, int modelsPerReplicate, int lane) {
        Task task = task(name);
        long memory = bytes(task, 40, modelsPerReplicate);
        int size = StackSize.fitting(task, 1000, modelsPerReplicate, memory);
        assertThat(size).isBetween(40, 40 + lane);
        assertThat(bytes(task, size, modelsPerReplicate)).isLessThanOrEqualTo(memory);
        assertThat(bytes(task, size + 1, modelsPerReplicate)).isGreaterThan(memory);
        assertThat(StackSize.fitting(task, 7, modelsPerReplicate, memory)).isEqualTo(7);
        long one = bytes(task, 1, modelsPerReplicate);
        assertThat(StackSize.fitting(task, 1, modelsPerReplicate, one)).isEqualTo(1);
        assertThat(StackSize.fitting(task, 1000, modelsPerReplicate, one - 1)).isZero();
    }

    /** Memory of models in order of their replicates, when the first replicate has only its last model among them. */
    private static long bytes(Task task, int models, int modelsPerReplicate) {
        return Stack.bytes(task, models, 1 + (models - 1 + modelsPerReplicate - 1) / modelsPerReplicate);
    }

    @Test
    void theLeastLimitOfMemoryHolds() {
        long gib = 1L << 30;
        assertThat(MachineLimits.of(16 * gib, 2 * gib, 0).memoryBytes()).isEqualTo(13 * gib);
        assertThat(MachineLimits.of(16 * gib, 2 * gib, gib).memoryBytes()).isEqualTo(gib);
        assertThat(MachineLimits.of(2 * gib, gib / 2, 8 * gib).memoryBytes()).isEqualTo(gib);
    }
}
