package org.initbench.analysis;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initbench.hypothesis.Hypothesis;

/**
 * How many replicates would decide an open comparison: the smallest number at which, if the effect is as large as it seems and its
 * spread as seen, the interval lies wholly within or beyond the margin four times out of five.
 *
 * <p>The interval is taken to shrink as Student's does, t·s/√n, about an effect that errs by s/√n: one beyond the margin by d is
 * decided with probability Φ(d√n/s − t), one within both margins with Φ(d₁√n/s − t) + Φ(d₂√n/s − t) − 1. An estimate from few
 * replicates, it serves to plan the next study, not to promise its outcome.
 */
final class Replicates {
    /** Numbers beyond which nobody repeats a training. */
    static final int MOST = 10_000;

    private static final double POWER = 0.8;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Replicates() {}

    /**
     * The number.
     *
     * @param effect the effect, on a scale on which it is about normal, with finite limits
     * @param n replicates that it rests on
     * @param margin half the width of the range of effects that do not matter
     * @param tail error probability of each limit
     * @return empty if the interval is not finite, if n is below 2, or beyond {@value #MOST}
     */
    static OptionalInt wanted(Limits effect, int n, double margin, double tail) {
        double half = (effect.high() - effect.low()) / 2;
        if (n < 2 || !Double.isFinite(half) || !Double.isFinite(effect.value())) {
            return OptionalInt.empty();
        }
        double spread = half * Math.sqrt(n) / student(n, tail);
        double size = Math.abs(effect.value());
        double z = NORMAL.inverseSurvivalProbability(tail) + NORMAL.inverseCumulativeProbability(POWER);
        double least = Math.pow(z * spread / (size - margin), 2);
        if (!(least <= MOST)) {
            return OptionalInt.empty();
        }
        // Student's quantile lies above the normal one and nears it: the number lies little above the least.
        int wanted = Math.max(n, (int) least);
        while (power(wanted, size, spread, margin, tail) < POWER) {
            wanted++;
        }
        return OptionalInt.of(wanted);
    }

    static Wanted wanted(Hypothesis hypothesis, Effect effect, double tail) {
        if (effect.exact()) {
            return Wanted.none(NoNumber.EXACT);
        }
        boolean ratio = hypothesis.measure().ratio();
        OptionalInt wanted = ratio
                ? wanted(effect.limits().log(), effect.n(), Math.log(hypothesis.margin()), tail)
                : wanted(effect.limits(), effect.n(), hypothesis.margin(), tail);
        return wanted.isPresent() ? Wanted.of(wanted.getAsInt()) : Wanted.none(NoNumber.TOO_MANY);
    }

    /** Probability that n replicates decide. */
    private static double power(int n, double size, double spread, double margin, double tail) {
        double error = spread / Math.sqrt(n);
        double student = student(n, tail);
        double near = NORMAL.cumulativeProbability(Math.abs(size - margin) / error - student);
        double far = NORMAL.cumulativeProbability((size + margin) / error - student);
        return size > margin ? near : near + far - 1;
    }

    private static double student(int n, double tail) {
        return Quantiles.studentHigh(n - 1.0, tail);
    }
}
