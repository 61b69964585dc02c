/**
 * The JMH harness, and the commands that need it or the native backend: {@code run} and {@code calibrate}.
 *
 * <p>{@link org.initbench.benchmarks.ConvergenceBenchmark} counts epochs, {@link
 * org.initbench.benchmarks.EpochBenchmark} times them, {@link org.initbench.benchmarks.InitializerBenchmark} times the
 * drawing of weights. All three are ordinary JMH benchmarks; {@code run} drives them for a study.
 */
@NullMarked
package org.initbench.benchmarks;

import org.jspecify.annotations.NullMarked;
