package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.initbench.common.Digests;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Engine;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.ResolvedStudy;
import org.initbench.task.Precision;
import org.initbench.training.Engines;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reference engine's records are the same on every machine and in every Java, to the last digit of every table. These digests
 * were made on an x86-64 server with Java 17; a machine that gives others computes otherwise than Java's language
 * specification says, or a change has changed what a study means.
 */
class ReferenceRecordsTest {

    private static final String STUDY = """
            name: sealed
            engine: reference
            replicates: 2
            largest_budget: 500
            tasks: [xor-2-2-1-momentum, encoder-10-5-10, iris-mlp-tanh, wine-mlp-tanh]
            initializers:
              - zero
              - {name: constant, scales: [0.1]}
              - {name: normal, scales: [0.01, 1]}
              - {name: orthogonal, scales: [1]}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, runs.csv, 5976a5df6291c927",
        "FLOAT32, crossings.csv, 73d5a7ffa97e646a",
        "FLOAT32, curves.csv.gz, 41fd1b4feabdb2b9",
        "FLOAT32, diagnostics.csv.gz, 5fb011c7554b088a",
        "FLOAT64, runs.csv, 564fbcdc8e6e3fcb",
        "FLOAT64, crossings.csv, 48fd5ae83ac5c866",
        "FLOAT64, curves.csv.gz, 1278f3ae4f62f205",
        "FLOAT64, diagnostics.csv.gz, 9b7682ebe1a67854"
    })
    void recordsAreTheSameEverywhere(Precision precision, String table, String digest) throws Exception {
        Path bundle = bundle(precision);
        assertThat(BundleReader.verify(bundle)).isEmpty();
        assertThat(Digests.shortForm(Digests.sha256(content(bundle.resolve(table)))))
                .isEqualTo(digest);
    }

    private Path bundle(Precision precision) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("sealed.yaml"), STUDY);
        ResolvedStudy study = StudyReader.request(file, null, precision).study();
        BundleWriter writer = BundleWriter.create(
                folder.resolve("bundle"), study, EnvironmentProbe.probe(Engines.describe(Engine.REFERENCE), folder));
        List<Block> blocks = Block.of(study);
        for (Block block : blocks) {
            BlockResult result = new BlockRunner(study, block.taskNumber(), study.arms()).run(block, share -> {});
            writer.writePart(block.part(), result.runs(), result.crossings(), result.curves(), result.diagnostics());
        }
        writer.finish(blocks.stream().map(Block::part).toList());
        return writer.folder();
    }

    /** What a table says; compressed bytes are the compressor's. */
    private static byte[] content(Path table) throws IOException {
        try (InputStream raw = Files.newInputStream(table);
                InputStream in = table.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readAllBytes();
        }
    }
}
