package org.initbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.initbench.common.UsageException;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.OtherRates;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.run.TuningTrial;
import org.initbench.task.TaskDescription;
import org.junit.jupiter.api.Test;

/** A part of a study that trained other runs than the whole could repeat nothing. */
class PartOfStudyTest {

    private static final String XOR = "xor-2-2-1";
    private static final String ENCODER = "encoder-10-5-10";

    /** Runs at the task's rate, at a multiple of it on both tasks, and at tuned rates on the second. */
    private static ResolvedStudy whole() {
        return Studies.withRates(
                Studies.of(3, 2, 1, XOR, ENCODER),
                new OtherRates(List.of(0.5), null, List.of("normal"), List.of(XOR, ENCODER)),
                new OtherRates(
                        List.of(),
                        new OtherRates.Tuning(List.of(0.5, 2.0), 1),
                        List.of("orthogonal"),
                        List.of(ENCODER)));
    }

    private static List<RunRecord> runs(ResolvedStudy study) throws InterruptedException {
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            String task = study.tasks().get(i).name();
            List<ArmDescription> tuned = study.tunedArmsOf(task);
            List<TuningTrial> tuning = tuned.isEmpty() ? List.of() : new Tuner(study, i).tune(tuned, share -> {});
            BlockRunner runner = new BlockRunner(study, i, study.armsOf(task), tuning);
            for (Block block : Block.of(study, i)) {
                runs.addAll(runner.run(block, share -> {}).runs());
            }
        }
        return runs;
    }

    @Test
    void aPartHasTheRunsOfTheWhole() throws InterruptedException {
        List<RunRecord> expected = runs(whole()).stream()
                .filter(run -> run.task().equals(ENCODER) && run.replicate() < 2)
                .toList();
        ResolvedStudy part = whole().part(List.of(ENCODER), 2);
        assertThat(runs(part)).isEqualTo(expected).hasSizeGreaterThan(10);
        assertThat(part.tasks()).extracting(TaskDescription::name).containsExactly(ENCODER);
    }

    @Test
    void ratesThatNoChosenTaskHasAreLeftOut() {
        ResolvedStudy part = whole().part(List.of(XOR), 3);
        assertThat(part.learningRates()).hasSize(1);
        assertThat(part.learningRates().get(0).tasks()).containsExactly(XOR);
        assertThat(part.tunedArmsOf(XOR)).isEmpty();
    }

    @Test
    void theWholeIsAPart() {
        ResolvedStudy whole = whole();
        assertThat(whole.part(List.of(ENCODER, XOR), 3)).isEqualTo(whole);
    }

    /** A bundle may name a rule of its maker's own; that must be said before anything is trained. */
    @Test
    void definitionsThatAreNotKnownAreRefused() {
        ResolvedStudy study = Studies.of(1, 1, 1, XOR);
        BlockRunner.requireDefinitions(study);
        List<ArmDescription> arms = List.of(new ArmDescription("of-ones-own", ScaleKind.STD, 1.0, false));
        ResolvedStudy other = new ResolvedStudy(
                study.schema(),
                study.name(),
                study.description(),
                study.seed(),
                study.replicates(),
                study.stackReplicates(),
                study.stackSize(),
                study.workers(),
                study.tasks(),
                arms,
                study.timing());
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> BlockRunner.requireDefinitions(other))
                .withMessageContaining("of-ones-own");
    }
}
