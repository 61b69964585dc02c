package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.run.ResolvedStudy;
import org.initbench.training.MachineLimits;
import org.junit.jupiter.api.Test;

/** Who is told an hour and waits for a day does not come back. */
class PredictorTest {

    private static final MachineLimits MACHINE = new MachineLimits(1 << 20, 1L << 30);

    private static TaskPrediction predict(ResolvedStudy study, ExpectedEpochs expected) throws InterruptedException {
        return new Predictor(study, MACHINE, expected).predict(0);
    }

    /** Three random starts, 7 replicates each, and two deterministic ones that a full-batch task is trained from once. */
    @Test
    void everyModelIsCounted() throws InterruptedException {
        TaskPrediction xor = predict(Studies.of(7, 2, 1, "xor-2-2-1"), ExpectedEpochs.committed());
        assertThat(xor.task()).isEqualTo("xor-2-2-1");
        assertThat(xor.cells()).isEqualTo(5);
        assertThat(xor.models()).isEqualTo(3 * 7 + 2);
        assertThat(xor.blocks()).isEqualTo(4);
        assertThat(xor.seconds()).isPositive();
        assertThat(xor.memoryBytes()).isPositive();
    }

    /** Sixteen times the replicates are sixteen times the blocks; one measurement differs from another by less than that. */
    @Test
    void moreReplicatesTakeLonger() throws InterruptedException {
        TaskPrediction few = predict(Studies.of(4, 2, 1, "digits-logistic"), ExpectedEpochs.of(List.of()));
        TaskPrediction many = predict(Studies.of(64, 2, 1, "digits-logistic"), ExpectedEpochs.of(List.of()));
        assertThat(many.models()).isEqualTo(16 * few.models());
        assertThat(many.blocks()).isEqualTo(16 * few.blocks());
        assertThat(many.seconds()).isGreaterThan(few.seconds());
    }

    /** 5, 4, 3 and 3 in this order on two workers: 5 + 3 and 4 + 3. */
    @Test
    void workersTakePiecesOneAfterAnother() {
        double[] pieces = {5, 4, 3, 3};
        assertThat(Predictor.makespan(pieces, 1)).isEqualTo(15);
        assertThat(Predictor.makespan(pieces, 2)).isEqualTo(8);
        assertThat(Predictor.makespan(pieces, 9)).isEqualTo(5);
        assertThat(Predictor.makespan(new double[0], 2)).isZero();
    }
}
