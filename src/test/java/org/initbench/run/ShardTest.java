package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @TempDir
    private Path temporary;

    @Test
    void isWrittenAsIOfN() {
        assertThat(Shard.parse("2/8")).isEqualTo(new Shard(2, 8));
        assertThat(new Shard(2, 8).label()).isEqualTo("2/8");
        assertThat(Shard.parse("1/1")).isEqualTo(Shard.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "0/8", "9/8", "-1/8", "1/0", "a/b", "1/8/2", "1.5/8", "1/99999999", "1/10001", " 1/8"})
    void whatIsNoneIsRefusedWithAnExample(String text) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Shard.parse(text))
                .withMessageContaining("'" + text + "' must be i/n")
                .withMessageContaining("2/8");
    }

    /** A run in no shard would be missing from the merged bundle, one in two shards be there twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 50})
    void shardsCutTheStudyIntoDisjointParts(int of) {
        ResolvedStudy study = Samples.study();
        Set<Plan.Place> all = new HashSet<>();
        for (int number = 1; number <= of; number++) {
            for (Plan.Place place : new Plan(study, new Shard(number, of)).places()) {
                assertThat(all.add(place)).as(place.describe()).isTrue();
            }
        }
        assertThat(all).isEqualTo(new Plan(study).places());
    }

    /** The study has two tasks with a block each: two workers train both replicates at a time. */
    @Test
    void aBundleOfAShardIsCompleteWithItsShare() throws IOException {
        Path folder = temporary.resolve("shard");
        BundleWriter writer =
                BundleWriter.create(folder, Samples.study(), Samples.environment(), null, new Shard(1, 2));
        Samples.writePart(writer, "zeta-full-0", Samples.fullBatchRuns());
        writer.finish(List.of("zeta-full-0"));
        assertThat(BundleReader.check(folder)).isEmpty();
        assertThat(BundleReader.readShard(folder)).isEqualTo(new Shard(1, 2));
        assertThat(BundleReader.read(folder).complete())
                .as("of the study it is a part")
                .isFalse();
        assertThat(folder.resolve("MANIFEST.sha256")).content().contains("  shard.json\n");

        Files.writeString(folder.resolve("shard.json"), "{\"number\": 2, \"of\": 2}");
        assertThat(BundleReader.check(folder))
                .anyMatch(finding -> finding.contains("shard.json: changed since it was written"))
                .anyMatch(finding -> finding.contains("the study has no run of task zeta-full"))
                .anyMatch(finding -> finding.contains("6 of 6 planned runs are missing; the first is task alpha-batch,"
                        + " initializer zero, none, replicate 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"number\": 3, \"of\": 2}", "{\"number\": 1}", "[1, 2]", "{", "{\"number\": 1, \"of\": 1e9}"})
    void aDamagedShareIsNamed(String json) throws IOException {
        Path folder = temporary.resolve("shard");
        SampleBundles.finished(folder);
        Files.writeString(folder.resolve("shard.json"), json);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> BundleReader.readShard(folder))
                .withMessageContaining("shard.json");
        assertThat(BundleReader.check(folder)).anyMatch(finding -> finding.contains("shard.json"));
    }
}
