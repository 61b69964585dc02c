package org.initbench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.initbench.common.DataException;
import org.initbench.hypothesis.HypothesesReader;
import org.initbench.run.BundleReader;
import org.initbench.run.SampleBundles;
import org.initbench.study.StudyReader;

/** Everything that reads what somebody else may have written: study files, hypotheses, and every file of a bundle. */
final class Targets {

    private static final String STUDY = """
            name: good
            description: "Two: \\"tasks\\""
            seed: -3
            replicates: 3
            stack_replicates: 2
            stack_size: auto
            workers: 2
            time_limit: 30 min
            precision: float64
            largest_budget: 300
            tasks: [xor-2-2-1, encoder-10-5-10]
            initializers:
              - zero
              - {name: normal, scales: [0.1, 1e-2]}
              - {name: glorot-normal, scales: {from: 0.01, to: 1, per_decade: 2}}
              - {variance_scaling: {distribution: truncated_normal, mode: fan_avg, scale: 2}, scales: [1]}
              - {name: "one-layer:2:normal", scales: [1]}
            timing:
              epoch_stack_sizes: [1, 16]
              initializers: [normal]
              cost_sweep: true
            learning_rate:
              - {factors: [0.3162, 3.162], initializers: [normal]}
              - tuned: {factors: [0.1, 1, 10], replicates: 2}
                initializers: [glorot-normal]
                tasks: [xor-2-2-1]
            """;

    private static final String SHORT_STUDY = """
            tasks:
              - iris-mlp-tanh
            initializers:
              - name: normal
                scales:
                  - 0.1
            learning_rate: tuned
            """;

    private static final String HYPOTHESES = """
            tasks:
              few: [xor-2-2-1, encoder-10-5-10]
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
                tasks: few
              - id: zero.2
                replaces: zero
                family: zeros
                question: And the best?
                claim: It is.
                since: 2026-11-26
                compare: converged
                direction: safer
                margin: 0.2
                first: {initializer: normal, scale: 1, learning_rate: tuned}
                second: {best: normal}
                tasks: {first: [xor-2-2-1], second: [encoder-10-5-10]}
            """;

    private static final String SHORT_HYPOTHESES = "hypotheses: []\n";

    private Targets() {}

    /** The targets, made in an empty folder. */
    static List<Target> in(Path folder) throws IOException {
        List<Target> targets = new ArrayList<>();
        Path study = folder.resolve("study-file.yaml");
        Path hypotheses = folder.resolve("hypotheses-file.yaml");
        targets.add(new Target(
                "study file", study, List.of(text(STUDY), text(SHORT_STUDY)), () -> StudyReader.request(study)));
        targets.add(new Target(
                "hypotheses",
                hypotheses,
                List.of(text(HYPOTHESES), text(SHORT_HYPOTHESES)),
                () -> HypothesesReader.read(hypotheses)));
        targets.add(new Target(
                "hypotheses of a bundle",
                hypotheses,
                List.of(text(HYPOTHESES), text(SHORT_HYPOTHESES)),
                () -> HypothesesReader.readCopy(hypotheses)));
        Path bundle = folder.resolve("bundle");
        SampleBundles.finished(bundle);
        Files.delete(bundle.resolve("MANIFEST.sha256"));
        try (InputStream in = BundleReader.class.getResourceAsStream("jmh.json")) {
            Files.write(bundle.resolve("jmh.json"), Objects.requireNonNull(in).readAllBytes());
        }
        Files.writeString(
                bundle.resolve("failures.csv"), "time,trial,problem\r\n2026-01-02T03:04:05Z,a,\"b \"\"c\"\"\"\r\n");
        for (String name :
                List.of("study.yaml", "environment.json", "runs.csv", "crossings.csv", "jmh.json", "failures.csv")) {
            targets.add(file(bundle, name));
        }
        targets.add(zipped(bundle, "curves.csv.gz"));
        targets.add(zipped(bundle, "diagnostics.csv.gz"));
        Path sealed = folder.resolve("sealed");
        SampleBundles.finished(sealed);
        targets.add(file(sealed, "MANIFEST.sha256"));
        targets.add(file(sealed, "curves.csv.gz"));
        Path unfinished = folder.resolve("unfinished");
        SampleBundles.unfinished(unfinished);
        targets.add(file(unfinished, "parts/zeta-full-0.zip"));
        Path tuned = folder.resolve("tuned");
        SampleBundles.tuned(tuned);
        targets.add(file(tuned, "parts/001-alpha-batch.tuning.csv"));
        Path shard = folder.resolve("shard");
        SampleBundles.shard(shard);
        targets.add(file(shard, "shard.json"));
        return targets;
    }

    private static Target.Seed text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> bytes;
    }

    private static Target file(Path bundle, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(bundle.resolve(name));
        return new Target(name, bundle.resolve(name), List.of(() -> bytes, () -> bytes), () -> verify(bundle));
    }

    /** The damage is done to the table, and the damaged table is compressed: else its checksum would find every damage. */
    private static Target zipped(Path bundle, String name) throws IOException {
        Path file = bundle.resolve(name);
        Path plain = bundle.resolveSibling(name + ".plain");
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            bytes = in.readAllBytes();
        }
        byte[] sound = Files.readAllBytes(file);
        return new Target("content of " + name, plain, List.of(() -> bytes, () -> bytes), () -> {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(Files.readAllBytes(plain));
            }
            try {
                verify(bundle);
            } finally {
                Files.write(file, sound);
            }
        });
    }

    /** Whatever is wrong must be a finding. */
    private static void verify(Path bundle) {
        List<String> findings;
        try {
            findings = BundleReader.verify(bundle);
        } catch (DataException e) {
            throw new IllegalStateException("damage that is no finding", e);
        }
        findings.stream()
                .filter(finding -> !finding.contains(": not sealed: ") && !finding.contains(": incomplete: "))
                .findFirst()
                .ifPresent(finding -> {
                    throw new DataException(finding);
                });
    }
}
