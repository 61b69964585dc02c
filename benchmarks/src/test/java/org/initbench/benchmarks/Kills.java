package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.common.Streams;
import org.initbench.run.BundleReader;

/**
 * Runs a small study undisturbed, and then again and again while its processes are killed at random moments; every time the same
 * command must lead to the same bytes in the end.
 */
final class Kills {

    private static final String STUDY = """
            name: killed
            replicates: 8
            workers: 1
            tasks: [encoder-10-5-10]
            initializers:
              - zero
              - {name: normal, scales: [0.3, 1]}
            learning_rate:
              tuned: {factors: [0.5, 1], replicates: 1}
              initializers: [normal]
            """;

    /** What neither the machine nor the clock have a part in. */
    private static final List<String> SAME_BYTES = List.of(
            "study.yaml",
            "hypotheses.yaml",
            "runs.csv",
            "tuning.csv",
            "crossings.csv",
            "curves.csv.gz",
            "diagnostics.csv.gz");

    /** What a bundle may lack or hold besides: the times of a trial that was killed are lost with it, and its failure is recorded. */
    private static final Set<String> OF_TRIALS = Set.of("jmh.json", "failures.csv");

    /** Whom a kill hits. */
    private enum Victim {
        /** The process that was started; those that train for it are orphans. */
        PARENT,
        /** The process that trains. */
        FORK,
        /** Both. */
        ALL
    }

    private final Path folder;
    private final Path study;
    private final UniformRandomProvider random;
    private final List<String> problems = new ArrayList<>();
    private long millis;
    private int done;

    /**
     * Kills to come.
     *
     * @param folder an empty folder
     * @param seed what the moments and the victims follow from, as far as the machine lets them
     */
    Kills(Path folder, long seed) throws IOException {
        this.folder = folder;
        study = Files.writeString(folder.resolve("killed.yaml"), STUDY);
        random = Streams.of(seed, "kills");
    }

    /** Runs the study as a whole, and measures how long that takes. */
    void undisturbed() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        StudyProcess process = start("whole");
        int exitCode = process.exitCode();
        millis = (System.nanoTime() - begun) / 1_000_000;
        if (exitCode != 0) {
            throw new IllegalStateException("the undisturbed run failed:\n" + process.printed());
        }
    }

    /** How many kills hit. */
    int done() {
        return done;
    }

    /** What should not have happened. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private StudyProcess start(String name) throws IOException {
        return StudyProcess.start(
                folder.resolve(name + ".log"),
                "run",
                study.toString(),
                "--output",
                folder.resolve(name).toString());
    }

    /**
     * Begins a bundle, kills its processes some times, runs it to its end and compares it with the undisturbed one.
     *
     * @param name name of the bundle
     * @param most kills after which it is left in peace
     */
    void disturb(String name, int most) throws IOException, InterruptedException {
        for (int i = 0; i < most; i++) {
            StudyProcess process = start(name);
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            if (process.endsWithin(random.nextLong(random.nextBoolean() ? millis : millis / 2))) {
                if (process.exitCode() == 0) {
                    compare(name);
                    return;
                }
                problems.add(name + ": ended by itself:\n" + process.printed());
                return;
            }
            kill(process, victim);
        }
        StudyProcess last = start(name);
        if (last.exitCode() != 0) {
            problems.add(name + ": the last run failed:\n" + last.printed());
            return;
        }
        compare(name);
    }

    private void kill(StudyProcess process, Victim victim) throws InterruptedException {
        List<ProcessHandle> forks = victim == Victim.PARENT ? List.of() : process.forks();
        if (victim != Victim.FORK || forks.isEmpty()) {
            process.kill();
        }
        forks.forEach(ProcessHandle::destroyForcibly);
        done++;
        process.exitCode();
    }

    private void compare(String name) throws IOException {
        Path whole = folder.resolve("whole");
        Path bundle = folder.resolve(name);
        for (String file : SAME_BYTES) {
            if (!Arrays.equals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(bundle.resolve(file)))) {
                problems.add(name + ": " + file + " differs");
            }
        }
        BundleReader.verify(bundle).forEach(finding -> problems.add(name + ": " + finding));
        Set<String> there = names(bundle);
        if (!there.equals(names(whole))) {
            problems.add(name + ": it holds " + there + ", the undisturbed one " + names(whole));
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !OF_TRIALS.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
