package org.initbench.task;

import java.util.List;

/** When a network counts as having learned: threshold levels, easiest first. */
public sealed interface Criterion {

    /** Names of the levels, easiest first. */
    List<String> levels();

    /** The level that "converged" refers to: an index of {@link #levels()}. */
    int headline();

    /**
     * A level is reached when the mean loss on the evaluation samples is at or below a fraction of the loss of the best
     * constant predictor.
     *
     * @param fractions the fractions, descending
     * @param headline index of the headline level
     */
    record LossLevels(List<Double> fractions, int headline) implements Criterion {

        /** 50, 20 (the headline) and 5 % of the best constant predictor's loss. */
        public static final LossLevels STANDARD = new LossLevels(List.of(0.5, 0.2, 0.05), 1);

        public LossLevels {
            fractions = List.copyOf(fractions);
            for (int i = 1; i < fractions.size(); i++) {
                if (fractions.get(i) >= fractions.get(i - 1)) {
                    throw new IllegalArgumentException("threshold levels must descend: " + fractions);
                }
            }
        }

        @Override
        public List<String> levels() {
            return fractions.stream().map(f -> Math.round(100 * f) + "%").toList();
        }
    }

    /**
     * Every output of every training sample lies within {@code tolerance} of its target: on the right side of a band.
     *
     * @param tolerance largest allowed distance, exclusive; 0.4 is the classical 0.4 / 0.6 band for targets 0 and 1
     */
    record OutputBand(double tolerance) implements Criterion {

        @Override
        public List<String> levels() {
            return List.of("band");
        }

        @Override
        public int headline() {
            return 0;
        }
    }
}
