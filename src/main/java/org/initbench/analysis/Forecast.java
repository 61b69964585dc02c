package org.initbench.analysis;

/**
 * What the interval of a comparison would be with another number of replicates, if the effect is as large as it seems and scatters as
 * it was seen to.
 *
 * <p>Estimates and bounds are logarithms of ratios, differences of shares, or rank correlations. Probabilities, once they are a half,
 * do not fall as the replicates grow; they are NaN where the scatter is not known.
 */
interface Forecast {

    /** The estimate. */
    double value();

    /** Replicates that it rests on. */
    int replicates();

    /** Probability that with so many replicates the lower limit lies above a bound. */
    double above(int replicates, double bound);

    /** Probability that with so many replicates the upper limit lies below a bound. */
    double below(int replicates, double bound);

    /** Probability that with so many replicates the interval lies wholly beyond one of two bounds, or within both. */
    default double decided(int replicates, double least, double most) {
        if (value() > most) {
            return above(replicates, most);
        }
        if (value() < least) {
            return below(replicates, least);
        }
        return Math.max(0, above(replicates, least) + below(replicates, most) - 1);
    }
}
