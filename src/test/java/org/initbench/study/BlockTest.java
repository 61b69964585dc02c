package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.initbench.run.ResolvedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTest {

    /** A replicate left out or run twice would change every estimate. */
    @ParameterizedTest
    @CsvSource({
        "10, 1, 1, 10",
        "10, 2, 1, 5",
        "10, 2, 3, 2",
        "10, 3, 1, 4",
        "1, 1024, 1000, 1",
        "7, 7, 1, 1",
        "100000, 2, 500, 100"
    })
    void blocksHoldEveryReplicateOnce(int replicates, int workers, int stackReplicates, int blocks) {
        ResolvedStudy study = Studies.of(replicates, workers, stackReplicates, "xor-2-2-1", "encoder-10-5-10");
        List<Block> all = Block.of(study);
        assertThat(all).hasSize(2 * blocks);
        for (int task = 0; task < 2; task++) {
            List<Block> own = Block.of(study, task);
            assertThat(all.subList(task * blocks, (task + 1) * blocks)).isEqualTo(own);
            int number = task;
            assertThat(own).allSatisfy(block -> {
                assertThat(block.taskNumber()).isEqualTo(number);
                assertThat(block.task()).isEqualTo(study.tasks().get(number));
                assertThat(block.replicates()).isBetween(1, workers * stackReplicates);
            });
            assertThat(own.stream()
                            .flatMapToInt(
                                    b -> IntStream.range(b.firstReplicate(), b.firstReplicate() + b.replicates())))
                    .containsExactly(IntStream.range(0, replicates).boxed().toArray(Integer[]::new));
        }
    }

    /** Parts are read back in the order of their names. */
    @Test
    void namesOfPartsAreUniqueAndSortInPlanOrder() {
        List<String> parts = Block.of(Studies.of(100_000, 1, 1000, "xor-2-2-1", "encoder-10-5-10")).stream()
                .map(Block::part)
                .toList();
        assertThat(parts).isSorted().doesNotHaveDuplicates();
        assertThat(parts.get(0)).isEqualTo("000-xor-2-2-1-000000");
        assertThat(parts.get(101)).isEqualTo("001-encoder-10-5-10-001000");
    }

    /** A benchmark that warms up on reported replicates would measure them twice. */
    @Test
    void aBlockBeyondTheLastReplicateIsWhole() {
        ResolvedStudy study = Studies.of(5, 2, 1, "xor-2-2-1");
        assertThat(Block.at(study, 0, 4).replicates()).isEqualTo(1);
        assertThat(Block.at(study, 0, 5).replicates()).isEqualTo(2);
        assertThat(Block.at(study, 0, 200_000).replicates()).isEqualTo(2);
    }
}
