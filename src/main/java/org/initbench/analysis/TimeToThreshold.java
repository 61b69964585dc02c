package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.run.EpochTiming;
import org.initbench.run.ResolvedStudy;
import org.jspecify.annotations.Nullable;

/** Seconds to the threshold: median epochs times the measured time of an epoch, with the uncertainty of both. */
final class TimeToThreshold {
    private TimeToThreshold() {}

    /**
     * The timing whose stack size is nearest, on the log scale, to that of the study's stacks; where the program chooses it, to
     * the largest that it can choose.
     */
    static Optional<EpochTiming> nearest(List<EpochTiming> timings, ResolvedStudy study, String task) {
        Integer largest = study.stackSize();
        double models =
                (double) study.stackReplicates() * study.ownRateArmsOf(task).size();
        double used = Math.log(Math.max(1, largest == null ? models : Math.min(models, largest)));
        return timings.stream()
                .min(Comparator.comparingDouble((EpochTiming t) -> Math.abs(Math.log(t.stackSize()) - used))
                        .thenComparing(EpochTiming::stackSize));
    }

    /** Seconds that one model of a stack needs; null where no epoch was timed. */
    static @Nullable Estimate seconds(Estimate median, Optional<EpochTiming> nearest) {
        if (nearest.isEmpty()) {
            return null;
        }
        EpochTiming timing = nearest.get();
        List<String> caveats = new ArrayList<>(median.caveats());
        caveats.add("time of one model in a stack of " + timing.stackSize() + " on one core");
        Double value = median.value();
        Double low = median.low();
        Double high = median.high();
        double half = halfWidth95(timing);
        if (Double.isNaN(half)) {
            caveats.add("the time of an epoch has no interval");
            half = 0;
        }
        double unit = timing.microseconds() * 1e-6;
        Limits epoch = new Limits(unit, Math.max(0, unit - half * 1e-6), unit + half * 1e-6);
        if (value == null) {
            Double least = low == null ? null : (Double) (low * epoch.low());
            return new Estimate(
                    null,
                    least,
                    high == null ? null : Double.POSITIVE_INFINITY,
                    median.confidence(),
                    median.n(),
                    caveats);
        }
        if (value == 0) {
            return new Estimate(
                    0.0,
                    low,
                    high == null ? null : (Double) (high * epoch.high()),
                    median.confidence(),
                    median.n(),
                    caveats);
        }
        Limits epochs = new Limits(value, low == null ? value : low, high == null ? value : high);
        Limits seconds = epochs.times(epoch);
        double confidence = low == null ? Estimates.CONFIDENCE : median.confidence();
        return new Estimate(seconds.value(), seconds.low(), seconds.high(), confidence, median.n(), caveats);
    }

    /** Half width of the 95 % interval, from that of JMH's 99.9 % interval by Student's t; NaN if there is none. */
    static double halfWidth95(EpochTiming timing) {
        if (timing.samples() < 2 || Double.isNaN(timing.error())) {
            return Double.NaN;
        }
        TDistribution student = TDistribution.of(timing.samples() - 1.0);
        return timing.error() * student.inverseSurvivalProbability(0.025) / student.inverseSurvivalProbability(0.0005);
    }
}
