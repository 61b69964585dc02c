package org.initbench.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.initbench.common.DataException;

/**
 * The records of one finished block, in one file: a zip archive of the four tables, so that a block is there whole or
 * not at all and every byte of it is under a checksum.
 */
final class Part {
    /** Ends the names of part files. */
    static final String SUFFIX = ".zip";

    /** Ends the names of JMH's results in the folder of parts. */
    static final String JMH_SUFFIX = ".jmh.json";

    /** Ends the names of what was tried to tune learning rates, in the folder of parts. */
    static final String TUNING_SUFFIX = ".tuning.csv";

    private static final List<String> ENTRIES =
            List.of(BundleFiles.RUNS, BundleFiles.CROSSINGS, BundleFiles.CURVES, BundleFiles.DIAGNOSTICS);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Part() {}

    /** Reads an entry of a part. */
    @FunctionalInterface
    interface EntryReader {
        void read(String where, InputStream in) throws IOException;
    }

    /**
     * The file of a part.
     *
     * @throws IllegalArgumentException if the name is not made of letters, digits, dots, dashes and underscores
     */
    static Path file(Path parts, String name, String suffix) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "part name '" + name + "': letters, digits, '.', '-' and '_' are allowed, 151 of them at most");
        }
        return parts.resolve(name + suffix);
    }

    static void write(
            OutputStream out,
            List<RunRecord> runs,
            List<Crossing> crossings,
            List<CurvePoint> curves,
            List<Diagnostic> diagnostics)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        writeEntry(zip, BundleFiles.RUNS, Tables.RUNS, runs);
        writeEntry(zip, BundleFiles.CROSSINGS, Tables.CROSSINGS, crossings);
        writeEntry(zip, BundleFiles.CURVES, Tables.CURVES, curves);
        writeEntry(zip, BundleFiles.DIAGNOSTICS, Tables.DIAGNOSTICS, diagnostics);
        zip.finish();
    }

    private static <T> void writeEntry(ZipOutputStream zip, String name, CsvTable<T> table, List<T> rows)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        zip.putNextEntry(entry);
        table.write(zip, rows);
        zip.closeEntry();
    }

    /**
     * Reads one table of a part to its end, so that its checksum is verified.
     *
     * @throws DataException if the part is damaged, cut off, or has no such table
     */
    static void readEntry(Path part, String name, EntryReader reader) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(part), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    reader.read(part + " (" + name + ")", unclosed(zip));
                    zip.closeEntry();
                    return;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(part + ": damaged or cut off: " + e.getMessage(), e);
        }
        throw new DataException(part + ": damaged: it holds no " + name);
    }

    /** Whether every table is there and has the bytes that were written. */
    static boolean isSound(Path part) {
        Set<String> found = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(part), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.add(entry.getName());
                zip.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return found.containsAll(ENTRIES);
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, length);
            }

            @Override
            public void close() {
                // The archive is closed by its owner.
            }
        };
    }
}
