package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.init.ScaleKind;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Outcome;
import org.initbench.run.RunRecord;
import org.junit.jupiter.api.Test;

/** Every number in the answers, against a bundle in which each start takes a known multiple of the fastest. */
class AnswersTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Bundle TEMPLATE = new SyntheticStudy()
            .hidden("small", -1)
            .hidden("wide", -1)
            .linear("logistic")
            .bundle(true);

    /** How many times the epochs of the fastest start a start takes. */
    private interface Law {
        double factor(RunRecord run);
    }

    private static double factor(RunRecord run) {
        double scale = run.scale().orElse(0);
        boolean hidden = !run.task().equals("logistic");
        if (run.initializer().equals("zero") || run.initializer().equals("constant")) {
            return hidden ? NEVER : 1.02;
        }
        if (run.scaleKind() == ScaleKind.GAIN) {
            return scale == 1 ? 1.3 : 3;
        }
        double best = run.task().equals("wide") ? -0.5 : -1;
        double off = Math.log10(scale) - best;
        if (!hidden) {
            return off < 0.1 ? 1 : 4;
        }
        return off > 1.4 ? NEVER : Math.abs(off) < 0.1 ? 1 : Math.abs(off) < 0.6 ? 1.2 : 2.5;
    }

    private static Analysis analyze(Law law, Cause cause) {
        return EdgeCasesTest.analyze(TEMPLATE, run -> {
            double epochs = law.factor(run) * (run.task().equals("logistic") ? 10 : 8 + 0.25 * run.replicate());
            boolean equal = !run.task().equals("logistic")
                    && (run.initializer().equals("zero") || run.initializer().equals("constant"));
            boolean converged = Double.isFinite(epochs);
            return EdgeCasesTest.ended(
                    run,
                    converged ? Outcome.CONVERGED : Outcome.CENSORED,
                    equal ? (converged ? cause : Cause.SYMMETRIC) : Cause.NONE,
                    epochs,
                    converged ? epochs : SyntheticStudy.BUDGET);
        });
    }

    private static final Analysis PLAIN = analyze(AnswersTest::factor, Cause.NONE);

    private static double constantLearns(RunRecord run) {
        return run.initializer().equals("constant") && run.task().equals("small") ? 5 : factor(run);
    }

    @Test
    void aTaskNamesItsBestScaleItsGoodRangeAndWhatADecadeCosts() {
        List<String> answer = PLAIN.tasks().get(0).answer();
        assertThat(answer.get(0))
                .isEqualTo(
                        "On small (small tanh network) the best standard deviation of normal weights is about 10^-1.25 to"
                                + " 10^-0.75 (0.056 to 0.18). Anything from 10^-1.5 to 10^-0.5 (0.032 to 0.32) is good: it takes at"
                                + " most 1.5 times as many epochs as the fastest start, normal at std 10^-1.");
        assertThat(answer.get(1))
                .isEqualTo("At 10^-2, ten times below the best, a success takes 2.5 times as many epochs as at 10^-1.");
        assertThat(answer.get(2))
                .isEqualTo("At 10^0, ten times above the best, a success takes 2.5 times as many epochs as at 10^-1.");
        assertThat(answer.get(answer.size() - 1))
                .isEqualTo(
                        "Of the published schemes glorot-normal at gain 1 was fastest, taking 1.3 times as many epochs as"
                                + " the fastest start; good as published (gain 1): glorot-normal, he-normal, lecun-normal and"
                                + " orthogonal.");
    }

    @Test
    void theStudySaysHowSmallByStandardDeviationAndByGain() {
        assertThat(PLAIN.answer().get(0))
                .isEqualTo(
                        "How small: 10^-1 to 10^-0.5 (0.1 to 0.32), depending on the network. There lies the standard deviation"
                                + " of normal weights from which 2 networks with a hidden layer learned fastest, with their"
                                + " uncertainty from 10^-1.25 to 10^-0.25.");
        assertThat(PLAIN.answer())
                .contains(
                        "As normalized gain σ_w = std·√fan-in (geometric mean over the layers) the best of these networks"
                                + " are 0.67 to 2.1, hardly closer together than as std: a factor of 3.2 against 3.2.");
    }

    @Test
    void equalStartsThatNeverArriveAreCounted() {
        assertThat(PLAIN.answer().get(1))
                .endsWith("Started from all weights zero, none of 2 networks with a hidden layer reached the threshold;"
                        + " started from all weights 0.1, none of 2 did.");
        assertThat(PLAIN.answer().get(2))
                .isEqualTo(
                        "Without a hidden layer anything up to 10^-0.75 (0.18) served logistic as well as the best. No"
                                + " hidden layer means no interchangeable units, and starting from all weights zero is harmless:"
                                + " logistic takes as many epochs as from its fastest start, to within 2 %.");
    }

    /** From zero a tanh or ReLU network does not even one unit's work: to call it merely symmetric would be wrong. */
    @Test
    void zeroWeightsThatNeverMovedAreSaidToHaveHadNoGradient() {
        Analysis analysis = EdgeCasesTest.analyze(TEMPLATE, run -> {
            boolean equal =
                    run.initializer().equals("zero") || run.initializer().equals("constant");
            RunRecord ended = EdgeCasesTest.ended(
                    run,
                    equal ? Outcome.CENSORED : Outcome.CONVERGED,
                    equal ? Cause.SYMMETRIC : Cause.NONE,
                    equal ? NEVER : 8 * factor(run),
                    equal ? SyntheticStudy.BUDGET : 8 * factor(run));
            return equal && run.task().equals("small") ? withAllSignsKept(ended) : ended;
        });
        assertThat(analysis.answer().get(1))
                .contains(
                        "reached the threshold (in 1 of them every weight's gradient was zero, and no weight ever moved);");
        assertThat(analysis.tasks().get(0).answer())
                .anyMatch(sentence -> sentence.startsWith("Starting with all weights zero never")
                        && sentence.contains("every weight's gradient was exactly zero"))
                .anyMatch(sentence -> sentence.startsWith("Starting with all weights 0.1 never")
                        && sentence.contains("got equal gradients and stayed equal"));
    }

    private static RunRecord withAllSignsKept(RunRecord run) {
        return new RunRecord(
                run.runId(),
                run.task(),
                run.initializer(),
                run.scaleKind(),
                run.scale(),
                run.replicate(),
                run.engine(),
                run.precision(),
                run.outcome(),
                run.cause(),
                run.epochs(),
                run.epochsRun(),
                run.stepsRun(),
                run.budget(),
                run.initialLoss(),
                run.finalLoss(),
                run.finalMetric(),
                run.initialNorm(),
                run.distance(),
                1,
                run.initialDigest(),
                run.finalDigest());
    }

    @Test
    void aNetworkThatLearnsWithEqualUnitsIsSaidToUseOne() {
        Analysis analysis = analyze(AnswersTest::constantLearns, Cause.SYMMETRIC);
        assertThat(analysis.answer().get(1))
                .endsWith("started from all weights 0.1, 1 of 2 did: small"
                        + " (as if with one unit in a hidden layer, 5 times as long as the fastest start).");
        assertThat(analysis.tasks().get(0).answer())
                .contains(
                        "Starting with all weights 0.1 reached the threshold in all 10 runs, taking 5 times as many epochs"
                                + " as the fastest start: the units of a hidden layer stayed equal to the end, so that it learned"
                                + " as if it had one unit in that layer, which is enough for this task.");
    }

    @Test
    void aNetworkThatLearnsByRoundingErrorsIsNotSaidToNeedNoRandomness() {
        Analysis analysis = analyze(AnswersTest::constantLearns, Cause.ROUNDING);
        assertThat(analysis.answer().get(1))
                .endsWith(
                        "small (only by rounding errors that made units differ, 5 times as long as the fastest start).");
        assertThat(analysis.tasks().get(0).answer())
                .anyMatch(s -> s.contains("rounding errors of the arithmetic alone made hidden units differ"));
    }

    @Test
    void oneNumberThatServesAllIsNamed() {
        assertThat(PLAIN.answer())
                .contains(
                        "One number for all: normal weights of standard deviation 10^-1 (0.1) were shown to be good on all 3 tasks"
                                + " (to take at most 1.5 times as many epochs as the fastest start); that says little about"
                                + " tasks outside this study.",
                        "Published schemes: as published (gain 1) glorot-normal, he-normal, lecun-normal and orthogonal were"
                                + " shown to be good on all of them.");
    }

    @Test
    void whereNoNumberServesAllTheNearestIsNamedWithItsWorstTask() {
        Analysis analysis = analyze(
                run -> {
                    boolean near = Math.abs(run.scale().orElse(0) - 0.1) < 1e-9
                            && run.task().equals("wide");
                    boolean scheme =
                            run.scaleKind() == ScaleKind.GAIN && run.task().equals("small");
                    return scheme && run.initializer().equals("he-normal") ? 1.8 : near || scheme ? 2 : factor(run);
                },
                Cause.NONE);
        assertThat(analysis.answer().get(0))
                .endsWith(
                        " But not every network takes every value between: at 10^-1 wide took more than 1.5 times as long"
                                + " as from its fastest start.");
        assertThat(analysis.answer())
                .contains(
                        "One number for all: no standard deviation of normal weights was shown to be good on all 3 tasks (to take at"
                                + " most 1.5 times as many epochs as the fastest start); 10^-1 (0.1) comes nearest: on its"
                                + " worst task, wide, it takes 2 times as many epochs as the fastest start.",
                        "Published schemes: none was shown to be good on all of them, as published (gain 1); he-normal comes nearest: on its"
                                + " worst task, small, it takes 1.8 times as many epochs as the fastest start.");
    }

    @Test
    void uniformAndNormalAreCalledAlikeOnlyAsOftenAsShown() {
        assertThat(PLAIN.answer())
                .contains(
                        "Uniform or normal: it makes no practical difference. At equal standard deviation they took equally"
                                + " long to within a quarter in 16 of 16 comparisons (simultaneous 95 % intervals).");
        Analysis analysis = analyze(run -> (run.initializer().equals("uniform") ? 2 : 1) * factor(run), Cause.NONE);
        assertThat(analysis.answer())
                .contains(
                        "Uniform or normal: where they differ, normal is faster. At equal standard deviation they took"
                                + " equally long to within a quarter in 0 of 16 comparisons, uniform took more in 16 (simultaneous"
                                + " 95 % intervals).");
    }

    @Test
    void whereEvenTheBestScaleIsSlowTheAnswerSaysByHowMuch() {
        Analysis analysis = analyze(
                run -> run.initializer().equals("he-normal") && run.scale().orElse(0) == 1
                        ? 0.5
                        : run.task().equals("small") && Math.abs(run.scale().orElse(0) - 1) < 1e-9
                                ? NEVER
                                : factor(run),
                Cause.NONE);
        List<String> answer = analysis.tasks().get(0).answer();
        assertThat(answer.get(0))
                .endsWith(
                        " Even the best of them takes 2 times as many epochs as the fastest start, he-normal at gain 1.");
        assertThat(answer.get(2))
                .matches(
                        "At 10\\^0, ten times above the best, none of 10 runs reached the threshold: a success takes more than"
                                + " [0-9.]+ times as many epochs as at 10\\^-1\\.");
        assertThat(answer.get(answer.size() - 1))
                .isEqualTo(
                        "Of the published schemes he-normal at gain 1 was fastest, and fastest of all starts in these runs; good as"
                                + " published (gain 1): he-normal.");
    }

    @Test
    void whereRunsAreTooFewToCallAScaleGoodTheAnswerSaysSo() {
        Analysis analysis = analyze(
                run -> run.scaleKind() != ScaleKind.STD
                        ? factor(run)
                        : factor(run) * (run.initializer().equals("normal") && run.replicate() % 2 == 0 ? 2.5 : 1),
                Cause.NONE);
        assertThat(analysis.tasks().get(0).answer().get(0))
                .endsWith(
                        " With 10 runs a start none of them can be shown to be good, that is, to take at most 1.5 times as"
                                + " many epochs as the fastest start, uniform at std 10^-1.");
    }
}
