package org.initbench.analysis;

/**
 * The probability of superiority A₁₂ (Vargha and Delaney, 2000): how often a run of one cell takes fewer epochs than a run of
 * another, ties counting half. It is ½ where neither is better, and needs no number for a run that failed.
 */
final class Superiority {
    private Superiority() {}

    /** The share of all pairs of runs, not only those of one replicate, in which the first takes fewer epochs. */
    static double of(Sample first, Sample second) {
        double[] mine = first.sorted();
        double[] other = second.sorted();
        double won = 0;
        int faster = 0;
        int notSlower = 0;
        for (double time : mine) {
            while (faster < other.length && Double.compare(other[faster], time) < 0) {
                faster++;
            }
            notSlower = Math.max(notSlower, faster);
            while (notSlower < other.length && Double.compare(other[notSlower], time) == 0) {
                notSlower++;
            }
            won += other.length - notSlower + (notSlower - faster) / 2.0;
        }
        return won / first.n() / second.n();
    }
}
