package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.initbench.analysis.DoseResponse.Law;
import org.initbench.analysis.StartContrast.Question;
import org.initbench.analysis.StartContrast.Verdict;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Cause;
import org.initbench.run.Quantity;
import org.junit.jupiter.api.Test;

class LaboratoryTest {
    private static final ArmDescription NORMAL = SymmetryStudy.std("normal", 0.1);

    private static SymmetryStudy study() {
        return new SymmetryStudy().task("mlp", 1, null);
    }

    private static ArmDescription around(double scale) {
        return SymmetryStudy.std("constant-plus-normal:0.1", scale);
    }

    @Test
    void aStudyWithNoneOfTheStartsHasNoLaboratory() {
        assertThat(new SymmetryStudy()
                        .task("linear", 0, null)
                        .converged("linear", NORMAL, Cause.NONE, 1, 2)
                        .analysis()
                        .laboratory())
                .isNull();
    }

    @Test
    void whatIsMissingIsSaidAndWhoMeasuresIt() {
        SymmetryStudy study = study().censored("mlp", SymmetryStudy.zero(), Cause.SYMMETRIC, 2);
        assertThat(study.laboratory().answers())
                .hasSize(6)
                .filteredOn(LaboratoryAnswer::measured)
                .hasSize(2);
        assertThat(study.answer(1).brief())
                .isEqualTo(
                        "Not measured: it takes constant-plus-normal weights of several sizes; the study symmetry has them.");
        assertThat(study.laboratory().isDedicated()).isFalse();
    }

    /** T = 10 + 5·log₁₀(1/ε), a little off: five epochs a power of ten. */
    @Test
    void epochsPerPowerOfTenOfTheRandomPartAreFitted() {
        SymmetryStudy study = study().censored("mlp", around(1e-5), Cause.ROUNDING, 2, 2)
                .converged("mlp", around(1e-4), Cause.NONE, 30, 31)
                .converged("mlp", around(1e-3), Cause.NONE, 25, 26)
                .converged("mlp", around(1e-2), Cause.NONE, 20, 21)
                .converged("mlp", around(1e-1), Cause.NONE, 15, 16)
                .converged("mlp", around(1), Cause.NONE, 40, 41);
        DoseResponse dose = study.laboratory().doses().get(0);
        assertThat(dose.centre()).isEqualTo(0.1);
        assertThat(dose.smallest()).isEqualTo(1e-4);
        assertThat(dose.openBelow()).isFalse();
        assertThat(dose.points().get(0).lost()).isEqualTo(2);
        DoseResponse.Price price = Objects.requireNonNull(dose.price());
        assertThat(price.law()).isEqualTo(Law.LOG);
        assertThat(price.perDecade().value()).isCloseTo(5, within(1e-9));
        assertThat(price.to())
                .as("scales above the best are no price of smallness")
                .isEqualTo(0.1);
        assertThat(study.answer(1).brief())
                .isEqualTo(
                        "The smallest random part with which every run learned had a standard deviation of 10^-4 (1 of 1"
                                + " case); the fewest were 2 of 2, which leaves a probability of learning of 0.34 or more"
                                + " (95 % interval). Each power of ten less costs 5 epochs on mlp.");
        assertThat(study.answer(1).details())
                .containsExactly(
                        "mlp, weights around 0.1: the smallest random part with which all 2 runs learned is 10^-4; at"
                                + " 10^-5 rounding lost it in 2 of 2 runs. Converged, with the 95 % interval of the"
                                + " probability: 0 of 2 (0 to 0.66) at 10^-5 and 2 of 2 (0.34 to 1)"
                                + " at each size from 10^-4 to 10^0. Each power of ten less, from 10^-1 to 10^-4 (4 sizes, n ="
                                + " 2), costs 5 epochs more: a logarithmic law fits better than a power law.");
    }

    @Test
    void threeSizesAreTooFewForAPrice() {
        SymmetryStudy study = study().converged("mlp", around(1e-3), Cause.NONE, 25, 26)
                .converged("mlp", around(1e-2), Cause.NONE, 20, 21)
                .converged("mlp", around(1e-1), Cause.NONE, 15, 16);
        assertThat(study.laboratory().doses().get(0).price()).isNull();
        assertThat(study.answer(1).details().get(0))
                .isEqualTo(
                        "mlp, weights around 0.1: the smallest random part with which all 2 runs learned is 10^-3, the"
                                + " smallest tried. Converged, with the 95 % interval of the probability: 2 of 2 (0.34 to 1) at each"
                                + " size from 10^-3 to 10^-1. What each power of ten costs is undecided: from the best ε downwards every run"
                                + " converged at 3 of those tried; a fit takes 4 over 1.5 powers of ten.");
    }

    @Test
    void aDistinctStartIsComparedWithNormalOfTheSameSize() {
        SymmetryStudy study = study().converged("mlp", NORMAL, Cause.NONE, 20, 21, 20, 21, 20)
                .converged("mlp", deterministic("weyl", 0.1), Cause.NONE, 20, 21, 20, 21, 20.5)
                .converged("mlp", deterministic("sine", 0.1), Cause.NONE, 60, 62, 61, 60, 62)
                .converged("mlp", deterministic("sine", 1), Cause.NONE, 60, 62, 61, 60, 62);
        List<StartContrast> contrasts = study.laboratory().contrasts();
        assertThat(contrasts)
                .as("sine at 1 has no normal start beside it")
                .extracting(StartContrast::verdict)
                .containsExactly(Verdict.ALIKE, Verdict.SLOWER);
        assertThat(contrasts).allMatch(c -> c.question() == Question.DISTINCT);
        assertThat(study.answer(2).brief())
                .isEqualTo(
                        "It depends on the network and on the rule: being different can be enough, but does not always replace"
                                + " chance: in 2 comparisons with normal weights of the same standard deviation, weights that differ by"
                                + " no chance took as long (to within a quarter) or less in 1, longer in 1; 0 left it open. By"
                                + " rule, as long or less, longer, open: weyl 1, 0, 0; sine 0, 1, 0.");
        assertThat(study.answer(2).details())
                .contains(
                        "Units in equal copies, against different units: not measured; the study symmetry measures it.");
    }

    @Test
    void theRuleBehindAnArgumentIsTheReference() {
        SymmetryStudy study = study().converged("mlp", NORMAL, Cause.NONE, 20, 21, 20, 21, 20)
                .converged("mlp", SymmetryStudy.std("one-layer:1:0.5:normal", 0.1), Cause.NONE, 20, 21, 20, 21, 20)
                .converged("mlp", SymmetryStudy.std("one-layer:last:normal", 0.1), Cause.NONE, 20, 21, 20, 21, 20.5)
                .censored("mlp", SymmetryStudy.std("duplicated:2:normal", 0.1), Cause.NONE, 2, 2, 2, 2, 2)
                .converged("mlp", SymmetryStudy.std("same-in-every-layer:normal", 0.1), Cause.NONE, 20, 21, 20, 21, 20);
        List<StartContrast> contrasts = study.laboratory().contrasts();
        assertThat(contrasts)
                .extracting(StartContrast::question)
                .containsExactly(Question.ONE_LAYER, Question.ONE_LAYER, Question.DUPLICATED, Question.SAME_SEED);
        assertThat(contrasts).allMatch(c -> c.reference().equals(NORMAL));
        assertThat(contrasts.get(2).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(study.answer(2).details().get(2)).contains("longer in 1: duplicated:2:normal at std 10^-1 (mlp)");
        assertThat(study.answer(2).details().get(1))
                .as("one-layer:1:0.5:normal and one-layer:last:normal end alike, but not by the same runs")
                .startsWith("One layer random and the others equal, against all random, 2 comparisons: as long");
    }

    /** Outputs that are all 0 or all 0.1 are the same before a softmax: such starts are one comparison and not two. */
    @Test
    void startsWithTheSameRunsAreCountedOnce() {
        SymmetryStudy study = study().converged("mlp", NORMAL, Cause.NONE, 20, 21, 20, 21, 20);
        for (String name : List.of("one-layer:1:normal", "one-layer:1:0.1:normal", "one-layer:last:normal")) {
            double later = name.contains("last") ? 1e-3 : 0;
            for (int r = 0; r < 5; r++) {
                study.run(
                        "mlp",
                        SymmetryStudy.std(name, 0.1),
                        r,
                        OptionalDouble.of(30 + r),
                        Cause.NONE,
                        0.1 + later + (name.contains("0.1") ? 1e-12 : 0),
                        3,
                        0.5);
            }
        }
        List<StartContrast> contrasts = study.laboratory().contrasts();
        assertThat(contrasts)
                .extracting(contrast -> contrast.arm().initializer())
                .containsExactly("one-layer:1:normal", "one-layer:last:normal");
        assertThat(contrasts.get(0).copies()).containsExactly(SymmetryStudy.std("one-layer:1:0.1:normal", 0.1));
        assertThat(study.answer(2).details().get(1))
                .contains("counted once, because their runs are the same: one-layer:1:normal at std 10^-1 and"
                        + " one-layer:1:0.1:normal at std 10^-1 (mlp)");
    }

    /** By rule and not by name: whoever registers another rule without chance finds it compared. */
    @Test
    void everyRuleWithoutChanceIsCompared() {
        SymmetryStudy study = study().converged("mlp", NORMAL, Cause.NONE, 20, 21, 20, 21, 20)
                .converged("mlp", deterministic("golden-spiral", 0.1), Cause.NONE, 20, 21, 20, 21, 20.5)
                .converged("mlp", SymmetryStudy.std("weyl", 0.1), Cause.NONE, 20, 21, 20, 21, 20.5);
        assertThat(study.laboratory().contrasts())
                .extracting(contrast -> contrast.arm().initializer())
                .containsExactly("golden-spiral");
    }

    /** TOST within 0.8 and 1.25, else the side of 1 on which the interval lies. */
    @Test
    void theVerdictIsThatOfTheInterval() {
        assertThat(StartContrasts.verdict(new Limits(1, 0.8, 1.25))).isEqualTo(Verdict.ALIKE);
        assertThat(StartContrasts.verdict(new Limits(1.2, 1.1, 1.3))).isEqualTo(Verdict.SLOWER);
        assertThat(StartContrasts.verdict(new Limits(0.8, 0.7, 0.9))).isEqualTo(Verdict.FASTER);
        assertThat(StartContrasts.verdict(new Limits(1, 0.7, 1.3))).isEqualTo(Verdict.OPEN);
    }

    /** 1, 10, 1000: the logarithm is half way (3/2) at epoch 1 + ½/2 = 1.25. */
    @Test
    void theGapIsHalfWayInPowersOfTen() {
        TreeMap<Double, Double> spread = new TreeMap<>();
        spread.put(0.0, 1.0);
        spread.put(1.0, 10.0);
        spread.put(2.0, 1000.0);
        assertThat(SpreadGrowths.halfway(spread)).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void theGapWidensAsTheLooksSay() {
        ArmDescription small = SymmetryStudy.std("normal", 0.001);
        SymmetryStudy study = study().converged("mlp", small, Cause.NONE, 1.5)
                .converged("mlp", NORMAL, Cause.NONE, 1.5)
                .looks("mlp", small, Quantity.SPREAD, 0, 0.01, 0.1, 10)
                .looks("mlp", NORMAL, Quantity.SPREAD, 0, 1, 1, 1.1);
        SpreadGrowth growth = study.laboratory().growths().get(0);
        assertThat(growth.factor()).isCloseTo(1000, within(1e-9));
        assertThat(growth.atThreshold())
                .as("half way between looks, in powers of ten")
                .isCloseTo(100, within(1e-9));
        assertThat(growth.half()).isCloseTo(1.25, within(1e-12));
        assertThat(study.laboratory().growths().get(1).half()).isNull();
        assertThat(study.answer(3).brief())
                .isEqualTo(
                        "In networks that learned, the largest distance between two units of the first hidden layer became 1000"
                                + " times as large from the smallest standard deviation that learned, and 1.1 times from the largest:"
                                + " small gaps widened more in 1 of 1 network.");
    }

    /** A run that never learned says nothing about the gaps of networks that learn. */
    @Test
    void onlyRunsThatLearnedCount() {
        SymmetryStudy study = study().run("mlp", NORMAL, 0, OptionalDouble.empty(), Cause.NONE, 1, 3, 0.5)
                .run("mlp", NORMAL, 1, OptionalDouble.of(1), Cause.NONE, 0.1, 3, 0.5)
                .looks("mlp", NORMAL, Quantity.SPREAD, 0, 1, 1, 1.2)
                .looks("mlp", NORMAL, 1, Quantity.SPREAD, 0, 1, 5, 8)
                .converged("mlp", SymmetryStudy.std("normal", 1), Cause.NONE, 1)
                .looks("mlp", SymmetryStudy.std("normal", 1), Quantity.SPREAD, 0, 1, 1);
        SpreadGrowth growth = study.laboratory().growths().get(0);
        assertThat(growth.n()).isEqualTo(1);
        assertThat(growth.low()).isEqualTo(8);
    }

    /** A gap of zero has no multiple: a start with equal units is no part of this answer. */
    @Test
    void aGapThatStartsAtZeroHasNoMultiple() {
        assertThat(study().converged("mlp", NORMAL, Cause.NONE, 5)
                        .looks("mlp", NORMAL, Quantity.SPREAD, 0, 0, 1)
                        .looks("mlp", NORMAL, Quantity.GRADIENT_NORM, 0, 0, 1)
                        .analysis()
                        .laboratory())
                .isNull();
    }

    /** 3·4 + 2·3 = 18 weights; none left zero, the output layer had a gradient, the distance is that of its biases. */
    @Test
    void onlyTheBiasesOfTheLastLayerMove() {
        SymmetryStudy study = study().run(
                        "mlp", SymmetryStudy.zero(), 0, OptionalDouble.empty(), Cause.SYMMETRIC, 2, 0.3, 1)
                .looks("mlp", SymmetryStudy.zero(), Quantity.GRADIENT_NORM, 0, 0, 0)
                .looks("mlp", SymmetryStudy.zero(), Quantity.GRADIENT_NORM, 1, 0.2, 0.1)
                .looks("mlp", SymmetryStudy.zero(), Quantity.SPREAD, 0, 0, 0);
        ZeroStart start = study.laboratory().zeroStarts().get(0);
        assertThat(start.weights()).isEqualTo(18);
        assertThat(start.stayed()).isEqualTo(18);
        assertThat(study.answer(4).brief()).isEqualTo("Only biases moved and no weight left zero on mlp.");
        assertThat(study.answer(4).details().get(0))
                .startsWith(
                        "mlp (1 run): none of 18 weights left zero, only biases moved; the gradient was exactly zero at every"
                                + " look in hidden layer 1 and above zero from the start in the output layer; hidden units stayed equal"
                                + " to the last bit; the loss ended at");
    }

    @Test
    void weightsThatLeftZeroAreCounted() {
        SymmetryStudy study = study().run(
                        "mlp", SymmetryStudy.zero(), 0, OptionalDouble.empty(), Cause.SYMMETRIC, 2, 0.3, 12 / 18.0)
                .run("mlp", SymmetryStudy.zero(), 1, OptionalDouble.empty(), Cause.ROUNDING, 2, 0.3, 0)
                .looks("mlp", SymmetryStudy.zero(), Quantity.GRADIENT_NORM, 0, 0, 0.1)
                .looks("mlp", SymmetryStudy.zero(), Quantity.GRADIENT_NORM, 1, 0.2, 0.1)
                .looks("mlp", SymmetryStudy.zero(), Quantity.SPREAD, 0, 0, 0.5);
        assertThat(study.answer(4).details().get(0))
                .contains(
                        "6 to 18 of 18 weights left zero; the gradient was zero at first and above zero later in hidden layer 1")
                .contains("units came apart in hidden layer 1");
        assertThat(study.laboratory().zeroStarts().get(0).layers().get(0).name())
                .isEqualTo("hidden layer 1");
    }

    @Test
    void nothingMovesWhereEveryGradientIsZero() {
        SymmetryStudy study = study().censored("mlp", SymmetryStudy.zero(), Cause.SYMMETRIC, 2);
        assertThat(study.answer(4).brief()).isEqualTo("Nothing at all moved, not even a bias, on mlp.");
        assertThat(study.answer(4).details().get(0))
                .startsWith("mlp (1 run): no weight and no bias moved; its gradients were not looked at");
    }

    /** {@code scipy.stats.spearmanr([3,1,4,1,5,9,2,6], [2,7,1,8,2,8,1,8])} of SciPy 1.17. */
    @Test
    void rankCorrelationsEqualScipys() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6};
        double[] y = {2, 7, 1, 8, 2, 8, 1, 8};
        assertThat(Nearnesses.spearman(x, y)).isCloseTo(0.19885368120992467, within(1e-12));
    }

    /** tanh(atanh 0.6 ± 1.959964·√(1.06/7)), by NumPy. */
    @Test
    void theIntervalOfARankCorrelationIsFiellers() {
        Estimate estimate = Nearnesses.estimate(0.6, 10, 1);
        assertThat(estimate.low()).isCloseTo(-0.0694378341153716, within(1e-9));
        assertThat(estimate.high()).isCloseTo(0.8968424262160614, within(1e-9));
        assertThat(estimate.caveats()).isEmpty();
    }

    /** Two cells of five runs whose distance grows with the epochs: ρ = 1 in each, and five runs still bound it from below. */
    @Test
    void aShorterWayIsFoundWhereThereIsOne() {
        SymmetryStudy study = study();
        ArmDescription large = SymmetryStudy.std("normal", 1);
        for (int r = 0; r < 8; r++) {
            study.run("mlp", NORMAL, r, OptionalDouble.of(10 + r), Cause.NONE, 0.1, 6 + r, 0.6);
            study.run("mlp", large, r, OptionalDouble.of(30 + r % 7), Cause.NONE, 0.1, 1 + 0.1 * (r % 7), 0.9);
        }
        Nearness near = study.laboratory().nearness().get(0);
        assertThat(near.cells()).isEqualTo(2);
        assertThat(near.distance().value()).isCloseTo(1, within(1e-9));
        assertThat(near.signsKept().value()).isNull();
        assertThat(study.laboratory().travels()).hasSize(2);
        assertThat(study.laboratory().travels().get(0).relative().value()).isCloseTo(4.75, within(1e-12));
        Estimate pair =
                Objects.requireNonNull(study.laboratory().travels().get(0).toLargest());
        assertThat(pair.high()).as("13.5 epochs against 32.6, one comparison").isLessThan(1);
        assertThat(study.laboratory().travels().get(1).toLargest()).isNull();
        assertThat(study.answer(5).details())
                .anyMatch(detail -> detail.contains("Who trains longer has more updates to move in"));
        assertThat(study.answer(5).brief())
                .startsWith(
                        "From the smallest normal weights that learned, 60 % of the weights ended with the sign they began"
                                + " with; from the largest, 90 % (chance gives 50 %). On the way they moved 4.8 times their initial length"
                                + " from the smallest and 0.63 times from the largest. Where the smallest kept fewer signs, they learned"
                                + " in fewer epochs than the largest on 1 of 1 network and in more on 0 (expected epochs, paired by"
                                + " replicate; simultaneous 95 % intervals of 1 comparison)")
                .endsWith(
                        "those that learned sooner had the shorter way to their end on 1 of 1 network: mlp; elsewhere no"
                                + " relation was shown (of 1 interval of 95 %, 0.05 are expected to miss by chance).");
    }

    private static ArmDescription deterministic(String name, double std) {
        return new ArmDescription(name, ScaleKind.STD, std, true);
    }

    /** A run trains on to its hardest level, and may blow up after the threshold: a study with momentum could not be analysed. */
    @Test
    void aRunThatDivergedBehindTheThresholdHasNoWay() {
        SymmetryStudy study = study();
        for (int r = 0; r < 6; r++) {
            study.run("mlp", NORMAL, r, OptionalDouble.of(r + 1), Cause.NONE, 0.1, r + 1, 0.75);
        }
        study.run("mlp", NORMAL, 6, OptionalDouble.of(3), Cause.NONE, Double.NaN, Double.NaN, 0.75);
        Laboratory laboratory = study.laboratory();
        assertThat(laboratory.nearness().get(0).distance().value()).isCloseTo(1, within(1e-12));
        assertThat(laboratory.travels().get(0).distance().n()).isEqualTo(6);
    }
}
