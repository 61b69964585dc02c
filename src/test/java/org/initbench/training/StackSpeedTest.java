package org.initbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.initbench.run.Engine;
import org.initbench.task.DataOrder;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.StackSpeed.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured for a second is multiplied by thousands. */
class StackSpeedTest {

    private static final Line NOTHING = new Line(0, 0);

    /** On a line through (2, 5) and (10, 9): 4 a call and 0.5 a model. */
    @Test
    void aLineGoesThroughBothMeasurements() {
        Line line = Line.through(2, 5, 10, 9);
        assertThat(line.fixed()).isCloseTo(4, within(1e-12));
        assertThat(line.perModel()).isCloseTo(0.5, within(1e-12));
        assertThat(Line.through(3, 6, 3, 6)).isEqualTo(new Line(0, 2));
    }

    /** A small stack that seemed to take longer than a large one, or none at all, would give negative times. */
    @Test
    void aLineNeitherFallsNorStartsBelowZero() {
        assertThat(Line.through(2, 9, 10, 8)).isEqualTo(new Line(8, 0));
        assertThat(Line.through(2, 1, 10, 20)).isEqualTo(new Line(0, 2));
    }

    /**
     * Exclusive or is looked at after every update. Models that leave after 2 and 5 updates make 5 updates of the stack and 7 of
     * models; the losses are seen 6 times, of two models until the first has left; the metrics when one leaves, and at points of
     * the learning curve, of which each of 0 to 5 is one.
     */
    @Test
    void aStackTrainsUntilItsLastModelLeaves() {
        Task task = Tasks.byName("xor-2-2-1");
        int[] ends = {5, 2};
        assertThat(new StackSpeed(new Line(1, 0), NOTHING, NOTHING).seconds(task, ends))
                .isEqualTo(5);
        assertThat(new StackSpeed(new Line(0, 1), NOTHING, NOTHING).seconds(task, ends))
                .isEqualTo(7);
        assertThat(new StackSpeed(NOTHING, new Line(1, 0), NOTHING).seconds(task, ends))
                .isEqualTo(6);
        assertThat(new StackSpeed(NOTHING, new Line(0, 1), NOTHING).seconds(task, ends))
                .isEqualTo(3 * 2 + 3);
        assertThat(new StackSpeed(NOTHING, NOTHING, new Line(1, 0)).seconds(task, ends))
                .isEqualTo(6);
    }

    /** The digits are looked at after every update up to 64, then ever more rarely: 900 updates are seen at 64 + 32·ln(900/64) or so. */
    @Test
    void looksBecomeRare() {
        Task task = Tasks.byName("digits-logistic");
        double looks = new StackSpeed(NOTHING, new Line(1, 0), NOTHING).seconds(task, new int[] {900});
        assertThat(looks).isBetween(130.0, 190.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xor-2-2-1", "digits-mlp-tanh"})
    void aMeasurementIsPositive(String name) {
        Task task = Tasks.byName(name);
        List<Start> starts = IntStream.range(0, 16)
                .mapToObj(i -> new Start(Networks.randomParameters(task, 0.1, i), 0))
                .toList();
        StackSpeed speed = StackSpeed.measure(Engine.ND4J, task, DataOrder.shuffled(1, "t"), starts);
        assertThat(speed.update().at(16)).isBetween(1e-8, 1.0);
        assertThat(speed.metric().at(16)).isBetween(1e-9, 1.0);
        if (task.evaluatedOnBatch()) {
            assertThat(speed.loss().at(16)).as("part of the update").isZero();
        } else {
            assertThat(speed.loss().at(16)).isBetween(1e-8, 1.0);
        }
        assertThat(StackSpeed.mean(List.of(speed, speed)).update().perModel())
                .isCloseTo(speed.update().perModel(), within(1e-15));
    }
}
