package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddingProblemTest {

    @Test
    void countsAreAsAskedFor() {
        DataSet data = DataSets.addingProblem(20, 300, 70);
        assertThat(data.training().count()).isEqualTo(300);
        assertThat(data.test().count()).isEqualTo(70);
        assertThat(data.training().inputWidth()).isEqualTo(40);
        assertThat(data.training().targetWidth()).isEqualTo(1);
        assertThat(data.heldOut()).isTrue();
        assertThat(data.name()).isEqualTo("adding-problem-20-300-70");
    }

    /** A second mark in the same half would make long memories unnecessary; the first and last steps must be possible. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 20})
    void eachHalfHasOneMark(int steps) {
        DataSet data = DataSets.addingProblem(steps, 400, 50);
        Set<Integer> marked = new HashSet<>();
        for (Samples samples : new Samples[] {data.training(), data.test()}) {
            for (int i = 0; i < samples.count(); i++) {
                int[] marks = marks(samples, i);
                assertThat(marks).hasSize(2);
                assertThat(marks[0]).isLessThan(steps / 2);
                assertThat(marks[1]).isBetween(steps / 2, steps - 1);
                marked.add(marks[0]);
                marked.add(marks[1]);
            }
        }
        assertThat(marked).as("every step is marked now and then").hasSize(steps);
    }

    /**
     * A standardized value is z = (v − m) / d, so the sum of the marked ones is a straight line of the target, in training and
     * test samples the same one. Uniform values have m = 1/2 and d² = 1/12.
     */
    @Test
    void theTargetIsTheSumOfTheMarkedValues() {
        DataSet data = DataSets.addingProblem(20, 300, 70);
        SimpleRegression line = new SimpleRegression();
        for (Samples samples : new Samples[] {data.training(), data.test()}) {
            for (int i = 0; i < samples.count(); i++) {
                int[] marks = marks(samples, i);
                line.addData(value(samples, i, marks[0]) + value(samples, i, marks[1]), samples.targets()[i]);
            }
        }
        assertThat(line.getSumSquaredErrors()).isLessThan(1e-20);
        assertThat(line.getSlope()).isCloseTo(Math.sqrt(1.0 / 12), within(0.005));
        assertThat(line.getIntercept()).isCloseTo(1, within(0.02));
    }

    /** 1/6: the error of always answering 1, by which every publication on the problem measures. */
    @Test
    void theTargetsHaveTheKnownSpread() {
        double[] targets = DataSets.addingProblem(10, 5000, 10).training().targets();
        assertThat(StatUtils.mean(targets)).isCloseTo(1, within(4 * Math.sqrt(1.0 / 6 / 5000)));
        assertThat(StatUtils.populationVariance(targets)).isCloseTo(1.0 / 6, within(0.01));
        assertThat(StatUtils.min(targets)).isPositive();
        assertThat(StatUtils.max(targets)).isLessThan(2);
    }

    @Test
    void valuesAndMarkersAreStandardizedByTheTrainingSequences() {
        DataSet data = DataSets.addingProblem(20, 300, 70);
        for (int feature : new int[] {0, 1}) {
            double[] training = feature(data.training(), feature);
            assertThat(StatUtils.mean(training)).isCloseTo(0, within(1e-12));
            assertThat(StatUtils.populationVariance(training)).isCloseTo(1, within(1e-12));
            assertThat(StatUtils.mean(feature(data.test(), feature))).isCloseTo(0, within(0.1));
        }
        assertThat(StatUtils.mean(feature(data.test(), 0)))
                .as("not by their own")
                .isNotCloseTo(0, within(1e-6));
        double mark = Math.sqrt(20.0 / 2 - 1);
        assertThat(new HashSet<>(Arrays.stream(feature(data.test(), 1)).boxed().toList()))
                .as("20 steps, two of them marked: (1 − p) / √(p(1 − p)) and −p / √(p(1 − p)), p = 1/10")
                .hasSize(2)
                .allMatch(marker -> Math.abs(marker - mark) < 1e-12 || Math.abs(marker + 1 / mark) < 1e-12);
    }

    /** Test samples that were trained on would test nothing. */
    @Test
    void noTestSequenceIsATrainingSequence() {
        DataSet data = DataSets.addingProblem(4, 2000, 2000);
        Set<Double> seen = new HashSet<>();
        Arrays.stream(data.training().targets()).forEach(seen::add);
        assertThat(seen).as("sums of 104 random bits").hasSize(2000);
        assertThat(Arrays.stream(data.test().targets()).filter(seen::contains)).isEmpty();
    }

    /** More samples must not be other samples. */
    @Test
    void moreSequencesLeaveThoseThatThereWere() {
        Samples few = DataSets.addingProblem(12, 50, 5).training();
        DataSet many = DataSets.addingProblem(12, 200, 30);
        assertThat(Arrays.copyOf(many.training().targets(), 50)).isEqualTo(few.targets());
        assertThat(Arrays.copyOf(many.test().targets(), 5))
                .isEqualTo(DataSets.addingProblem(12, 50, 5).test().targets());
    }

    @Test
    void everyNumberIsPartOfTheIdentity() {
        assertThat(new AddingProblem(20, 300, 70).dataSet().digest())
                .isEqualTo(DataSets.addingProblem(20, 300, 70).digest())
                .isNotEqualTo(DataSets.addingProblem(20, 300, 71).digest())
                .isNotEqualTo(DataSets.addingProblem(20, 301, 70).digest())
                .isNotEqualTo(DataSets.addingProblem(21, 300, 70).digest());
    }

    @ParameterizedTest
    @CsvSource({"2, 10, 10", "10, 0, 10", "10, 10, 0", "-2, 10, 10"})
    void whatHasNoTwoHalvesOrNoSamplesIsRefused(int steps, int training, int test) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSets.addingProblem(steps, training, test))
                .withMessageContaining("not " + steps + ", " + training + " and " + test);
    }

    private static int[] marks(Samples samples, int sequence) {
        return IntStream.range(0, samples.inputWidth() / 2)
                .filter(t -> samples.inputs()[sequence * samples.inputWidth() + 2 * t + 1] > 0)
                .toArray();
    }

    private static double value(Samples samples, int sequence, int step) {
        return samples.inputs()[sequence * samples.inputWidth() + 2 * step];
    }

    private static double[] feature(Samples samples, int feature) {
        return IntStream.range(0, samples.inputs().length / 2)
                .mapToDouble(i -> samples.inputs()[2 * i + feature])
                .toArray();
    }
}
