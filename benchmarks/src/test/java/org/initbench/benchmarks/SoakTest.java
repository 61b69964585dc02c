package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.study.StudyReader;
import org.initbench.training.NativeBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory that grows by a kilobyte a block ends a study after a week; {@link SoakTool} watches for as long as one likes. */
class SoakTest {

    /** Every buffer of a block is given back, to the last byte, and none takes more than was foreseen. */
    @Test
    void blocksStayWithinThePredictedMemoryAndGiveItBack(@TempDir Path folder) throws Exception {
        Path study = Files.writeString(folder.resolve("soak.yaml"), """
                replicates: 100000
                workers: 2
                largest_budget: 2
                tasks: [iris-mlp-tanh, digits-cnn]
                initializers: [zero, {name: normal, scales: [0.1, 0.3]}]
                """);
        NativeBackend.require();
        Soak soak = new Soak(StudyReader.read(study));
        long predicted = soak.predicted();
        soak.run(10, 0, sample -> {});
        assertThat(soak.samples()).hasSizeGreaterThan(9).allSatisfy(sample -> {
            assertThat(sample.left()).isZero();
            assertThat(sample.stacks()).isLessThan((long) (1.1 * predicted));
        });
        assertThat(soak.samples()).as("stacks were seen at work").anyMatch(sample -> sample.stacks() > predicted / 2);
    }

    @Test
    void growthIsToldFromNoise() {
        assertThat(Soak.growth(List.of(1L, 2L, 100L, 90L, 95L, 100L))).isCloseTo(1.0, within(1e-12));
        assertThat(Soak.growth(List.of(1L, 2L, 100L, 90L, 150L, 140L))).isCloseTo(1.5, within(1e-12));
    }
}
