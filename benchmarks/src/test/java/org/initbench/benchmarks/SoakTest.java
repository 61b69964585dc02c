package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.benchmarks.Soak.Sample;
import org.initbench.study.StudyReader;
import org.initbench.training.NativeBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory that grows by a kilobyte a block ends a study after a week; {@link SoakTool} watches for as long as one likes. */
class SoakTest {

    /** Every buffer of a block is given back: not a byte of native memory may be left, however many blocks there were. */
    @Test
    void blocksGiveBackTheirNativeMemory(@TempDir Path folder) throws Exception {
        Path study = Files.writeString(folder.resolve("soak.yaml"), """
                replicates: 100000
                workers: 2
                largest_budget: 20
                tasks: [iris-mlp-tanh, digits-cnn]
                initializers: [zero, {name: normal, scales: [0.1, 0.3]}]
                """);
        NativeBackend.require();
        Soak soak = new Soak(StudyReader.read(study));
        soak.run(6, 0, sample -> {});
        assertThat(soak.samples()).hasSizeGreaterThan(9);
        List<Long> offHeap = soak.samples().stream().map(Sample::offHeap).toList();
        int half = offHeap.size() / 2;
        assertThat(offHeap.subList(half, offHeap.size()).stream().mapToLong(l -> l).max().orElseThrow())
                .isLessThanOrEqualTo(
                        offHeap.subList(2, half).stream().mapToLong(l -> l).max().orElseThrow());
    }

    @Test
    void growthIsToldFromNoise() {
        assertThat(Soak.growth(List.of(1L, 2L, 100L, 90L, 95L, 100L))).isCloseTo(1.0, within(1e-12));
        assertThat(Soak.growth(List.of(1L, 2L, 100L, 90L, 150L, 140L))).isCloseTo(1.5, within(1e-12));
    }
}
