package org.initbench.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.initbench.common.UsageException;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.initbench.study.StudyReader;
import org.initbench.task.Precision;
import org.initbench.task.Task;

/**
 * What a forked benchmark must know of the study that it belongs to, handed down by system properties. Without them, a
 * benchmark started by JMH's own main measures the quick study and keeps no records.
 */
final class Harness {

    /** Folder of the bundle that records go to. */
    static final String BUNDLE = "initbench.bundle";

    /** Study file, used where there is no bundle. */
    static final String STUDY = "initbench.study";

    /** Whether progress is to be told on standard output. */
    static final String PROGRESS = "initbench.progress";

    private static final String DEFAULT_STUDY = "benchmarks/studies/quick.yaml";

    private static final int PAUSES = 500;
    private static final long PAUSE_MILLIS = 10;

    private Harness() {}

    /** The bundle, if there is one. */
    static Optional<BundleWriter> bundle() {
        return Optional.ofNullable(System.getProperty(BUNDLE)).map(Path::of).map(BundleWriter::open);
    }

    /**
     * Ends this process when its parent ends: nobody would read its results, and a resumed study trains the same block. The parent
     * holds the other end of the standard input, which ends with it at once.
     */
    static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            CompletableFuture<Void> unused =
                    parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
            Thread watch = new Thread(() -> watch(parent.pid()), "watch of the parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private static void watch(long parent) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            for (int i = 0; i < PAUSES; i++) {
                long now =
                        ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
                if (now != parent) {
                    Runtime.getRuntime().halt(1);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            // the parent's end is noticed, only later
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The share of the study that the bundle holds; the whole study where there is no bundle. */
    static Shard shard() {
        String bundle = System.getProperty(BUNDLE);
        return bundle == null ? Shard.WHOLE : BundleReader.readShard(Path.of(bundle));
    }

    /** A task in the precision that the bundle's study gives it; as it is where there is no bundle. */
    static Task inPrecisionOfStudy(Task task) {
        if (System.getProperty(BUNDLE) == null) {
            return task;
        }
        return study().tasks().stream()
                .filter(described -> described.name().equals(task.name()))
                .findFirst()
                .map(described -> task.in(Precision.of(described.precision())))
                .orElse(task);
    }

    /** The study: the bundle's, or that of the study file, or the quick study. */
    static ResolvedStudy study() {
        String bundle = System.getProperty(BUNDLE);
        if (bundle != null) {
            return BundleReader.readStudy(Path.of(bundle));
        }
        Path home = Path.of(System.getProperty("initbench.home", ""));
        Path file = home.resolve(System.getProperty(STUDY, DEFAULT_STUDY));
        if (!Files.exists(file)) {
            throw new UsageException(
                    "study file " + file + " does not exist: start in the top folder of initbench, or name a"
                            + " study with -jvmArgsAppend -D" + STUDY + "=FILE");
        }
        return StudyReader.read(file);
    }
}
