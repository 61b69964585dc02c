package org.initbench.compare;

import java.util.List;
import java.util.OptionalDouble;
import org.initbench.run.CurvePoint;
import org.initbench.run.RunRecord;

/**
 * The same run in two bundles: same task, start, data order and random numbers.
 *
 * @param first its record in the first bundle
 * @param second its record in the other
 * @param firstCurve its learning curve in the first bundle, by epoch; may be empty
 * @param secondCurve its learning curve in the other
 */
record RunPair(RunRecord first, RunRecord second, List<CurvePoint> firstCurve, List<CurvePoint> secondCurve) {

    /** Whether the initial parameters are equal to the bit. */
    boolean equalStart() {
        return first.initialDigest().equals(second.initialDigest());
    }

    /** Whether start, learning curve, outcome, epochs, updates, final loss and final parameters are equal to the bit. */
    boolean equal() {
        return equalStart()
                && first.finalDigest().equals(second.finalDigest())
                && first.outcome() == second.outcome()
                && first.epochs().equals(second.epochs())
                && first.stepsRun() == second.stepsRun()
                && Double.compare(first.finalLoss(), second.finalLoss()) == 0
                && firstCurve.equals(secondCurve);
    }

    /**
     * The first epoch at which the recorded curves differ; where only what comes after the last common point differs, the epoch at
     * which the first of the two runs ended. Empty if the runs are equal.
     */
    OptionalDouble partedAt() {
        if (equal()) {
            return OptionalDouble.empty();
        }
        int common = Math.min(firstCurve.size(), secondCurve.size());
        for (int i = 0; i < common; i++) {
            if (!firstCurve.get(i).equals(secondCurve.get(i))) {
                return OptionalDouble.of(
                        Math.min(firstCurve.get(i).epoch(), secondCurve.get(i).epoch()));
            }
        }
        return OptionalDouble.of(Math.min(first.epochsRun(), second.epochsRun()));
    }

    /** Whether it diverged in one bundle and ran out of epochs in the other. */
    boolean divergedInOne() {
        return !firstConverged() && !secondConverged() && first.outcome() != second.outcome();
    }

    /** Whether it met the criterion from the start in one bundle, and converged later in the other. */
    boolean immediateInOne() {
        return firstConverged()
                && secondConverged()
                && (first.epochs().orElse(0) == 0) != (second.epochs().orElse(0) == 0);
    }

    boolean firstConverged() {
        return first.epochs().isPresent();
    }

    boolean secondConverged() {
        return second.epochs().isPresent();
    }

    /**
     * Natural logarithm of the ratio of epochs, second over first; empty unless both runs converged, and after at least one update.
     */
    OptionalDouble logRatio() {
        double a = first.epochs().orElse(0);
        double b = second.epochs().orElse(0);
        return a > 0 && b > 0 ? OptionalDouble.of(Math.log(b / a)) : OptionalDouble.empty();
    }
}
