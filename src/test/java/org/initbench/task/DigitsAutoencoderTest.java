package org.initbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class DigitsAutoencoderTest {

    /** A picture that is not the one shown, or not to scale, would be learned as well. */
    @Test
    void theAutoencodersTargetsAreTheGreyLevelsOfItsInputs() throws IOException {
        DataSet data = DataSets.digitsAutoencoder();
        DataSet digits = DataSets.shipped("digits");
        double[][] raw = DataSetsTest.raw("digits.csv.gz", 0);
        double[] spread = IntStream.range(0, 64)
                .mapToDouble(
                        j -> range(Arrays.stream(raw).mapToDouble(row -> row[j]).toArray()))
                .toArray();
        assertThat(data.training().inputs()).isEqualTo(digits.training().inputs());
        assertThat(data.test().inputs()).isEqualTo(digits.test().inputs());
        double scale = Double.NaN;
        for (int j = 0; j < 64; j++) {
            double[] target = DoubleStream.concat(
                            Arrays.stream(targetColumn(data.training(), j)),
                            Arrays.stream(targetColumn(data.test(), j)))
                    .toArray();
            double range = range(target);
            if (StatUtils.variance(DataSetsTest.column(data.training(), j)) == 0) {
                assertThat(target).as("pixel %d is never inked", j).containsOnly(0);
            } else {
                scale = Double.isNaN(scale) ? range / spread[j] : scale;
                assertThat(range).as("pixel %d", j).isCloseTo(scale * spread[j], within(1e-12));
                assertThat(correlation(DataSetsTest.column(data.training(), j), targetColumn(data.training(), j)))
                        .isCloseTo(1, within(1e-12));
            }
        }
    }

    /** Half the number of pixels: the loss of the best constant predictor, by which threshold levels are set. */
    @Test
    void theAutoencodersTargetsAverageVarianceOne() {
        Samples training = DataSets.digitsAutoencoder().training();
        for (int j = 0; j < 64; j++) {
            assertThat(StatUtils.mean(targetColumn(training, j))).isCloseTo(0, within(1e-12));
        }
        assertThat(LossFunction.SQUARED_ERROR_SUM.ofBestConstant(training.targets(), 64) / training.count())
                .isCloseTo(32, within(1e-10));
        assertThat(DataSets.digitsAutoencoder().heldOut()).isTrue();
        assertThat(DataSets.digitsAutoencoder().test().count()).isEqualTo(357);
    }

    private static double[] targetColumn(Samples samples, int output) {
        return IntStream.range(0, samples.count())
                .mapToDouble(i -> samples.targets()[i * samples.targetWidth() + output])
                .toArray();
    }

    private static double range(double[] values) {
        return StatUtils.max(values) - StatUtils.min(values);
    }

    private static double correlation(double[] a, double[] b) {
        return new PearsonsCorrelation().correlation(a, b);
    }
}
