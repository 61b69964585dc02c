package org.initbench.analysis;

import org.initbench.hypothesis.Direction;

/** What the simultaneous interval of one comparison says of a claim. */
public enum TaskVerdict {
    /** It lies wholly beyond the margin on the claimed side; of a claim of equivalence, within the margin. */
    FOR,
    /** It lies wholly beyond the margin on the other side; of a claim of equivalence, on either side. */
    AGAINST,
    /** It lies within the margin, though a difference was claimed. */
    EQUIVALENT,
    /** It reaches over the margin, or there is no interval. */
    OPEN,
    /** Both arms start with the same weights: there is nothing to compare, and the comparison does not count. */
    SAME;

    /**
     * Judges an interval.
     *
     * @param effect the effect with its simultaneous interval
     * @param least the margin below which an effect matters: 1/1.25 of a ratio, −0.2 of a difference
     * @param most the margin above which it matters
     */
    static TaskVerdict of(Limits effect, double least, double most, Direction direction) {
        boolean below = effect.high() < least;
        boolean above = effect.low() > most;
        boolean within = effect.low() >= least && effect.high() <= most;
        if (within) {
            return direction == Direction.EQUIVALENT ? FOR : EQUIVALENT;
        }
        if (!below && !above) {
            return OPEN;
        }
        return switch (direction) {
            case EQUIVALENT -> AGAINST;
            case FASTER -> below ? FOR : AGAINST;
            case SAFER, LARGER -> above ? FOR : AGAINST;
        };
    }
}
