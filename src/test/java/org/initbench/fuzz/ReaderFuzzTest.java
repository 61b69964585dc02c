package org.initbench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that crashes tells its user nothing. Some thousand cases here; {@link FuzzTool} runs as many as there is time for. */
class ReaderFuzzTest {

    private static final long SEED = 20261126;
    private static final int CASES = 3000;

    @Test
    void damagedFilesEndInAMessage(@TempDir Path folder) throws IOException {
        Fuzzer fuzzer = new Fuzzer(folder, SEED);
        fuzzer.run(0, CASES);
        assertThat(fuzzer.crashes()).isEmpty();
        assertThat(fuzzer.refused()).as("the damage is real").isGreaterThan(CASES / 4);
        assertThat(fuzzer.accepted())
                .as("and not so heavy that only the first check would be tested")
                .isGreaterThan(CASES / 100);
    }
}
