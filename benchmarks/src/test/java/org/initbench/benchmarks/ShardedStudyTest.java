package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.cli.ExitCodes;
import org.initbench.run.Bundle;
import org.initbench.run.BundleReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study in shards, as on several machines: from the command line to the report of the whole. */
class ShardedStudyTest {

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("sharded.yaml"), SmallStudy.named("sharded"));
    }

    private Program run(String output, String... more) {
        String[] arguments = {
            "run", study.toString(), "--output", folder.resolve(output).toString()
        };
        String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
        return Program.run(all);
    }

    @Test
    void theMergedBundleHasTheRunsOfTheWholeToTheByte() {
        assertThat(run("whole").exitCode()).isEqualTo(ExitCodes.DONE);
        Program first = run("one", "--shard", "1/2");
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCodes.DONE);
        assertThat(first.err()).contains("shard 1/2 of study 'sharded'");
        assertThat(first.out()).contains("shard 1/2 of study 'sharded' is finished", "merge");
        assertThat(folder.resolve("one")).isDirectoryNotContaining("glob:**/report.html");
        Program sound = Program.run("verify", folder.resolve("one").toString());
        assertThat(sound.out()).contains("sound and complete: shard 1/2 of study sharded, 5 runs");
        Program wrong = run("one", "--shard", "2/2");
        assertThat(wrong.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(wrong.err()).contains("a finished bundle");
        assertThat(run("two", "--shard", "2/2").exitCode()).isEqualTo(ExitCodes.DONE);

        Path merged = folder.resolve("merged");
        Program merge = Program.run(
                "merge",
                folder.resolve("two").toString(),
                folder.resolve("one").toString(),
                "--output",
                merged.toString());
        assertThat(merge.exitCode()).as(merge.err()).isEqualTo(ExitCodes.DONE);
        assertThat(merge.out())
                .contains(
                        "encoder-10-5-10",
                        "Answer",
                        merged.resolve("report.html").toString());
        for (String name : List.of(
                "study.yaml", "hypotheses.yaml", "runs.csv", "crossings.csv", "curves.csv.gz", "diagnostics.csv.gz")) {
            assertThat(merged.resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
        }
        assertThat(Program.run("verify", merged.toString()).exitCode()).isEqualTo(ExitCodes.DONE);
        Bundle bundle = BundleReader.read(merged);
        assertThat(bundle.complete()).isTrue();
        assertThat(bundle.timings()).as("timed by one of the shards").hasSize(1);
    }

    @Test
    void aShardThatIsNoneIsRefusedAtOnce() {
        Program program = run("out", "--shard", "3/2");
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("shard '3/2' must be i/n");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
