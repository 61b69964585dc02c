package org.initbench.analysis;

/**
 * The probability of superiority A₁₂ (Vargha and Delaney, 2000): how often a run of one cell takes fewer epochs than a run of
 * another, ties counting half. It is ½ where neither is better, and needs no number for a run that failed.
 */
final class Superiority {
    private Superiority() {}

    /** The share of all pairs of runs, not only those of one replicate, in which the first takes fewer epochs. */
    static double of(Sample first, Sample second) {
        double won = 0;
        for (int i = 0; i < first.n(); i++) {
            for (int j = 0; j < second.n(); j++) {
                int order = Double.compare(second.time(j), first.time(i));
                won += order > 0 ? 1 : order == 0 ? 0.5 : 0;
            }
        }
        return won / first.n() / second.n();
    }
}
