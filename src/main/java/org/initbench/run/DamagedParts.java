package org.initbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.initbench.common.DataException;

/** The parts of an unfinished bundle that cannot be read: a failing disk damaged them. They are renamed, and count as missing. */
final class DamagedParts {

    /** Ends the name of a part that was set aside. */
    static final String SUFFIX = ".damaged";

    private final Path parts;

    /**
     * Damage in a folder of parts.
     *
     * @param parts the folder; need not exist
     */
    DamagedParts(Path parts) {
        this.parts = parts;
    }

    /** Renames them; returns their names. */
    List<String> setAside() throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(parts)) {
            return names;
        }
        for (Path file : BundleWriter.list(parts, "")) {
            String name = String.valueOf(file.getFileName());
            if (isDamaged(file, name)) {
                Files.move(file, parts.resolve(name + SUFFIX), StandardCopyOption.REPLACE_EXISTING);
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isDamaged(Path file, String name) throws IOException {
        if (name.endsWith(Part.SUFFIX)) {
            return !Part.isSound(file);
        }
        if (name.endsWith(Part.JMH_SUFFIX)) {
            return !JmhJson.isArray(file);
        }
        return name.endsWith(Part.TUNING_SUFFIX) && !isTable(file);
    }

    private static boolean isTable(Path file) throws IOException {
        Findings findings = new Findings();
        try (InputStream in = Files.newInputStream(file)) {
            Tables.TUNING.read(file.toString(), in, findings, (place, trial) -> {});
        } catch (DataException e) {
            return false;
        }
        return findings.total() == 0;
    }
}
