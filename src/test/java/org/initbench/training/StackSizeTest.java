package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                Evaluation evaluation = new Evaluation(task, stack)) {
            stack.step(0);
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

    @ParameterizedTest
    @CsvSource({"digits-mlp-tanh, 31", "digits-cnn, 1", "xor-2-2-1, 5"})
    void aStackThatFitsIsTheLargestThatDoes(String name, int modelsPerReplicate) {
        Task task = task(name);
        long memory = Stack.bytes(task, 40, 40 / modelsPerReplicate + 2);
        int size = StackSize.fitting(task, 1000, modelsPerReplicate, memory);
        assertThat(size).isBetween(20, 64);
        assertThat(Stack.bytes(task, size, Math.min(size, size / modelsPerReplicate)))
                .isLessThanOrEqualTo(memory);
        assertThat(StackSize.fitting(task, 7, modelsPerReplicate, memory)).isEqualTo(7);
        int asLargeAsOne = StackSize.fitting(task, 1000, modelsPerReplicate, Stack.bytes(task, 1, 1));
        assertThat(asLargeAsOne).as("interleaved models come in lanes of 32").isIn(1, 32);
        assertThat(StackSize.fitting(task, 1000, modelsPerReplicate, Stack.bytes(task, 1, 1) - 1))
                .isZero();
    }

    @Test
    void theLeastLimitOfMemoryHolds() {
        long gib = 1L << 30;
        assertThat(MachineLimits.of(16 * gib, 2 * gib, 0).memoryBytes()).isEqualTo(13 * gib);
        assertThat(MachineLimits.of(16 * gib, 2 * gib, gib).memoryBytes()).isEqualTo(gib);
        assertThat(MachineLimits.of(2 * gib, gib / 2, 8 * gib).memoryBytes()).isEqualTo(gib);
    }

    /** A first-level cache taken for the second would make stacks a thirtieth as large. */
    @Test
    void theSecondLevelCacheIsRead(@TempDir Path caches) throws IOException {
        assertThat(MachineLimits.secondLevelCache(caches.resolve("none"))).isEqualTo(MEBIBYTE);
        for (int level = 1; level <= 3; level++) {
            Path cache = Files.createDirectory(caches.resolve("index" + level));
            Files.writeString(cache.resolve("level"), level + "\n");
            Files.writeString(cache.resolve("size"), level * 256 + "K\n");
        }
        assertThat(MachineLimits.secondLevelCache(caches)).isEqualTo(MEBIBYTE / 2);
        Files.writeString(caches.resolve("index2/size"), "much\n");
        assertThat(MachineLimits.secondLevelCache(caches)).isEqualTo(MEBIBYTE);
    }
}
