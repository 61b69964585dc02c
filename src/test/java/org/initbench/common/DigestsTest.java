package org.initbench.common;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
    /** FIPS 180-4's example: SHA-256 of the three letters abc. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void agreesWithTheStandardFromEverySource(@TempDir Path folder) throws IOException {
        byte[] abc = "abc".getBytes(US_ASCII);
        Path file = Files.write(folder.resolve("abc"), abc);
        assertThat(Digests.sha256(abc)).isEqualTo(ABC);
        assertThat(Digests.sha256(file)).isEqualTo(ABC);
        assertThat(Digests.sha256(new ByteArrayInputStream(abc))).isEqualTo(ABC);
        assertThat(Digests.shortForm(ABC)).isEqualTo("ba7816bf8f01cfea");
    }

    @Test
    void refusesToShortenWhatIsNoDigest() {
        assertThatIllegalArgumentException().isThrownBy(() -> Digests.shortForm("abc"));
    }
}
