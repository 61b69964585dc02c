package org.initbench.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.audit.WeightSource.Drawn;
import org.initbench.init.Law;

/**
 * Compares what initializers draw with what their names promise.
 *
 * <p>A deviation is reported when chance makes it less often than {@value #FALSE_ALARM} (a quantity by Student's law with one degree
 * of freedom fewer than matrices, which find less the fewer they are; a Kolmogorov–Smirnov statistic or a largest weight with a smaller probability) and when it
 * is large enough to matter: {@value #TOLERANCE} of the variance or kurtosis, that share of a standard deviation for the mean. An
 * audit of 100 initializers, five checks each, so raises a false alarm in about one of 2000 audits.
 */
public final class Auditor {

    private static final double FALSE_ALARM = 1e-6;
    private static final double TOLERANCE = 0.01;
    private static final double ROUNDING = 1e-6;
    private static final double SERIES_TOLERANCE = 1e-12;
    private static final int SERIES_TERMS = 10_000;

    private final int fanIn;
    private final int fanOut;
    private final int matrices;

    /** Standard errors that a right moment is off by with a probability of {@value #FALSE_ALARM}: errors come from the matrices. */
    private final double farthestDeviation;

    /**
     * An audit of dense layers.
     *
     * @param fanIn inputs of a unit, at least 1
     * @param fanOut units, at least 1; where it equals fan-in, the two cannot be told apart
     * @param matrices number of matrices, at least 2
     */
    public Auditor(int fanIn, int fanOut, int matrices) {
        if (fanIn < 1 || fanOut < 1 || matrices < 2) {
            throw new IllegalArgumentException("an audit takes two matrices of at least one weight");
        }
        this.fanIn = fanIn;
        this.fanOut = fanOut;
        this.matrices = matrices;
        farthestDeviation = TDistribution.of(matrices - 1.0).inverseSurvivalProbability(FALSE_ALARM / 2);
    }

    /** Measures a source. */
    public AuditResult audit(WeightSource source) {
        List<double[]> drawn = new ArrayList<>();
        String dataType = "";
        for (int i = 0; i < matrices; i++) {
            Drawn matrix = source.draw(fanIn, fanOut, i);
            drawn.add(matrix.values());
            dataType = matrix.dataType();
        }
        Law law = source.law(fanIn, fanOut);
        Moments moments = Moments.of(drawn, law.mean());
        double deviation = Math.sqrt(law.variance());
        List<String> broken = new ArrayList<>();
        addMoments(broken, law, moments);
        if (deviation > 0) {
            addRange(broken, law, moments, deviation);
            addShape(broken, law, drawn, deviation);
        }
        if (!dataType.equals("double")) {
            broken.add("asked for double, gives " + dataType);
        }
        return new AuditResult(
                source.name(),
                source.promise(),
                new AuditResult.Quantities(law.mean(), deviation, law.kurtosis(), law.bound() * deviation),
                new AuditResult.Quantities(
                        moments.mean(), Math.sqrt(moments.variance()), moments.kurtosis(), moments.farthest()),
                moments.count(),
                dataType,
                broken);
    }

    private void addMoments(List<String> broken, Law law, Moments moments) {
        double scale = Math.sqrt(law.variance());
        if (differs(moments.mean(), law.mean(), moments.meanError(), TOLERANCE * scale)) {
            broken.add(String.format(Locale.ROOT, "mean %.3g instead of %.3g", moments.mean(), law.mean()));
        }
        if (differs(moments.variance(), law.variance(), moments.varianceError(), TOLERANCE * law.variance())) {
            broken.add(
                    law.variance() == 0
                            ? String.format(Locale.ROOT, "variance %.3g instead of 0", moments.variance())
                            : String.format(
                                    Locale.ROOT,
                                    "variance %.3g times the promised one",
                                    moments.variance() / law.variance()));
        }
        if (differs(moments.kurtosis(), law.kurtosis(), moments.kurtosisError(), TOLERANCE * law.kurtosis())) {
            broken.add(String.format(Locale.ROOT, "kurtosis %.2f instead of %.2f", moments.kurtosis(), law.kurtosis()));
        }
    }

    /** Whether a difference is neither chance nor too small to matter; never where nothing was promised. */
    private boolean differs(double measured, double promised, double error, double tolerance) {
        double off = Math.abs(measured - promised);
        return off > farthestDeviation * error + ROUNDING * Math.abs(promised) && off > tolerance;
    }

    private static void addRange(List<String> broken, Law law, Moments moments, double deviation) {
        double farthest = moments.farthest() / deviation;
        if (farthest > law.bound() * (1 + ROUNDING)) {
            broken.add(String.format(Locale.ROOT, "reaches %.2f deviations instead of %.2f", farthest, law.bound()));
        }
        if (farthest < law.bound() * (1 - ROUNDING)
                && law.independent()
                && law.cumulative().isPresent()) {
            DoubleUnaryOperator cumulative = law.cumulative().get();
            double within = cumulative.applyAsDouble(farthest) - cumulative.applyAsDouble(-farthest);
            if (moments.count() * Math.log(within) < Math.log(FALSE_ALARM)) {
                broken.add(String.format(Locale.ROOT, "never beyond %.2f promised deviations", farthest));
            }
        }
    }

    private static void addShape(List<String> broken, Law law, List<double[]> drawn, double deviation) {
        if (!law.independent() || law.cumulative().isEmpty()) {
            return;
        }
        double[] all = drawn.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        DoubleUnaryOperator cumulative = law.cumulative().get();
        double distance = 0;
        for (int i = 0; i < all.length; i++) {
            double expected = cumulative.applyAsDouble((all[i] - law.mean()) / deviation);
            boolean lastOfEqual = i + 1 == all.length || all[i + 1] > all[i];
            if (lastOfEqual) {
                distance = Math.max(distance, Math.abs((i + 1.0) / all.length - expected));
            }
        }
        double below =
                new KolmogorovSmirnovTest().ksSum(distance * Math.sqrt(all.length), SERIES_TOLERANCE, SERIES_TERMS);
        if (1 - below < FALSE_ALARM && distance > TOLERANCE) {
            broken.add(String.format(Locale.ROOT, "another law: its distribution function is off by %.3f", distance));
        }
    }
}
