package org.initbench.hypothesis;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.common.StrictYaml;
import org.initbench.common.UsageException;

/** Reads files of hypotheses. Whatever is wrong is said with the file, the line, and what would be right. */
public final class HypothesesReader {

    /** The file's name, beside the studies and in a bundle. */
    public static final String FILE = "hypotheses.yaml";

    private HypothesesReader() {}

    /**
     * Reads hypotheses that are about to be tested: every task and initializer must exist.
     *
     * @throws UsageException if the file cannot be read or is wrong
     */
    public static Hypotheses read(Path file) {
        return new HypothesesParser(String.valueOf(file.getFileName()), Names.REGISTERED).parse(text(file));
    }

    /**
     * Reads the hypotheses of a bundle, which may be of another version of the program: tasks and initializers may have any name.
     *
     * @throws UsageException if the file cannot be read or is wrong
     */
    public static Hypotheses readCopy(Path file) {
        return new HypothesesParser(String.valueOf(file), Names.ANY).parse(text(file));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > StrictYaml.LARGEST_FILE) {
                throw new UsageException(file + ": larger than 1 MiB; hypotheses fit on a few pages");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + ": not text in UTF-8", e);
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read: " + e, e);
        }
    }
}
