package org.initbench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle, block by block. A finished block is a file in {@code parts/} that appears whole or not at all; the
 * last step merges the parts, writes the manifest, and only then removes the parts. So whatever happens at any moment
 * leaves a bundle that is finished or can be resumed, and loses at most the block in flight.
 *
 * <p>A full or failing disk is an {@link UncheckedIOException} that names the file.
 */
public final class BundleWriter {
    private final Path folder;
    private final Path parts;

    private BundleWriter(Path folder) {
        this.folder = folder;
        this.parts = folder.resolve(BundleFiles.PARTS);
    }

    /** Makes a new bundle without hypotheses, as {@link #create(Path, ResolvedStudy, Environment, byte[])} does. */
    public static BundleWriter create(Path folder, ResolvedStudy study, Environment environment) {
        return create(folder, study, environment, null);
    }

    /** Makes a new bundle of a whole study, as {@link #create(Path, ResolvedStudy, Environment, byte[], Shard)} does. */
    public static BundleWriter create(
            Path folder, ResolvedStudy study, Environment environment, byte @Nullable [] hypotheses) {
        return create(folder, study, environment, hypotheses, Shard.WHOLE);
    }

    /**
     * Makes a new bundle.
     *
     * @param folder does not exist yet, or is empty, or holds what a process left that was ended while it made a bundle
     * @param hypotheses the file of hypotheses, byte by byte; null for none: what the bundle shows is exploratory then
     * @param shard which share of the study it is to hold
     * @throws UsageException if it holds anything else, is no folder, or cannot be written to
     */
    public static BundleWriter create(
            Path folder, ResolvedStudy study, Environment environment, byte @Nullable [] hypotheses, Shard shard) {
        BundleFolder.requireFree(folder);
        BundleWriter writer = new BundleWriter(folder);
        try {
            for (String begun : BundleFiles.BEFORE_STUDY) {
                Files.deleteIfExists(folder.resolve(begun));
            }
            Files.createDirectories(writer.parts);
            writer.write(BundleFiles.ENVIRONMENT, Formats.json(), environment);
            if (!shard.whole()) {
                writer.write(BundleFiles.SHARD, Formats.json(), shard);
            }
            if (hypotheses != null) {
                DurableFiles.write(folder.resolve(BundleFiles.HYPOTHESES), out -> out.write(hypotheses));
            }
            writer.write(BundleFiles.STUDY, Formats.yaml(), study);
        } catch (IOException | UncheckedIOException e) {
            throw BundleFolder.cannotWrite(folder, e);
        }
        return writer;
    }

    /**
     * Opens a bundle that {@link #create} made, in another process or to resume it.
     *
     * @throws DataException if the folder is no bundle
     */
    public static BundleWriter open(Path folder) {
        if (!Files.isRegularFile(folder.resolve(BundleFiles.STUDY))) {
            throw new DataException(folder + " is not a bundle: it holds no " + BundleFiles.STUDY);
        }
        return new BundleWriter(folder);
    }

    /** The bundle's folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Takes the right to measure into the bundle.
     *
     * @throws UsageException if another process has it
     */
    public BundleLock lock() {
        return BundleLock.of(folder);
    }

    /**
     * Takes the right to train for the bundle: that of a process which was started by the one that measures into it.
     *
     * @throws UsageException if another process has it, and does not end
     */
    public BundleLock lockForTraining() {
        return BundleLock.ofFork(folder);
    }

    /** Whether the bundle is finished, and nothing that measured into it was ended before its own end. */
    public boolean isEnded() {
        return isFinished() && Files.notExists(folder.resolve(BundleFiles.LOCK));
    }

    /** Whether {@link #finish} has done its work: then nothing can be added. */
    public boolean isFinished() {
        return Manifest.exists(folder);
    }

    /** Whether the block's records are safely on disk; true for every block of a finished bundle. */
    public boolean hasPart(String name) {
        return isFinished() || Files.exists(Part.file(parts, name, Part.SUFFIX));
    }

    /** Whether JMH's result of that name is safely on disk; true for every name once the bundle is finished. */
    public boolean hasJmh(String name) {
        return isFinished() || Files.exists(Part.file(parts, name, Part.JMH_SUFFIX));
    }

    /**
     * Keeps the records of a finished block.
     *
     * @param name letters, digits, dots, dashes and underscores; names that sort in plan order let an unfinished bundle
     *     be read in plan order
     * @throws IllegalStateException if the block is there already
     */
    public void writePart(
            String name,
            List<RunRecord> runs,
            List<Crossing> crossings,
            List<CurvePoint> curves,
            List<Diagnostic> diagnostics) {
        Path target = Part.file(parts, name, Part.SUFFIX);
        requireNew(target);
        DurableFiles.write(target, out -> Part.write(out, runs, crossings, curves, diagnostics));
    }

    /**
     * Keeps what was tried to tune the learning rates of a task.
     *
     * @param name as in {@link #writePart}
     * @throws IllegalStateException if it is there already
     */
    public void writeTuning(String name, List<TuningTrial> trials) {
        Path target = Part.file(parts, name, Part.TUNING_SUFFIX);
        requireNew(target);
        DurableFiles.write(target, out -> Tables.TUNING.write(out, trials));
    }

    /** Whether what was tried to tune the learning rates of a task is safely on disk; true of a finished bundle. */
    public boolean hasTuning(String name) {
        return isFinished() || Files.exists(Part.file(parts, name, Part.TUNING_SUFFIX));
    }

    /**
     * What was tried to tune the learning rates of a task.
     *
     * @param name the name under which it was written
     * @throws DataException if it is damaged or not there
     */
    public List<TuningTrial> tuning(String name) {
        Path file = Part.file(parts, name, Part.TUNING_SUFFIX);
        Findings findings = new Findings();
        List<TuningTrial> trials = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Tables.TUNING.read(file.toString(), in, findings, (place, trial) -> trials.add(trial));
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
        findings.throwIfAny();
        return trials;
    }

    /**
     * Keeps a result of JMH.
     *
     * @param json a JSON array, as JMH writes it
     * @throws IllegalStateException if a result of that name is there already
     * @throws IllegalArgumentException if the text is not a JSON array
     */
    public void writeJmh(String name, String json) {
        Path target = Part.file(parts, name, Part.JMH_SUFFIX);
        requireNew(target);
        JmhJson.requireArray(json);
        byte[] bytes = JmhJson.kept(json).getBytes(StandardCharsets.UTF_8);
        DurableFiles.write(target, out -> out.write(bytes));
    }

    /** Adds a trial that failed to the record. */
    public void addFailure(Failure failure) {
        List<Failure> all = new ArrayList<>(Documents.failures(folder));
        all.add(failure);
        writeFailures(all);
    }

    /** Replaces the record of trials that failed; there is no such file where none did. */
    public void writeFailures(List<Failure> all) {
        Path file = folder.resolve(BundleFiles.FAILURES);
        if (!all.isEmpty()) {
            DurableFiles.write(file, out -> Tables.FAILURES.write(out, all));
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    /** Keeps where the shards came from that the bundle is merged from. */
    public void writeOrigins(List<ShardOrigin> origins) {
        try {
            write(BundleFiles.SHARDS, Formats.json(), origins);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(BundleFiles.SHARDS), e);
        }
    }

    /**
     * Sets damaged parts aside, so that they are measured anew.
     *
     * @return their names
     */
    public List<String> setDamagedPartsAside() {
        try {
            return isFinished() ? List.of() : new DamagedParts(parts).setAside();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot repair " + parts + ": " + e.getMessage(), e);
        }
    }

    /**
     * Merges the parts into the bundle's tables, seals them with a manifest and removes the parts. Does nothing but the
     * last if the manifest is there already.
     *
     * @param partOrder the names of all parts, in plan order
     * @throws IllegalStateException if a part is missing, or one is there that has no place in the order
     * @throws DataException if a part is damaged; nothing is removed then
     */
    public void finish(List<String> partOrder) {
        finish(partOrder, BundleFiles.LARGE);
    }

    /** The same where tables are gzipped from so many bytes on. */
    void finish(List<String> partOrder, long large) {
        try {
            PartMerge merge = new PartMerge(folder, parts, large);
            if (!isFinished()) {
                merge.merge(partOrder);
                Manifest.write(folder);
            }
            merge.removeParts();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot finish " + folder + ": " + e.getMessage(), e);
        }
    }

    private void requireNew(Path target) {
        if (isFinished() || Files.exists(target)) {
            throw new IllegalStateException(
                    isFinished() ? folder + " is finished: nothing can be added" : target + " is there already");
        }
    }

    private void write(String name, ObjectMapper mapper, Object value) throws IOException {
        String text = mapper.writeValueAsString(value).stripTrailing() + "\n";
        DurableFiles.write(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The entries of a folder whose name ends so, sorted by name. */
    static List<Path> list(Path folder, String suffix) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
