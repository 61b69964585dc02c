package org.initbench.study;

import java.util.List;
import org.initbench.common.Located;
import org.initbench.run.Engine;
import org.initbench.task.Precision;
import org.jspecify.annotations.Nullable;

/** A study file as written: what is absent is null. {@code benchmarks/studies/quick.yaml} documents every key. */
record StudyFile(
        @Nullable Located name,
        @Nullable Located description,
        @Nullable Located seed,
        @Nullable Located replicates,
        @Nullable Located stackReplicates,
        @Nullable Located stackSize,
        @Nullable Located workers,
        @Nullable Located timeLimit,
        @Nullable Located engine,
        @Nullable Located precision,
        @Nullable Located largestBudget,
        @Nullable List<Located> tasks,
        @Nullable List<Entry> initializers,
        @Nullable TimingEntry timing,
        @Nullable List<RateEntry> learningRate) {

    /**
     * The same study on another engine or in another precision.
     *
     * @param otherEngine the engine; null for the study's own
     * @param otherPrecision the precision; null for the study's own
     */
    StudyFile with(@Nullable Engine otherEngine, @Nullable Precision otherPrecision) {
        return new StudyFile(
                name,
                description,
                seed,
                replicates,
                stackReplicates,
                stackSize,
                workers,
                timeLimit,
                otherEngine == null ? engine : new Located(otherEngine.label(), 1),
                otherPrecision == null ? precision : new Located(otherPrecision.label(), 1),
                largestBudget,
                tasks,
                initializers,
                timing,
                learningRate);
    }

    /**
     * Arms at other learning rates.
     *
     * @param place the line on which it begins
     * @param factors factors of the task's own rate
     * @param tuned how the best rate of each arm is chosen
     * @param initializers the initializers; null for all
     * @param tasks the tasks; null for all
     */
    record RateEntry(
            Located place,
            @Nullable List<Located> factors,
            @Nullable TuningEntry tuned,
            @Nullable List<Located> initializers,
            @Nullable List<Located> tasks) {}

    /** The choice of the best rate of each arm: {@code {factors: […], replicates: 3}}. */
    record TuningEntry(
            @Nullable List<Located> factors, @Nullable Located replicates) {}

    /** What is timed beside the runs. */
    record TimingEntry(
            @Nullable List<Located> epochStackSizes,
            @Nullable List<Located> initializers,
            @Nullable Located costSweep) {}

    /**
     * An initializer and its scales: {@code zero} alone, {@code {name: normal, scales: […]}} or {@code {variance_scaling: {…},
     * scales: […]}}.
     *
     * @param name the initializer; of an expression the line on which it stands
     * @param expression what the initializer is, if it is not named
     * @param scales the scales, if the rule takes one
     */
    record Entry(
            Located name,
            @Nullable Expression expression,
            @Nullable Scales scales) {
        /** The initializer's name, of an expression the one that it stands for. */
        String initializer() {
            return expression == null ? name.text() : expression.initializer();
        }
    }

    /**
     * Variance scaling in general: {@code {distribution: truncated_normal, mode: fan_avg, scale: 2}}.
     *
     * @param distribution the distribution
     * @param mode what the variance is divided by
     * @param scale the variance times that; null for 1
     */
    record Expression(
            Located distribution, Located mode, @Nullable Located scale) {
        /** Keras and JAX join words by underscores, names here by dashes. */
        String initializer() {
            String name = "variance-scaling:" + distribution.text() + ":" + mode.text();
            return name.replace('_', '-') + (scale == null ? "" : ":" + scale.text());
        }
    }

    /**
     * Scales: a list, or a logarithmic grid {@code {from: 1e-4, to: 10, per_decade: 2}}.
     *
     * @param list the listed scales, or null for a grid
     * @param grid the grid, or null for a list
     */
    record Scales(@Nullable List<Located> list, @Nullable Grid grid) {}

    /** A logarithmic grid of scales, both ends included. */
    record Grid(Located from, Located to, Located perDecade) {}
}
