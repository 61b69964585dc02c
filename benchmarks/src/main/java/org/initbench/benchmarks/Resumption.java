package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.common.DataException;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.HypothesesReader;
import org.initbench.run.BundleReader;
import org.initbench.run.BundleWriter;
import org.initbench.run.Environment;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.Shard;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bundle that a study, or a share of it, was begun in and did not come to its end: one of the same study under the same
 * hypotheses, by the same program on the same arithmetic.
 */
final class Resumption {

    private final ResolvedStudy study;
    private final Shard shard;
    private final Environment environment;
    private final byte @Nullable [] hypotheses;

    Resumption(ResolvedStudy study, Shard shard, Environment environment, byte @Nullable [] hypotheses) {
        this.study = study;
        this.shard = shard;
        this.environment = environment;
        this.hypotheses = hypotheses;
    }

    /**
     * The unfinished bundle in a folder that the user named; empty if it holds no bundle.
     *
     * @throws UsageException if it holds a bundle that cannot be resumed
     */
    Optional<BundleWriter> in(Path folder) {
        if (!Files.exists(folder.resolve("study.yaml"))) {
            return Optional.empty();
        }
        Optional<String> obstacle = obstacle(folder);
        if (obstacle.isPresent()) {
            throw new UsageException("the output folder " + folder + " is not empty: it holds " + obstacle.get()
                    + "; nothing is ever overwritten, name a folder that does not exist");
        }
        return Optional.of(BundleWriter.open(folder));
    }

    /**
     * The latest unfinished bundle in a folder of bundles.
     *
     * @param parent the folder; need not exist
     * @param prefix what its name begins with; a time follows
     */
    Optional<BundleWriter> latest(Path parent, String prefix) {
        if (!Files.isDirectory(parent)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> String.valueOf(folder.getFileName()).startsWith(prefix))
                    .filter(folder -> obstacle(folder).isEmpty())
                    .max(Comparator.naturalOrder())
                    .map(BundleWriter::open);
        } catch (IOException e) {
            throw new UsageException("the folder " + parent + " cannot be listed: " + e, e);
        }
    }

    /** What keeps this process from resuming the bundle in a folder; empty if nothing does. */
    private Optional<String> obstacle(Path folder) {
        try {
            if (BundleWriter.open(folder).isEnded()) {
                return Optional.of("a finished bundle");
            }
            if (!BundleReader.readStudy(folder).equals(study)) {
                return Optional.of("an unfinished bundle of another study");
            }
            Shard other = BundleReader.readShard(folder);
            if (!other.equals(shard)) {
                return Optional.of(
                        "an unfinished bundle of shard " + other.label() + " of the study, not " + shard.label());
            }
            Optional<byte[]> earlier = BundleReader.hypothesesFile(folder);
            if (!Arrays.equals(earlier.orElse(null), hypotheses)) {
                return Optional.of("an unfinished bundle that was begun "
                        + (earlier.isEmpty()
                                ? "without " + HypothesesReader.FILE
                                : "under other hypotheses (see its " + HypothesesReader.FILE + ")"));
            }
            return BundleReader.readEnvironment(folder).measuresAs(environment)
                    ? Optional.empty()
                    : Optional.of("an unfinished bundle that was begun by another version of initbench or with other"
                            + " arithmetic (see its environment.json)");
        } catch (DataException e) {
            return Optional.of("no sound bundle: " + e.getMessage());
        }
    }
}
