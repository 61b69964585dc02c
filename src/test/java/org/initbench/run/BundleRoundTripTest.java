package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.initbench.common.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleRoundTripTest {
    private static final String GOLDEN = "/org/initbench/run/golden/";
    private final Locale locale = Locale.getDefault();

    @TempDir
    Path temporary;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    /** A decimal comma, Arabic digits or a dotless i would make a bundle unreadable elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"})
    void filesAreTheSameUnderEveryLocale(String tag) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Path folder = temporary.resolve("bundle");
        Samples.unfinished(folder).finish(Samples.ORDER);
        for (String name : List.of("study.yaml", "environment.json", "runs.csv", "crossings.csv")) {
            assertThat(Files.readString(folder.resolve(name))).as(name).isEqualTo(golden(name));
        }
        assertThat(BundleReader.check(folder)).isEmpty();
    }

    @Test
    void everyBitComesBack() {
        Path folder = temporary.resolve("bundle");
        Samples.unfinished(folder).finish(Samples.ORDER);
        List<RunRecord> runs = Stream.of(Samples.fullBatchRuns(), Samples.batchRuns(0), Samples.batchRuns(1))
                .flatMap(List::stream)
                .toList();
        Bundle bundle = BundleReader.read(folder);
        assertThat(bundle.runs()).isEqualTo(runs);
        assertThat(bundle.crossings()).isEqualTo(Samples.crossings(runs));
        assertThat(bundle.curves()).isEqualTo(Samples.curves(runs));
        assertThat(bundle.diagnostics()).isEqualTo(Samples.diagnostics(runs));
        assertThat(bundle.study()).isEqualTo(Samples.study());
        assertThat(bundle.environment()).isEqualTo(Samples.environment());
        assertThat(bundle.complete()).isTrue();
        assertThat(bundle.timings()).isEmpty();
    }

    /** A study of ten thousand runs would have megabytes of text; what is read from it is the same. */
    @Test
    void largeTablesStandGzipped() throws IOException {
        Path plain = temporary.resolve("plain");
        Path packed = temporary.resolve("packed");
        Samples.unfinished(plain).finish(Samples.ORDER);
        Samples.unfinished(packed).finish(Samples.ORDER, Files.size(plain.resolve("runs.csv")));
        assertThat(packed.resolve("runs.csv")).doesNotExist();
        assertThat(packed.resolve("crossings.csv")).as("smaller").exists();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed.resolve("runs.csv.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(golden("runs.csv"));
        }
        assertThat(BundleReader.check(packed)).isEmpty();
        assertThat(BundleReader.read(packed).runs())
                .isEqualTo(BundleReader.read(plain).runs());
        assertThat(BundleReader.manifestDigest(packed))
                .contains(Digests.sha256(packed.resolve("MANIFEST.sha256")))
                .isNotEqualTo(BundleReader.manifestDigest(plain));
    }

    /** Of two copies one may be older: which of them is read must not be a matter of luck. */
    @Test
    void aTableThatIsThereTwiceIsFound() throws IOException {
        Path folder = temporary.resolve("bundle");
        Samples.unfinished(folder).finish(Samples.ORDER, 1);
        assertThat(folder.resolve("crossings.csv.gz")).exists();
        Files.writeString(folder.resolve("runs.csv"), golden("runs.csv"));
        assertThat(BundleReader.check(folder))
                .anySatisfy(finding -> assertThat(finding).contains("holds both runs.csv and runs.csv.gz"));
    }

    /** Doubles of random bits: most have 16 or 17 digits, some are subnormal or not finite. */
    @Test
    void doublesOfRandomBitsComeBack() {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(20260101L);
        RunRecord run = Samples.run("r1", "zeta-full", Samples.NORMAL, 0, OptionalDouble.of(1));
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            points.add(new CurvePoint(
                    "r1", i, Double.longBitsToDouble(random.nextLong()), Double.longBitsToDouble(random.nextLong())));
        }
        Path folder = temporary.resolve("bundle");
        BundleWriter writer = BundleWriter.create(folder, Samples.study(), Samples.environment());
        writer.writePart("p", List.of(run), Samples.crossings(List.of(run)), points, List.of());
        writer.finish(List.of("p"));
        assertThat(BundleReader.read(folder).curves()).isEqualTo(points);
    }

    @Test
    void unfinishedBundleIsReadInPlanOrderAndSaysSo() {
        Path folder = temporary.resolve("bundle");
        Samples.unfinished(folder);
        Bundle bundle = BundleReader.read(folder);
        assertThat(bundle.complete()).isFalse();
        assertThat(bundle.runs())
                .extracting(RunRecord::task)
                .startsWith("zeta-full")
                .endsWith("alpha-batch");
        assertThat(bundle.curves()).extracting(CurvePoint::runId).startsWith("r0", "r0", "r1");
        assertThat(BundleReader.check(folder)).singleElement().asString().contains("not sealed");
    }

    @Test
    void sameRunsGiveTheSameBytes() throws IOException {
        List<String> digests = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            Path folder = temporary.resolve(name);
            Samples.unfinished(folder).finish(Samples.ORDER);
            digests.add(Digests.sha256(folder.resolve("MANIFEST.sha256")));
        }
        assertThat(digests.get(0)).isEqualTo(digests.get(1));
    }

    /** Digest, two spaces, name: what {@code sha256sum --check} reads. */
    @Test
    void manifestIsInTheFormatOfSha256sum() throws IOException {
        Path folder = temporary.resolve("bundle");
        Samples.unfinished(folder).finish(Samples.ORDER);
        assertThat(Files.readAllLines(folder.resolve("MANIFEST.sha256")))
                .hasSize(6)
                .contains(Digests.sha256(folder.resolve("runs.csv")) + "  runs.csv");
    }

    private static String golden(String name) throws IOException {
        try (var in = BundleRoundTripTest.class.getResourceAsStream(GOLDEN + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
