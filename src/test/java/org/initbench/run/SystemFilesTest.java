package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aWordIsTheFirstLineThatSaysSomething() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "\n  \n on \noff\n");
        assertThat(SystemFiles.word(file)).contains("on");
        assertThat(SystemFiles.lines(file)).containsExactly("", "  ", " on ", "off");
    }

    /** A folder, or bytes that are no text, cannot be read as lines. */
    @Test
    void whatCannotBeReadIsEmpty() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(SystemFiles.word(folder.resolve("gone"))).isEmpty();
        assertThat(SystemFiles.lines(folder)).isEmpty();
        assertThat(SystemFiles.lines(bytes)).isEmpty();
    }
}
