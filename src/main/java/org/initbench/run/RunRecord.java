package org.initbench.run;

import java.util.OptionalDouble;
import org.initbench.init.ScaleKind;

/**
 * The training of one model: a row of {@code runs.csv}.
 *
 * @param runId identity derived from content: task definition, initializer, scale, learning rate, replicate,
 *     seed
 * @param task name of the task
 * @param initializer name of the initializer
 * @param scaleKind what {@code scale} means
 * @param scale the scale; empty for {@link ScaleKind#NONE}
 * @param learningRate the learning rate that the model was trained at
 * @param rateKind where that comes from
 * @param replicate number of the replicate, from 0
 * @param engine the engine that trained the model, such as {@code nd4j}
 * @param precision {@code float32} or {@code float64}
 * @param outcome how the run ended
 * @param cause why it did not converge, where that can be shown; symmetric and rounding are said of every outcome
 * @param epochs epochs to the headline level (updates divided by updates per epoch); empty if it was not reached
 * @param epochsRun epochs trained, which may exceed {@code epochs}: a model trains on to its hardest level
 * @param stepsRun updates made
 * @param budget epochs after which a run is given up
 * @param initialLoss loss on the evaluation samples before the first update
 * @param finalLoss loss on the evaluation samples at the end; may be infinite or NaN
 * @param finalMetric the task's metric at the end
 * @param initialNorm Euclidean norm of all initial parameters
 * @param distance Euclidean distance between final and initial parameters
 * @param signsKept share of the weights (biases apart) whose sign is the same at both ends
 * @param initialDigest digest of the initial parameters' bits
 * @param finalDigest digest of the final parameters' bits
 */
public record RunRecord(
        String runId,
        String task,
        String initializer,
        ScaleKind scaleKind,
        OptionalDouble scale,
        double learningRate,
        RateKind rateKind,
        int replicate,
        String engine,
        String precision,
        Outcome outcome,
        Cause cause,
        OptionalDouble epochs,
        double epochsRun,
        long stepsRun,
        double budget,
        double initialLoss,
        double finalLoss,
        double finalMetric,
        double initialNorm,
        double distance,
        double signsKept,
        String initialDigest,
        String finalDigest) {

    /** A run of which only is known that it was trained at the task's own learning rate; that is then NaN. */
    public RunRecord(
            String runId,
            String task,
            String initializer,
            ScaleKind scaleKind,
            OptionalDouble scale,
            int replicate,
            String engine,
            String precision,
            Outcome outcome,
            Cause cause,
            OptionalDouble epochs,
            double epochsRun,
            long stepsRun,
            double budget,
            double initialLoss,
            double finalLoss,
            double finalMetric,
            double initialNorm,
            double distance,
            double signsKept,
            String initialDigest,
            String finalDigest) {
        this(
                runId,
                task,
                initializer,
                scaleKind,
                scale,
                Double.NaN,
                RateKind.TASK,
                replicate,
                engine,
                precision,
                outcome,
                cause,
                epochs,
                epochsRun,
                stepsRun,
                budget,
                initialLoss,
                finalLoss,
                finalMetric,
                initialNorm,
                distance,
                signsKept,
                initialDigest,
                finalDigest);
    }

    /** The same run, judged by another threshold level or under another budget. */
    public RunRecord judged(Outcome outcome, OptionalDouble epochs, double budget) {
        return new RunRecord(
                runId,
                task,
                initializer,
                scaleKind,
                scale,
                learningRate,
                rateKind,
                replicate,
                engine,
                precision,
                outcome,
                cause,
                epochs,
                epochsRun,
                stepsRun,
                budget,
                initialLoss,
                finalLoss,
                finalMetric,
                initialNorm,
                distance,
                signsKept,
                initialDigest,
                finalDigest);
    }

    /** The same run, trained at this learning rate. */
    public RunRecord at(double rate, RateKind kind) {
        return new RunRecord(
                runId,
                task,
                initializer,
                scaleKind,
                scale,
                rate,
                kind,
                replicate,
                engine,
                precision,
                outcome,
                cause,
                epochs,
                epochsRun,
                stepsRun,
                budget,
                initialLoss,
                finalLoss,
                finalMetric,
                initialNorm,
                distance,
                signsKept,
                initialDigest,
                finalDigest);
    }
}
