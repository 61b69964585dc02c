package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.initbench.analysis.EqualStartEnd.Ending;
import org.initbench.analysis.EqualStartEnds.Loss;
import org.initbench.run.ArmDescription;
import org.initbench.run.Cause;
import org.junit.jupiter.api.Test;

class EqualStartEndsTest {
    private static final ArmDescription TENTH = SymmetryStudy.constant(0.1);
    private static final ArmDescription NORMAL = SymmetryStudy.std("normal", 0.1);

    private static SymmetryStudy study() {
        return new SymmetryStudy().task("mlp", 1, null).task("mlp-w1", 1, "mlp");
    }

    /** Ends at 1.2 of 2 are 0.6 of the loss of guessing; the control's 1.24 are 0.62. */
    @Test
    void unitsThatStayEqualEndWhereOneUnitEnds() {
        SymmetryStudy study = study().censored("mlp", TENTH, Cause.SYMMETRIC, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2)
                .censored("mlp-w1", TENTH, Cause.NONE, 1.24, 1.24, 1.24, 1.24, 1.24, 1.24)
                .censored("mlp-w1", NORMAL, Cause.NONE, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        EqualStartEnd end = study.laboratory().equalStarts().get(0);
        assertThat(study.laboratory().equalStarts()).hasSize(1);
        assertThat(end.loss().value()).isEqualTo(0.6);
        assertThat(end.guessing()).isFalse();
        assertThat(end.ending()).isEqualTo(Ending.ONE_UNIT);
        assertThat(end.controls().get(0).difference().value()).isCloseTo(-0.02, within(1e-12));
        assertThat(end.controls().get(1).ending()).isEqualTo(Ending.HIGHER);
        assertThat(study.answer(0).brief())
                .isEqualTo(
                        "Of 1 all-equal start of networks with a hidden layer, none reached the threshold with units that"
                                + " stayed equal. When the budget was spent, of 1 start beside a network of one unit a layer: 1 better"
                                + " than guessing, at the loss of the one-unit network.");
        assertThat(study.answer(0).details())
                .contains(
                        "Runs whose units stayed equal ended at the loss of guessing, to within 5 %, from 0 of 1 start.",
                        "mlp from all weights 0.1 ended at 0.6 of the loss of guessing; one unit a layer (mlp-w1) ended from"
                                + " the same start at 0.62 and from its best normal at std 10^-1 at 0.5.");
    }

    /** One run whose units rounding set apart must not make the equal ones look better. */
    @Test
    void runsThatRoundingSetApartAreLeftOut() {
        SymmetryStudy study = study().censored("mlp", TENTH, Cause.SYMMETRIC, 1.99, 2.01, 2, 2, 2, 2)
                .run("mlp", TENTH, 6, OptionalDouble.of(90), Cause.ROUNDING, 0.3, 3, 0.5);
        EqualStartEnd end = study.laboratory().equalStarts().get(0);
        assertThat(end.loss().value()).isEqualTo(1);
        assertThat(end.loss().n()).isEqualTo(6);
        assertThat(end.guessing()).isTrue();
        assertThat(end.rounding()).isEqualTo(1);
        assertThat(end.brokenLoss().value()).as("0.3 counts as the level, 0.4").isEqualTo(0.2);
        assertThat(end.roundingConverged()).isEqualTo(1);
        assertThat(end.ending()).isEqualTo(Ending.NONE);
        assertThat(study.answer(0).brief())
                .endsWith(
                        "; 1 did in runs whose units rounding errors of the arithmetic set apart: mlp (all weights 0.1).");
        assertThat(study.answer(0).details())
                .contains("Where a network of one unit a layer ends was not measured; the study symmetry measures it.");
    }

    @Test
    void whereRoundingSetEveryRunApartTheQuestionDoesNotArise() {
        EqualStartEnd end = study().converged("mlp", TENTH, Cause.ROUNDING, 50, 60)
                .censored("mlp-w1", TENTH, Cause.NONE, 1, 1)
                .laboratory()
                .equalStarts()
                .get(0);
        assertThat(end.ending()).isEqualTo(Ending.BROKEN);
        assertThat(end.loss().value()).isNull();
        assertThat(end.loss().caveats()).containsExactly("undefined: there is no such run");
    }

    /** Final losses of runs that arrived differ only by when they were stopped: 0.1 and 0.39 count as the level, 0.4. */
    @Test
    void aRunThatArrivedCountsWithTheLossOfItsLevel() {
        EqualStartEnd end = study().converged("mlp", TENTH, Cause.SYMMETRIC, 50, 60, 50, 60, 50, 60)
                .censored("mlp-w1", TENTH, Cause.NONE, 0.39, 0.4, 0.4, 0.4, 0.4, 0.41)
                .laboratory()
                .equalStarts()
                .get(0);
        assertThat(end.loss().value()).isEqualTo(0.2);
        assertThat(end.converged()).isEqualTo(6);
        assertThat(end.ending()).isEqualTo(Ending.ONE_UNIT);
    }

    /** Two runs bound a median by their own range only, which here is wider than the margin. */
    @Test
    void whatFewRunsCannotTellIsLeftOpen() {
        EqualStartEnd end = study().censored("mlp", TENTH, Cause.SYMMETRIC, 1.0, 1.4)
                .censored("mlp-w1", TENTH, Cause.NONE, 1.2, 1.2)
                .laboratory()
                .equalStarts()
                .get(0);
        assertThat(end.ending()).isEqualTo(Ending.OPEN);
        EqualStartEnd one = study().censored("mlp", TENTH, Cause.SYMMETRIC, 1.2)
                .censored("mlp-w1", TENTH, Cause.NONE, 1.2)
                .laboratory()
                .equalStarts()
                .get(0);
        assertThat(one.ending()).isEqualTo(Ending.OPEN);
    }

    private static Loss loss(double value, double low, double high, int falling) {
        return new Loss(new Estimate(value, low, high, 0.95, 6, List.of()), falling);
    }

    /** The rule by itself, at its limits: the margin is 0.05 of the loss of guessing. */
    @Test
    void theVerdictIsOfTheWholeInterval() {
        Loss control = loss(0.5, 0.5, 0.5, 0);
        assertThat(EqualStartEnds.ending(loss(0.5, 0.451, 0.549, 0), control)).isEqualTo(Ending.ONE_UNIT);
        assertThat(EqualStartEnds.ending(loss(0.3, 0.2, 0.449, 0), control)).isEqualTo(Ending.LOWER);
        assertThat(EqualStartEnds.ending(loss(0.7, 0.551, 0.8, 0), control)).isEqualTo(Ending.HIGHER);
        assertThat(EqualStartEnds.ending(loss(0.54, 0.4, 0.56, 0), control)).isEqualTo(Ending.OPEN);
    }

    /** "Alike" must not hide that neither learned anything: 0.95 and above is no better than guessing. */
    @Test
    void alikeAtTheLossOfGuessingIsToldFromAlikeBelowIt() {
        Loss guessing = loss(1, 0.98, 1.01, 0);
        assertThat(EqualStartEnds.ending(guessing, loss(1, 1, 1, 0))).isEqualTo(Ending.GUESSING);
        assertThat(EqualStartEnds.ending(loss(0.93, 0.93, 0.93, 0), loss(0.96, 0.96, 0.97, 0)))
                .isEqualTo(Ending.ONE_UNIT);
        assertThat(EqualStartEnds.ending(loss(0.98, 0.94, 1.01, 0), loss(0.98, 0.98, 0.98, 0)))
                .as("neither above 0.95 nor below 1")
                .isEqualTo(Ending.OPEN);
    }

    /** A loss that still falls is no end: only a control that is lower already may fall on. */
    @Test
    void whatStillFallsHasNotEnded() {
        assertThat(EqualStartEnds.ending(loss(0.3, 0.3, 0.3, 3), loss(0.5, 0.5, 0.5, 0)))
                .isEqualTo(Ending.FALLING);
        assertThat(EqualStartEnds.ending(loss(0.3, 0.3, 0.3, 2), loss(0.5, 0.5, 0.5, 2)))
                .isEqualTo(Ending.LOWER);
        assertThat(EqualStartEnds.ending(loss(0.3, 0.3, 0.3, 0), loss(0.5, 0.5, 0.5, 3)))
                .isEqualTo(Ending.FALLING);
        assertThat(EqualStartEnds.ending(loss(0.5, 0.5, 0.5, 0), loss(0.3, 0.3, 0.3, 6)))
                .isEqualTo(Ending.HIGHER);
    }

    /** From 1.23 half way to 1.2 a loss falls by 2.4 %, from 1.22 by 1.6 %. */
    @Test
    void aRunFallsWhoseLossFellByMoreThanTwoPercentInTheSecondHalf() {
        double[] falling = {1.23, 1.2};
        double[] level = {1.22, 1.2};
        SymmetryStudy study = study().spent(
                        "mlp", TENTH, Cause.SYMMETRIC, falling, falling, falling, level, level, level)
                .spent("mlp-w1", TENTH, Cause.NONE, level, level, level, level, level, falling);
        EqualStartEnd end = study.laboratory().equalStarts().get(0);
        assertThat(end.falling()).isEqualTo(3);
        assertThat(end.controls().get(0).falling()).isEqualTo(1);
        assertThat(end.ending()).isEqualTo(Ending.FALLING);
        assertThat(study.answer(0).brief())
                .endsWith(
                        " When the budget was spent, of 1 start beside a network of one unit a layer: 1 still falling.");
        assertThat(study.answer(0).details())
                .contains(
                        "mlp from all weights 0.1 ended at 0.6 of the loss of guessing (still falling in 3 of 6 runs); one"
                                + " unit a layer (mlp-w1) ended from the same start at 0.6 (still falling in 1 of 6 runs).");
    }

    /** At 1 of 2 it is at half the loss of guessing, the control at 1.2 of 2: 0.1 lower, twice the margin, and still on its way. */
    @Test
    void whatStillFallsButIsBelowTheOneUnitNetworkAlreadyIsSaid() {
        double[] falling = {1.03, 1.0};
        double[] level = {1.22, 1.2};
        SymmetryStudy study = study().spent(
                        "mlp", TENTH, Cause.SYMMETRIC, falling, falling, falling, falling, falling, falling)
                .spent("mlp-w1", TENTH, Cause.NONE, level, level, level, level, level, level);
        assertThat(study.laboratory().equalStarts().get(0).ending()).isEqualTo(Ending.FALLING);
        assertThat(study.answer(0).brief())
                .endsWith(": 1 still falling, 1 of them already below the one-unit network.");
    }

    @Test
    void withoutAHiddenLayerNothingIsInterchangeable() {
        LaboratoryAnswer answer = study().task("linear", 0, null)
                .converged("linear", TENTH, Cause.NONE, 5, 5)
                .censored("mlp", TENTH, Cause.SYMMETRIC, 2)
                .answer(0);
        assertThat(answer.details())
                .contains(
                        "Without a hidden layer there are no interchangeable units: 1 of 1 all-equal starts reached the"
                                + " threshold: linear (all weights 0.1).");
    }

    @Test
    void aControlIsNoNetworkOfTheAnswer() {
        Analysis analysis = study().converged("mlp", NORMAL, Cause.NONE, 10, 11, 12, 13, 14)
                .converged("mlp-w1", NORMAL, Cause.NONE, 10, 11, 12, 13, 14)
                .analysis();
        assertThat(analysis.answer())
                .contains("Whether one number serves all networks cannot be asked of a single task.");
    }
}
