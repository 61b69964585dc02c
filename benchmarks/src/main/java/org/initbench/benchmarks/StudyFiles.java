package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.HypothesesReader;

/** The studies that come with the program, and those of the user. */
final class StudyFiles {

    private static final String EXTENSION = ".yaml";

    private StudyFiles() {}

    /** Where the studies are that come with the program. */
    static Path folder() {
        return Path.of(System.getProperty("initbench.home", "")).resolve("benchmarks/studies");
    }

    /**
     * The file of a study.
     *
     * @param study name of a study that comes with the program, or the path of a file
     * @throws UsageException if there is neither
     */
    static Path find(String study) {
        Path named = folder().resolve(study + EXTENSION);
        if (study.matches("[A-Za-z0-9._-]+") && !named.endsWith(HypothesesReader.FILE) && Files.exists(named)) {
            return named;
        }
        Path file = Path.of(study);
        if (Files.exists(file)) {
            return file;
        }
        throw new UsageException(
                Suggestions.unknown("study", study, names(folder())) + "; nor is there a study file of that path");
    }

    /** Names of the studies that come with the program. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Files.isDirectory(folder()) ? names(folder()).iterator() : Collections.emptyIterator();
        }
    }

    private static List<String> names(Path studies) {
        try (Stream<Path> files = Files.list(studies)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(EXTENSION) && !name.equals(HypothesesReader.FILE))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageException("the studies in " + studies + " cannot be listed: " + e, e);
        }
    }
}
