package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.common.DataException;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was expected of a study is part of its bundle, as it was written: what is changed later is no expectation. */
class BundleHypothesesTest {

    private static final String TEXT = """
            # Kept, comments included.
            hypotheses:
              - id: zero
                question: Would zero be better?
                claim: Random weights learn faster than zero.
                since: 2026-11-25
                compare: cost
                direction: faster
                margin: 1.25
                first: {initializer: normal, scale: 0.1}
                second: {initializer: zero}
                tasks: [a-task-of-another-version]
            """;

    @TempDir
    private Path temporary;

    private Path bundle(byte[] hypotheses) {
        Path folder = temporary.resolve("bundle");
        BundleWriter writer = BundleWriter.create(folder, Samples.study(), Samples.environment(), hypotheses);
        Samples.writeParts(writer);
        writer.finish(Samples.ORDER);
        return folder;
    }

    @Test
    void theirBytesAreKeptAndSealed() throws IOException {
        Path folder = bundle(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(folder.resolve("hypotheses.yaml")).hasContent(TEXT);
        assertThat(BundleReader.hypothesesFile(folder)).contains(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(BundleReader.check(folder)).isEmpty();
        assertThat(BundleReader.read(folder).hypotheses().all())
                .extracting(Hypothesis::id)
                .containsExactly("zero");
        Files.writeString(folder.resolve("hypotheses.yaml"), TEXT.replace("1.25", "1.05"));
        assertThat(BundleReader.check(folder)).singleElement().asString().contains("hypotheses.yaml: changed");
    }

    @Test
    void aFileThatSaysNothingClearIsFound() {
        Path folder = bundle(TEXT.replace("faster", "fast").getBytes(StandardCharsets.UTF_8));
        assertThat(BundleReader.check(folder)).singleElement().asString().contains("hypotheses.yaml:8: ", "'fast'");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> BundleReader.read(folder));
    }

    /** A file that is put into a sealed bundle afterwards would make what was found look expected. */
    @Test
    void oneThatIsAddedLaterIsFound() throws IOException {
        Path folder = temporary.resolve("bundle");
        Samples.unfinished(folder).finish(Samples.ORDER);
        assertThat(BundleReader.read(folder).hypotheses()).isEqualTo(Hypotheses.none());
        assertThat(BundleReader.hypothesesFile(folder)).isEmpty();
        Files.writeString(folder.resolve("hypotheses.yaml"), TEXT);
        assertThat(BundleReader.check(folder)).singleElement().asString().contains("does not name hypotheses.yaml");
    }
}
