package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.common.MachineException;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.MachineLimits;
import org.initbench.training.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackPlanTest {

    private static final int CACHE = 1 << 20;

    /** A model left out or trained twice; or a worker that idles while another has two stacks. */
    @ParameterizedTest
    @CsvSource({"0, 8, 2, 0", "1, 8, 2, 1", "62, 80, 2, 2", "62, 10, 2, 8", "7, 3, 1, 3", "5, 1, 4, 5", "9, 4, 2, 4"})
    void everyModelIsInOneStackAndWorkersShareAlike(int models, int largest, int workers, int stacks) {
        List<Integer> all = IntStream.range(0, models).boxed().toList();
        List<List<Integer>> cut = new StackPlan(largest, workers).cut(all);
        assertThat(cut).hasSize(stacks).allSatisfy(stack -> assertThat(stack).hasSizeBetween(1, largest));
        assertThat(cut.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
        assertThat(cut.stream().mapToInt(List::size).summaryStatistics())
                .satisfies(sizes ->
                        assertThat((long) sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1));
    }

    @Test
    void aStackShrinksToItsShareOfMemoryAndIsRefusedOnlyIfOneModelIsTooMuch() {
        ResolvedStudy study = Studies.withStackSize(Studies.of(1, 2, 1, "digits-mlp-tanh"), 100);
        Task task = Tasks.byName("digits-mlp-tanh");
        long hundred = Stack.bytes(task, 100, 35);
        assertThat(plan(study, task, 4 * hundred)).isEqualTo(new StackPlan(100, 2));
        assertThat(plan(study, task, hundred).largest()).isBetween(10, 90);
        long one = Stack.bytes(task, 1, 1);
        assertThat(plan(study, task, 2 * one)).isEqualTo(new StackPlan(1, 2));
        for (long memory : new long[] {2 * one - 2, 0, -1000}) {
            assertThatExceptionOfType(MachineException.class)
                    .isThrownBy(() -> plan(study, task, memory))
                    .withMessageContaining("task 'digits-mlp-tanh' needs")
                    .withMessageContaining("lower workers");
        }
    }

    private static StackPlan plan(ResolvedStudy study, Task task, long memory) {
        return StackPlan.of(study, task, study.arms(), new MachineLimits(CACHE, memory));
    }

    /** Time left is guessed from the share: it must not fall back, nor end anywhere but at 1. */
    @Test
    void progressAddsUpToOne() {
        List<Double> shares = new ArrayList<>();
        BlockProgress progress = new BlockProgress(0.3, shares::add);
        for (int i = 0; i < 3; i++) {
            progress.add(0.1);
        }
        assertThat(shares).isSorted();
        assertThat(shares.get(2)).isEqualTo(1);
    }
}
