package org.initbench.analysis;

/**
 * How many replicates would decide an open comparison: the smallest number, above that of the study, at which the interval lies wholly
 * within or beyond the margin four times out of five, if the effect is as large as it seems and scatters as it was seen to.
 *
 * <p>An estimate from few replicates, it serves to plan the next study, not to promise its outcome.
 */
final class Replicates {
    /** Numbers beyond which nobody repeats a training. */
    static final int MOST = 10_000;

    private static final double POWER = 0.8;

    private Replicates() {}

    /**
     * The number, or why there is none.
     *
     * @param effect the effect of an open comparison
     * @param least the margin below which an effect matters, on the scale of its forecast
     * @param most the margin above which it does
     */
    static Wanted wanted(Effect effect, double least, double most) {
        Forecast forecast = effect.forecast();
        if (effect.exact()) {
            return Wanted.none(NoNumber.EXACT);
        }
        if (effect.remark() == Remark.TASKS_MISSING) {
            return Wanted.none(NoNumber.TASKS_MISSING);
        }
        if (forecast == null || !Double.isFinite(forecast.value())) {
            return Wanted.none(NoNumber.SIZE_UNKNOWN);
        }
        double decided = forecast.decided(MOST, least, most);
        if (Double.isNaN(decided)) {
            return Wanted.none(NoNumber.SCATTER_UNKNOWN);
        }
        return decided < POWER || forecast.replicates() >= MOST
                ? Wanted.none(NoNumber.TOO_MANY)
                : Wanted.of(smallest(forecast, least, most));
    }

    /** By bisection: {@code enough} replicates decide often enough, as do more; {@code few} do not, or are those of the study. */
    private static int smallest(Forecast forecast, double least, double most) {
        int few = forecast.replicates();
        int enough = MOST;
        while (enough - few > 1) {
            int middle = (few + enough) >>> 1;
            if (forecast.decided(middle, least, most) >= POWER) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }
}
