package org.initbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Merges the parts of a bundle into its tables. */
final class PartMerge {
    private final Path folder;
    private final Path parts;
    private final long large;

    /**
     * A merge.
     *
     * @param folder the bundle
     * @param parts the folder of its parts
     * @param large bytes from which on a table is gzipped
     */
    PartMerge(Path folder, Path parts, long large) {
        this.folder = folder;
        this.parts = parts;
        this.large = large;
    }

    /**
     * Writes the tables.
     *
     * @param partOrder the names of all parts, in plan order
     * @throws IllegalStateException if a part is missing, or one is there that has no place in the order
     */
    void merge(List<String> partOrder) throws IOException {
        List<Path> files = inOrder(partOrder);
        merge(BundleFiles.RUNS, Tables.RUNS, BundleFiles.RUNS, files);
        packIfLarge(BundleFiles.RUNS);
        merge(BundleFiles.CROSSINGS, Tables.CROSSINGS, BundleFiles.CROSSINGS, files);
        packIfLarge(BundleFiles.CROSSINGS);
        merge(BundleFiles.CURVES_GZ, Tables.CURVES, BundleFiles.CURVES, files);
        merge(BundleFiles.DIAGNOSTICS_GZ, Tables.DIAGNOSTICS, BundleFiles.DIAGNOSTICS, files);
        mergeTuning();
        mergeJmh(partOrder);
    }

    private List<Path> inOrder(List<String> partOrder) throws IOException {
        Set<Path> unplaced = new HashSet<>(BundleWriter.list(parts, Part.SUFFIX));
        List<Path> ordered = new ArrayList<>();
        for (String name : partOrder) {
            Path file = Part.file(parts, name, Part.SUFFIX);
            if (!unplaced.remove(file)) {
                throw new IllegalStateException("part '" + name + "' is missing or named twice in the order");
            }
            ordered.add(file);
        }
        if (!unplaced.isEmpty()) {
            throw new IllegalStateException("parts without a place in the order: " + unplaced);
        }
        return ordered;
    }

    private <T> void merge(String target, CsvTable<T> table, String entry, List<Path> files) {
        DurableFiles.write(folder.resolve(target), raw -> {
            boolean zipped = target.endsWith(".gz");
            GZIPOutputStream gzip = zipped ? new GZIPOutputStream(raw, 1 << 16) : null;
            OutputStream out = gzip == null ? raw : gzip;
            table.write(out, List.of());
            for (Path file : files) {
                Part.readEntry(file, entry, (where, in) -> {
                    table.skipHeader(where, in);
                    in.transferTo(out);
                });
            }
            if (gzip != null) {
                gzip.finish();
            }
        });
    }

    private void packIfLarge(String name) throws IOException {
        Path plain = folder.resolve(name);
        Path packed = folder.resolve(BundleFiles.packed(name));
        if (Files.size(plain) < large) {
            Files.deleteIfExists(packed);
            return;
        }
        DurableFiles.write(packed, raw -> {
            GZIPOutputStream gzip = new GZIPOutputStream(raw, 1 << 16);
            Files.copy(plain, gzip);
            gzip.finish();
        });
        Files.delete(plain);
    }

    /** Nothing is written where no learning rate is tuned. */
    private void mergeTuning() throws IOException {
        List<Path> files = BundleWriter.list(parts, Part.TUNING_SUFFIX);
        if (files.isEmpty()) {
            return;
        }
        DurableFiles.write(folder.resolve(BundleFiles.TUNING), out -> {
            Tables.TUNING.write(out, List.of());
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    Tables.TUNING.skipHeader(file.toString(), in);
                    in.transferTo(out);
                }
            }
        });
    }

    private void mergeJmh(List<String> partOrder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : partOrder) {
            Path file = Part.file(parts, name, Part.JMH_SUFFIX);
            if (Files.exists(file)) {
                files.add(file);
            }
        }
        for (Path file : BundleWriter.list(parts, Part.JMH_SUFFIX)) {
            if (!files.contains(file)) {
                files.add(file);
            }
        }
        List<String> arrays = new ArrayList<>();
        for (Path file : files) {
            arrays.add(Files.readString(file));
        }
        if (!arrays.isEmpty()) {
            byte[] bytes = JmhJson.concatenate(arrays).getBytes(StandardCharsets.UTF_8);
            DurableFiles.write(folder.resolve(BundleFiles.JMH), out -> out.write(bytes));
        }
    }

    /** Removes the parts and their folder. */
    void removeParts() throws IOException {
        if (Files.exists(parts)) {
            for (Path file : BundleWriter.list(parts, "")) {
                Files.delete(file);
            }
            Files.delete(parts);
        }
    }
}
