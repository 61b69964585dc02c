package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.run.SampleBundles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for it gets the analysis of a damaged bundle, and everybody who reads that learns of the damage. */
class DamagedAnalysisTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temporary;

    private Path bundle;

    @BeforeEach
    void damageBundle() throws IOException {
        bundle = temporary.resolve("bundle");
        SampleBundles.finished(bundle);
        Path runs = bundle.resolve("runs.csv");
        Files.writeString(
                runs, Files.readString(runs).replaceFirst("glorot-uniform,gain,1.0", "glorot-uniform,gain," + SCRIPT));
    }

    private int run(String... arguments) {
        return Initbench.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void isRefusedUnlessAskedFor() {
        assertThat(run("analyze", bundle.toString())).isEqualTo(ExitCodes.DATA);
        assertThat(err.toString()).contains("runs.csv: changed since it was written");
        assertThat(bundle.resolve("report.html")).doesNotExist();
    }

    /** The damage is quoted, and what is quoted must not run in a reader's browser. */
    @Test
    void saysInEveryRenderingThatTheBundleIsDamaged() throws IOException {
        assertThat(run("analyze", "--despite-damage", bundle.toString()))
                .as(err.toString())
                .isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("The bundle is damaged");
        for (String name : new String[] {"analysis.json", "answers.md", "report.html"}) {
            assertThat(bundle.resolve(name)).content().as(name).contains("The bundle is damaged");
        }
        assertThat(bundle.resolve("report.html"))
                .content()
                .contains("runs.csv, line 4, column scale: '&lt;script&gt;alert(1)&lt;/script&gt;' where a number is")
                .doesNotContain(SCRIPT, temporary.toString());
        assertThat(bundle.resolve("answers.md")).content().doesNotContain(SCRIPT);
    }

    @Test
    void aSoundBundleIsAnalysedAsEver() throws IOException {
        Path sound = temporary.resolve("sound");
        SampleBundles.finished(sound);
        assertThat(run("analyze", sound.toString())).isEqualTo(ExitCodes.DONE);
        String report = Files.readString(sound.resolve("report.html"));
        assertThat(run("analyze", "--despite-damage", sound.toString())).isEqualTo(ExitCodes.DONE);
        assertThat(Files.readString(sound.resolve("report.html")))
                .isEqualTo(report)
                .doesNotContain("is damaged");
    }
}
