package org.initbench.study;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.initbench.common.StrictYaml;
import org.initbench.common.UsageException;
import org.initbench.run.Engine;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.Precision;
import org.jspecify.annotations.Nullable;

/** Reads study files. Whatever is wrong is said with the file, the line, and what would be right. */
public final class StudyReader {

    private StudyReader() {}

    /**
     * Reads a study file and writes out every default.
     *
     * @param file the file
     * @throws UsageException if it cannot be read, or names what does not exist, or asks for what makes no sense
     */
    public static ResolvedStudy read(Path file) {
        return request(file).study();
    }

    /**
     * Reads a study file: the study, and how long it may take.
     *
     * @param file the file
     * @throws UsageException as {@link #read} does
     */
    public static StudyRequest request(Path file) {
        return request(file, null, null);
    }

    /**
     * Reads a study file that is to be run on another engine or in another precision than it says.
     *
     * @param file the file
     * @param engine the engine; null for the study's own
     * @param precision the precision of all tasks; null for the study's own
     * @throws UsageException as {@link #read} does
     */
    public static StudyRequest request(Path file, @Nullable Engine engine, @Nullable Precision precision) {
        String label = String.valueOf(file.getFileName());
        StudyFile parsed = new StudyParser(label).parse(text(file)).with(engine, precision);
        StudyResolver resolver = new StudyResolver(label);
        return new StudyRequest(resolver.resolve(parsed), resolver.timeLimit(parsed));
    }

    private static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a folder; a study file is expected");
        }
        try {
            if (Files.size(file) > StrictYaml.LARGEST_FILE) {
                throw new UsageException("study file " + file + " is larger than 1 MiB; a study fits on a page");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("study file " + file + " does not exist", e);
        } catch (CharacterCodingException e) {
            throw new UsageException("study file " + file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new UsageException("study file " + file + " cannot be read: " + e, e);
        }
    }
}
