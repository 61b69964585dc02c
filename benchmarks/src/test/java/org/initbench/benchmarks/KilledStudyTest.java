package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initbench.cli.ExitCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A machine that loses its power after an hour must cost minutes, and a study that went on must be one that was never killed. */
@Timeout(600)
@EnabledOnOs({OS.LINUX, OS.MAC})
class KilledStudyTest {

    /** Two hundred blocks of a few milliseconds each, so that there is time to disturb it. */
    private static final String LONG = """
            name: long
            replicates: 200
            workers: 1
            tasks: [encoder-10-5-10]
            initializers: [{name: normal, scales: [0.3]}]
            """;

    private static final long PAUSE_MILLIS = 20;
    private static final int SIGINT = 2;

    @TempDir
    private Path folder;

    private Path study;
    private Path bundle;
    private Path log;

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("long.yaml"), LONG);
        bundle = folder.resolve("bundle");
        log = folder.resolve("log.txt");
    }

    /** A handful of kills at random moments; {@link KillTool} makes hundreds. */
    @Test
    void aKilledStudyEndsWithTheBytesOfOneThatWasNot() throws Exception {
        Kills kills = new Kills(folder, 20261126);
        kills.undisturbed();
        kills.disturb("disturbed", 5);
        assertThat(kills.problems()).isEmpty();
        assertThat(kills.done()).isPositive();
    }

    private StudyProcess start() throws IOException {
        return StudyProcess.start(log, "run", study.toString(), "--output", bundle.toString());
    }

    private StudyProcess startedAndTraining() throws Exception {
        long before = blocks();
        StudyProcess process = start();
        while (blocks() <= before && process.isAlive()) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return process;
    }

    private long blocks() throws IOException {
        Path parts = bundle.resolve("parts");
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> file.toString().endsWith(".zip")).count();
        }
    }

    @Test
    void ctrlCKeepsWhatIsDoneAndSaysHowToGoOn() throws Exception {
        assumeTrue(!ignored(SIGINT), "this process, and so what it starts, ignores Ctrl-C");
        StudyProcess process = startedAndTraining();
        List<ProcessHandle> forks = process.forks();
        process.signal("INT");
        assertThat(process.exitCode()).as(process.printed()).isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(forks).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        long kept = blocks();
        assertThat(kept).isBetween(1L, 199L);
        assertThat(process.printed())
                .contains("interrupted; kept are " + kept + " of 200 blocks")
                .contains("go on with: ./run-benchmarks.sh run " + study + " --output " + bundle)
                .doesNotContain("Exception");
        StudyProcess again = start();
        assertThat(again.exitCode()).as(again.printed()).isEqualTo(ExitCodes.DONE);
        assertThat(again.printed())
                .contains("resuming " + bundle + ": reused are " + kept + " of 200 blocks; left to compute: "
                        + (200 - kept) + " blocks");
        assertThat(Program.run("verify", bundle.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
    }

    /** Whether this process ignores a signal, which its children inherit. */
    private static boolean ignored(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        Matcher mask = Pattern.compile("SigIgn:\\s*([0-9a-f]+)").matcher(Files.readString(status));
        return mask.find() && new BigInteger(mask.group(1), 16).testBit(signal - 1);
    }

    @Test
    void aSecondProcessIsToldWhoMeasures() throws Exception {
        StudyProcess first = startedAndTraining();
        Path secondLog = folder.resolve("second.txt");
        StudyProcess second = StudyProcess.start(secondLog, "run", study.toString(), "--output", bundle.toString());
        assertThat(second.exitCode()).as(second.printed()).isEqualTo(ExitCodes.USAGE);
        assertThat(second.printed())
                .contains("another process is measuring into " + bundle + " (process " + first.pid() + " on ");
        first.kill();
        StudyProcess third = start();
        assertThat(third.exitCode()).as(third.printed()).isEqualTo(ExitCodes.DONE);
        assertThat(Program.run("verify", bundle.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
    }
}
