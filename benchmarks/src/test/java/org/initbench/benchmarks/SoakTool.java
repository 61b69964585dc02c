package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.initbench.benchmarks.Soak.Sample;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.StudyReader;
import org.initbench.training.NativeBackend;

/**
 * Trains for a long time and watches the memory: {@code SoakTool [MINUTES [STUDY-FILE]]}, by default 30 minutes of the quick study. Prints
 * a sample every fifteen seconds, and at the end what should not have happened: stacks that took more than a tenth above what was
 * predicted for them, native memory that was not given back, a heap or a process that was more than a tenth larger in the last third of
 * the time than in the middle third. The exit code is 1 if anything did. CONTRIBUTING.md says how it is started: with a heap that is in memory from the
 * beginning, so that it has no part in the growth of the process.
 */
public final class SoakTool {

    private static final double PAUSE = 15;
    private static final double MOST = 1.1;
    private static final double MEBIBYTE = 1 << 20;

    private SoakTool() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 30;
        Path file = arguments.length > 1
                ? Path.of(arguments[1])
                : StudyProcess.root().resolve("benchmarks/studies/quick.yaml");
        NativeBackend.require();
        ResolvedStudy study = StudyReader.read(file);
        Soak soak = new Soak(study);
        long predicted = soak.predicted();
        System.out.println(String.format(Locale.ROOT, "predicted for stacks: %.2f MiB", predicted / MEBIBYTE));
        soak.run(60 * minutes, PAUSE, sample -> System.out.println(sample.line()));
        List<String> problems = problems(soak.samples(), predicted);
        problems.forEach(System.out::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private static List<String> problems(List<Sample> samples, long predicted) {
        List<String> problems = new ArrayList<>();
        long stacks = samples.stream().mapToLong(Sample::stacks).max().orElse(0);
        double share = (double) stacks / predicted;
        System.out.println(String.format(
                Locale.ROOT, "stacks took at most %.2f MiB, %.3f of what was predicted", stacks / MEBIBYTE, share));
        if (share > MOST) {
            problems.add("stacks took more than was predicted");
        }
        if (samples.stream().anyMatch(sample -> sample.left() > 0)) {
            problems.add("stacks did not give back their memory");
        }
        if (growth("heap", samples, Sample::heap) > MOST) {
            problems.add("the heap grew");
        }
        if (growth("process", samples, Sample::resident) > MOST) {
            problems.add("the process grew");
        }
        return problems;
    }

    private static double growth(String what, List<Sample> samples, ToLongFunction<Sample> bytes) {
        double growth = Soak.growth(samples.stream().mapToLong(bytes).boxed().toList());
        System.out.println(String.format(Locale.ROOT, "%s: last third over middle third %.3f", what, growth));
        return growth;
    }
}
