package org.initbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.initbench.common.DataException;
import org.initbench.common.Digests;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.task.TaskDescription;

/**
 * Reads a bundle, and believes nothing: checksums, headers, row lengths, ranges, identities and references between the
 * tables are verified.
 */
public final class BundleReader {
    private final Path folder;
    private final Findings findings = new Findings();
    private final List<RunRecord> runs = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<CurvePoint> curves = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<TuningTrial> tuning = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    /** The identities of the runs that nothing is wrong with: one string each, however many rows there are. */
    private final Map<String, String> sound = new HashMap<>();

    private BundleReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a finished bundle, or of an unfinished one the blocks that are safely on disk.
     *
     * @throws DataException at any damage; the message names file and line
     */
    public static Bundle read(Path folder) {
        BundleReader reader = new BundleReader(folder);
        Bundle bundle = reader.readAll();
        reader.findings.throwIfAny();
        return bundle;
    }

    /** Whether a folder holds a study's results, finished or not. */
    public static boolean isBundle(Path folder) {
        return Files.exists(folder.resolve(BundleFiles.STUDY)) || Manifest.exists(folder);
    }

    /**
     * Reads what can be read of a bundle, damaged or not: rows that something is wrong with are left out, and {@link Bundle#damage}
     * says what was found.
     *
     * @throws DataException if there is no study, no environment or no run in it that can be read
     */
    public static Bundle salvage(Path folder) {
        BundleReader reader = new BundleReader(folder);
        Bundle bundle = reader.readAll();
        if (bundle.runs().isEmpty()) {
            reader.findings.throwIfAny();
        }
        return bundle;
    }

    /**
     * Reads only the study of a bundle.
     *
     * @throws DataException if it is missing or damaged
     */
    public static ResolvedStudy readStudy(Path folder) {
        return Documents.study(folder);
    }

    /**
     * The result of JMH that a finished bundle holds, as JMH wrote it; empty if it holds none.
     *
     * @throws DataException if it cannot be read
     */
    public static Optional<String> jmh(Path folder) {
        return Documents.jmh(folder);
    }

    /**
     * Reads only the environment that a bundle was made in.
     *
     * @throws DataException if it is missing or damaged
     */
    public static Environment readEnvironment(Path folder) {
        return Documents.environment(folder);
    }

    /**
     * The file of hypotheses that a bundle holds, byte by byte; empty if it holds none.
     *
     * @throws DataException if it cannot be read
     */
    public static Optional<byte[]> hypothesesFile(Path folder) {
        return Documents.hypothesesFile(folder);
    }

    /**
     * SHA-256 of a bundle's list of checksums, which stands for all of its raw files; empty if the bundle is not sealed.
     *
     * @throws DataException if it cannot be read
     */
    public static Optional<String> manifestDigest(Path folder) {
        Path manifest = folder.resolve(BundleFiles.MANIFEST);
        try {
            return Manifest.exists(folder) ? Optional.of(Digests.sha256(manifest)) : Optional.empty();
        } catch (IOException e) {
            throw new DataException(manifest + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads only which share of its study a bundle holds.
     *
     * @throws DataException if that is damaged
     */
    public static Shard readShard(Path folder) {
        return Documents.shard(folder);
    }

    /**
     * Reads a bundle and lists all that is wrong with it, incompleteness included, and runs that are not those of the task and start
     * that they are said to be. An empty list means that the bundle is sound, complete and sealed.
     */
    public static List<String> verify(Path folder) {
        return check(folder, bundle -> new RunChecks(bundle).findings());
    }

    /** All that is wrong with the files of a bundle; the identities of runs are not computed. */
    static List<String> check(Path folder) {
        return check(folder, bundle -> List.of());
    }

    private static List<String> check(Path folder, Function<Bundle, List<String>> more) {
        BundleReader reader = new BundleReader(folder);
        try {
            Bundle bundle = reader.readAll();
            reader.checkComplete(bundle);
            more.apply(bundle).forEach(reader.findings::add);
        } catch (DataException e) {
            reader.findings.add(String.valueOf(e.getMessage()));
        }
        return reader.findings.list();
    }

    private Bundle readAll() {
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + ": no such folder; the folder of a bundle is expected");
        }
        boolean sealed = Manifest.exists(folder);
        if (sealed) {
            Manifest.verify(folder, findings);
        }
        ResolvedStudy study = Documents.study(folder);
        Environment environment = Documents.environment(folder);
        Shard shard = Documents.shard(folder);
        Plan plan = new Plan(study, shard);
        boolean unfinished = !sealed && Files.isDirectory(folder.resolve(BundleFiles.PARTS));
        JmhJson.Timings timings;
        try {
            timings = unfinished ? readParts(study, plan) : readTables(study, plan, shard);
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read: " + e.getMessage(), e);
        }
        readFailures();
        Hypotheses hypotheses = hypotheses();
        boolean complete = !unfinished && shard.whole() && plan.missing(runs).isEmpty();
        return new Bundle(
                folder,
                study,
                environment,
                hypotheses,
                runs,
                crossings,
                curves,
                diagnostics,
                tuning,
                timings.epochs(),
                timings.costs(),
                timings.blocks(),
                complete,
                failures,
                findings.list());
    }

    private Hypotheses hypotheses() {
        try {
            return Documents.hypotheses(folder);
        } catch (DataException e) {
            findings.add(String.valueOf(e.getMessage()));
            return Hypotheses.none();
        }
    }

    private void readFailures() {
        if (Files.exists(folder.resolve(BundleFiles.FAILURES))) {
            readTable(BundleFiles.FAILURES, Tables.FAILURES, (place, failure) -> failures.add(failure));
        }
    }

    private JmhJson.Timings readTables(ResolvedStudy study, Plan plan, Shard shard) throws IOException {
        TuningCheck rates = new TuningCheck(study, findings);
        Path tuned = folder.resolve(BundleFiles.TUNING);
        if (study.tunes() && (shard.whole() || Files.exists(tuned))) {
            readTable(tuned, Tables.TUNING, findings, addTrial(rates));
            rates.end(tuned.toString(), shard.whole());
        }
        Consistency consistency = new Consistency(plan, findings);
        readTable(BundleFiles.stored(folder, BundleFiles.RUNS), Tables.runs(study), addRun(consistency, plan, rates));
        readTable(BundleFiles.stored(folder, BundleFiles.CROSSINGS), Tables.CROSSINGS, addCrossing(consistency));
        readCurves(study, consistency);
        Path jmh = folder.resolve(BundleFiles.JMH);
        JmhJson.Timings timings = JmhJson.Timings.none();
        if (Files.exists(jmh)) {
            JmhJson.read(jmh, findings, timings);
        }
        return timings;
    }

    /** The two large tables, at the same time. */
    private void readCurves(ResolvedStudy study, Consistency consistency) {
        Findings others = new Findings();
        CompletableFuture<Void> looks = CompletableFuture.completedFuture(null);
        if (study.diagnosed()) {
            Path file = folder.resolve(BundleFiles.DIAGNOSTICS_GZ);
            BiConsumer<Line, Diagnostic> rows = addDiagnostic(consistency.reporting(others), others);
            looks = CompletableFuture.runAsync(() -> readTable(file, Tables.DIAGNOSTICS, others, rows));
        }
        readTable(BundleFiles.CURVES_GZ, Tables.CURVES, addPoint(consistency));
        try {
            looks.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DataException damage ? damage : e;
        }
        findings.add(others);
    }

    private <T> void readTable(String name, CsvTable<T> table, BiConsumer<Line, T> rows) {
        readTable(folder.resolve(name), table, findings, rows);
    }

    private static <T> void readTable(Path file, CsvTable<T> table, Findings findings, BiConsumer<Line, T> rows) {
        if (!Files.isRegularFile(file)) {
            findings.addOnce(file + ": missing");
            return;
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
            table.read(file.toString(), in, findings, rows);
        } catch (DataException e) {
            findings.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            findings.add(file + ": damaged or cut off: " + e.getMessage());
        }
    }

    private JmhJson.Timings readParts(ResolvedStudy study, Plan plan) throws IOException {
        Path parts = folder.resolve(BundleFiles.PARTS);
        List<Path> files = BundleWriter.list(parts, Part.SUFFIX);
        TuningCheck rates = new TuningCheck(study, findings);
        for (Path file : BundleWriter.list(parts, Part.TUNING_SUFFIX)) {
            readTable(file, Tables.TUNING, findings, addTrial(rates));
        }
        rates.end(parts.toString(), false);
        Consistency consistency = new Consistency(plan, findings);
        for (Path file : files) {
            readEntry(file, BundleFiles.RUNS, Tables.runs(study), addRun(consistency, plan, rates));
            readEntry(file, BundleFiles.CROSSINGS, Tables.CROSSINGS, addCrossing(consistency));
            readEntry(file, BundleFiles.CURVES, Tables.CURVES, addPoint(consistency));
            if (study.diagnosed()) {
                readEntry(file, BundleFiles.DIAGNOSTICS, Tables.DIAGNOSTICS, addDiagnostic(consistency, findings));
            }
        }
        sortByTask(new ArrayList<>(plan.tasks().keySet()));
        JmhJson.Timings timings = JmhJson.Timings.none();
        for (Path file : BundleWriter.list(parts, Part.JMH_SUFFIX)) {
            JmhJson.read(file, findings, timings);
        }
        return timings;
    }

    private <T> void readEntry(Path part, String name, CsvTable<T> table, BiConsumer<Line, T> rows) {
        try {
            Part.readEntry(part, name, (where, in) -> table.read(where, in, findings, rows));
        } catch (DataException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
    }

    /** Parts come in the order of their names, which need not be that of the study's tasks. */
    private void sortByTask(List<String> tasks) {
        runs.sort(Comparator.comparingInt(run -> tasks.indexOf(run.task())));
        Map<String, Integer> position = new HashMap<>();
        runs.forEach(run -> position.put(run.runId(), position.size()));
        crossings.sort(Comparator.comparingInt(c -> position.getOrDefault(c.runId(), -1)));
        curves.sort(Comparator.comparingInt(p -> position.getOrDefault(p.runId(), -1)));
        diagnostics.sort(Comparator.comparingInt(d -> position.getOrDefault(d.runId(), -1)));
        tuning.sort(Comparator.comparingInt(trial -> tasks.indexOf(trial.task())));
    }

    /** Runs of older versions do not tell their learning rate: it is the task's. */
    private BiConsumer<Line, RunRecord> addRun(Consistency consistency, Plan plan, TuningCheck rates) {
        return (place, row) -> {
            TaskDescription task = plan.tasks().get(row.task());
            RunRecord run =
                    task != null && Double.isNaN(row.learningRate()) ? row.at(task.learningRate(), RateKind.TASK) : row;
            long before = findings.total();
            consistency.add(place, run);
            rates.run(place, run);
            if (findings.total() == before) {
                runs.add(run);
                sound.put(run.runId(), run.runId());
            }
        };
    }

    private BiConsumer<Line, TuningTrial> addTrial(TuningCheck rates) {
        return (place, trial) -> {
            long before = findings.total();
            rates.add(place, trial);
            if (findings.total() == before) {
                tuning.add(trial);
            }
        };
    }

    private BiConsumer<Line, Crossing> addCrossing(Consistency consistency) {
        return (place, crossing) -> {
            long before = findings.total();
            consistency.add(place, crossing);
            String id = findings.total() == before ? sound.get(crossing.runId()) : null;
            if (id != null) {
                crossings.add(new Crossing(id, crossing.level(), crossing.epoch()));
            }
        };
    }

    private BiConsumer<Line, CurvePoint> addPoint(Consistency consistency) {
        return (place, point) -> {
            long before = findings.total();
            consistency.add(place, point);
            String id = findings.total() == before ? sound.get(point.runId()) : null;
            if (id != null) {
                curves.add(new CurvePoint(id, point.epoch(), point.loss(), point.metric()));
            }
        };
    }

    private BiConsumer<Line, Diagnostic> addDiagnostic(Consistency consistency, Findings found) {
        return (place, diagnostic) -> {
            long before = found.total();
            consistency.add(place, diagnostic);
            String id = found.total() == before ? sound.get(diagnostic.runId()) : null;
            if (id != null) {
                diagnostics.add(new Diagnostic(
                        id, diagnostic.epoch(), diagnostic.quantity(), diagnostic.layer(), diagnostic.value()));
            }
        };
    }

    private void checkComplete(Bundle bundle) {
        Plan plan = new Plan(bundle.study(), Documents.shard(folder));
        Set<Plan.Place> missing = plan.missing(bundle.runs());
        if (!missing.isEmpty()) {
            findings.add(folder + ": incomplete: " + missing.size() + " of "
                    + plan.places().size() + " planned runs are missing; the first is "
                    + missing.iterator().next().describe());
        }
        if (!Manifest.exists(folder)) {
            findings.add(
                    folder + ": not sealed: without " + BundleFiles.MANIFEST + " its checksums cannot be verified");
        }
    }
}
