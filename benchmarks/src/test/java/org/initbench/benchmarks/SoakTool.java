package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.initbench.benchmarks.Soak.Sample;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.StudyReader;
import org.initbench.training.NativeBackend;

/**
 * Trains for a long time and watches the memory: {@code SoakTool [MINUTES [STUDY-FILE]]}, by default 30 minutes of the quick study. Prints
 * a sample every fifteen seconds; the exit code is 1 if in the last third of the time the heap, the native memory or the process was
 * more than a tenth larger than in the middle third. CONTRIBUTING.md says how it is started.
 */
public final class SoakTool {

    private static final double PAUSE = 15;
    private static final double MOST_GROWTH = 1.1;

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
        soak.run(60 * minutes, PAUSE, sample -> System.out.println(sample.line()));
        boolean grown = grown("heap", soak.samples(), Sample::heap)
                | grown("native memory", soak.samples(), Sample::offHeap)
                | grown("process", soak.samples(), Sample::resident);
        System.exit(grown ? 1 : 0);
    }

    private static boolean grown(String what, List<Sample> samples, Function<Sample, Long> bytes) {
        double growth = Soak.growth(samples.stream().map(bytes).toList());
        System.out.println(String.format(Locale.ROOT, "%s: last third over middle third %.3f", what, growth));
        return growth > MOST_GROWTH;
    }
}
