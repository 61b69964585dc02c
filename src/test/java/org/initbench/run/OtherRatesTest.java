package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.common.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs at other learning rates are planned, written, read and checked; the tasks' own rate is 1e-4. */
class OtherRatesTest {
    private static final List<String> ORDER = List.of("000-full", "001-batch");

    @TempDir
    Path temporary;

    /** normal at half the rate on one task; glorot-uniform tuned on the other. */
    static ResolvedStudy study() {
        ResolvedStudy s = Samples.study();
        return new ResolvedStudy(
                s.schema(),
                s.name(),
                s.description(),
                s.seed(),
                s.replicates(),
                s.stackReplicates(),
                s.stackSize(),
                s.workers(),
                s.tasks(),
                s.arms(),
                s.timing(),
                List.of(),
                List.of(
                        new OtherRates(List.of(0.5), null, List.of("normal"), List.of("zeta-full")),
                        new OtherRates(
                                List.of(),
                                new OtherRates.Tuning(List.of(0.1, 1.0, 10.0), 3),
                                List.of("glorot-uniform"),
                                List.of("alpha-batch"))));
    }

    static List<TuningTrial> trials() {
        return List.of(trial(0.1, 1.0E-5, 40.5, false), trial(1, 1.0E-4, 20.25, false), trial(10, 1.0E-3, 7, true));
    }

    private static TuningTrial trial(double factor, double rate, double rmst, boolean chosen) {
        return new TuningTrial("alpha-batch", "glorot-uniform", OptionalDouble.of(1), factor, rate, rmst, chosen);
    }

    private static List<RunRecord> fullRuns() {
        List<RunRecord> runs = new ArrayList<>(Samples.fullBatchRuns());
        for (int r = 0; r < 2; r++) {
            runs.add(Samples.run("h" + r, "zeta-full", Samples.NORMAL, r, OptionalDouble.of(40))
                    .at(5.0E-5, RateKind.FACTOR));
        }
        return runs;
    }

    private static List<RunRecord> batchRuns() {
        List<RunRecord> runs = new ArrayList<>(Samples.batchRuns(0));
        runs.addAll(Samples.batchRuns(1));
        for (int r = 0; r < 2; r++) {
            runs.add(Samples.run("t" + r, "alpha-batch", Samples.GLOROT, r, OptionalDouble.of(2))
                    .at(1.0E-3, RateKind.TUNED));
        }
        return runs;
    }

    private BundleWriter unfinished() {
        BundleWriter writer = BundleWriter.create(temporary.resolve("b"), study(), Samples.environment());
        Samples.writePart(writer, "000-full", fullRuns());
        writer.writeTuning("001-alpha-batch", trials());
        Samples.writePart(writer, "001-batch", batchRuns());
        return writer;
    }

    private Path finished() {
        BundleWriter writer = unfinished();
        writer.finish(ORDER);
        return writer.folder();
    }

    @Test
    void everyCellIsInThePlanOnceAtEachOfItsRates() {
        assertThat(new Plan(study()).places()).hasSize(11 + 2 + 2);
        assertThat(study().armsOf("zeta-full"))
                .containsExactly(Samples.ZERO, Samples.NORMAL, Samples.GLOROT, Samples.NORMAL.at(RateRule.times(0.5)));
        assertThat(study().armsOf("alpha-batch"))
                .containsExactly(Samples.ZERO, Samples.NORMAL, Samples.GLOROT, Samples.GLOROT.at(RateRule.TUNED));
        assertThat(study().ownRateArmsOf("alpha-batch")).containsExactly(Samples.ZERO, Samples.NORMAL, Samples.GLOROT);
    }

    @Test
    void ratesAndWhatWasTriedComeBack() {
        Bundle bundle = BundleReader.read(finished());
        assertThat(bundle.study()).isEqualTo(study());
        assertThat(bundle.tuning()).isEqualTo(trials());
        List<RunRecord> all = new ArrayList<>(fullRuns());
        all.addAll(batchRuns());
        assertThat(bundle.runs()).isEqualTo(all);
        assertThat(bundle.complete()).isTrue();
        assertThat(BundleReader.check(bundle.folder())).isEmpty();
    }

    /** Evidence that is not under a checksum could be changed unseen. */
    @Test
    void theManifestCoversWhatWasTried() throws IOException {
        Path folder = finished();
        assertThat(Files.readString(folder.resolve("MANIFEST.sha256"))).contains("  tuning.csv\n");
        Files.writeString(
                folder.resolve("tuning.csv"),
                Files.readString(folder.resolve("tuning.csv")).replace("40.5", "41.5"));
        assertThat(BundleReader.check(folder)).anyMatch(finding -> finding.contains("tuning.csv: changed"));
        Files.delete(folder.resolve("tuning.csv"));
        assertThat(BundleReader.check(folder)).anyMatch(finding -> finding.contains("tuning.csv: missing"));
    }

    /** A study that was killed between tuning and its first block must go on with the rates that it chose. */
    @Test
    void whatWasTriedIsKeptBeforeTheFirstBlock() {
        BundleWriter writer = BundleWriter.create(temporary.resolve("b"), study(), Samples.environment());
        assertThat(writer.hasTuning("001-alpha-batch")).isFalse();
        writer.writeTuning("001-alpha-batch", trials());
        BundleWriter resumed = BundleWriter.open(writer.folder());
        assertThat(resumed.hasTuning("001-alpha-batch")).isTrue();
        assertThat(resumed.tuning("001-alpha-batch")).isEqualTo(trials());
        Bundle bundle = BundleReader.read(writer.folder());
        assertThat(bundle.tuning()).isEqualTo(trials());
        assertThat(bundle.complete()).isFalse();
    }

    @Test
    void anUnfinishedBundleIsReadWithItsRates() {
        Bundle bundle = BundleReader.read(unfinished().folder());
        assertThat(bundle.runs()).extracting(RunRecord::rateKind).contains(RateKind.TUNED, RateKind.FACTOR);
        assertThat(bundle.tuning()).isEqualTo(trials());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs.csv|1.0E-4,task,0,|2.0E-4,task,0,|column learning_rate: 2.0E-4 where 1.0E-4 is expected for the rule task",
                "runs.csv|5.0E-5,factor|6.0E-5,factor|the study has no run of task zeta-full, initializer normal",
                "runs.csv|5.0E-5,factor,1|5.0E-5,factor,0|a second run of task zeta-full, initializer normal, std"
                        + " 0.31622776601683794, learning rate 5.0E-5, replicate 0",
                "runs.csv|0.001,tuned|1.0E-4,tuned|column learning_rate: 1.0E-4 where 0.001 is expected for the rule tuned",
                "runs.csv|0.001,tuned|0.001,tune|column learning_rate_rule: 'tune' where task, factor or tuned",
                "runs.csv|0.001,tuned|-0.001,tuned|column learning_rate: '-0.001' where a finite number of at least 0",
                "runs.csv|normal,std,0.31622776601683794,5.0E-5,factor|normal,std,0.31622776601683794,1.0E-4,tuned"
                        + "|tuning.csv chooses no learning rate for this arm",
                "tuning.csv|0.1,1.0E-5|0.2,1.0E-5|column factor: 0.2 where one of [0.1, 1.0, 10.0] is expected",
                "tuning.csv|0.1,1.0E-5|0.1,2.0E-5|column learning_rate: 2.0E-5 where 1.0E-5, 0.1 times the task's own",
                "tuning.csv|0.1,1.0E-5|1.0,1.0E-4|factor 1.0 is there twice",
                "tuning.csv|40.5,false|40.5,true|a second learning rate is chosen for task alpha-batch, initializer"
                        + " glorot-uniform, scale 1.0",
                "tuning.csv|40.5,false|4.5,false|not the one with the lowest geometric_mean_rmst is chosen",
                "tuning.csv|7.0,true|7.0,false|not the one with the lowest geometric_mean_rmst is chosen",
                "tuning.csv|7.0,true|7.0,yes|column chosen: 'yes' where true or false is expected",
                "tuning.csv|glorot-uniform,1.0,0.1|glorot-uniform,2.0,0.1|the study tunes no learning rate of task"
                        + " alpha-batch, initializer glorot-uniform, scale 2.0"
            })
    void aWrongRateIsNamed(String name, String from, String to, String message) throws IOException {
        Path folder = finished();
        Files.delete(folder.resolve("MANIFEST.sha256"));
        String before = Files.readString(folder.resolve(name)).replace("4.9E-324", "1.0");
        assertThat(before).contains(from);
        Files.writeString(folder.resolve(name), before.replace(from, to));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> BundleReader.read(folder));
        assertThat(BundleReader.check(folder)).anyMatch(finding -> finding.contains(message));
    }

    @Test
    void aRateThatWasNotTriedIsMissed() throws IOException {
        Path folder = finished();
        Path tuning = folder.resolve("tuning.csv");
        Files.delete(folder.resolve("MANIFEST.sha256"));
        List<String> lines = Files.readAllLines(tuning);
        Files.writeString(tuning, String.join("\r\n", lines.get(0), lines.get(2), lines.get(3)) + "\r\n");
        assertThat(BundleReader.check(folder))
                .anyMatch(finding -> finding.contains("2 of 3 learning rates were tried for task alpha-batch"));
    }

    /** 0.1 · 0.3162 is 0.031619999999999995 in double precision. */
    @Test
    void aRateReadsLikeADecimalFraction() {
        assertThat(RateRule.rate(0.1, 0.3162)).isEqualTo(0.03162);
        assertThat(RateRule.rate(1.0 / 3, 1)).isEqualTo(1.0 / 3);
        assertThatIllegalArgumentException().isThrownBy(() -> new RateRule(RateKind.TASK, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateRule(RateKind.TUNED, 2.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateRule(RateKind.FACTOR, null));
    }

    @Test
    void ofEqualRatesTheSmallerIsChosen() {
        assertThat(TuningTrial.best(List.of(trial(10, 1.0E-3, 7, false), trial(1, 1.0E-4, 7, false))))
                .isEqualTo(trial(1, 1.0E-4, 7, false));
    }
}
