package org.initbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Small text files in which a system tells of itself; one that is missing or cannot be read is taken for empty. */
final class SystemFiles {
    private SystemFiles() {}

    /** The first line that is not blank, stripped. */
    static Optional<String> word(Path file) {
        return lines(file).stream().map(String::strip).filter(s -> !s.isEmpty()).findFirst();
    }

    static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
