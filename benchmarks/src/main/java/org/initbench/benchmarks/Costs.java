package org.initbench.benchmarks;

import org.initbench.run.ResolvedStudy;

/** What the work beside training is assumed to cost, in seconds on an ordinary machine; small beside training. */
final class Costs {

    /** A timing by JMH: a fork, warm-up and measurement. */
    static final double OF_TIMING = 5;

    /** A fork that loads the native libraries, and runs more slowly until what it runs often is compiled. */
    static final double OF_FORK = 4;

    private static final double OF_ANALYSIS = 3;
    private static final double OF_ANALYSED_MODEL = 1.5e-3;

    private Costs() {}

    /** Everything that a study times beside its runs. */
    static double ofTimings(ResolvedStudy study) {
        ResolvedStudy.Timing timing = study.timing();
        int points = timing.sweepsCost() ? CostBenchmark.points().size() : 0;
        return OF_TIMING
                * (study.tasks().size() * timing.epochStackSizes().size()
                        + timing.initializers().size()
                        + points);
    }

    /** Statistics and report of so many runs. */
    static double ofAnalysis(int models) {
        return OF_ANALYSIS + OF_ANALYSED_MODEL * models;
    }
}
