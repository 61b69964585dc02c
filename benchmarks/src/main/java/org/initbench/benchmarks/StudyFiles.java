package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.HypothesesReader;
import org.jspecify.annotations.Nullable;

/** The studies and the hypotheses that come with the program. */
final class StudyFiles {

    private static final String EXTENSION = ".yaml";

    private final Path folder;

    /**
     * The files of a program.
     *
     * @param home its folder
     */
    StudyFiles(Path home) {
        folder = home.resolve("benchmarks/studies");
    }

    /**
     * The file of a study.
     *
     * @param study its name, or its path
     * @throws UsageException if there is none
     */
    Path file(String study) {
        Path named = folder.resolve(study + EXTENSION);
        if (study.matches("[A-Za-z0-9._-]+") && !named.endsWith(HypothesesReader.FILE) && Files.exists(named)) {
            return named;
        }
        Path file = Path.of(study);
        if (Files.exists(file)) {
            return file;
        }
        throw new UsageException(
                Suggestions.unknown("study", study, names()) + "; nor is there a study file of that path");
    }

    /** The names of the studies; none where there is no such folder. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(EXTENSION) && !name.equals(HypothesesReader.FILE))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageException("the studies in " + folder + " cannot be listed: " + e, e);
        }
    }

    /**
     * The file of hypotheses, byte by byte; null if there is none.
     *
     * @throws UsageException if it names what does not exist or is otherwise wrong
     */
    byte @Nullable [] hypotheses() {
        Path file = folder.resolve(HypothesesReader.FILE);
        if (!Files.exists(file)) {
            return null;
        }
        HypothesesReader.read(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read: " + e, e);
        }
    }
}
