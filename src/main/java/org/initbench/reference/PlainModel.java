package org.initbench.reference;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.initbench.task.Precision;

/** A model in training: its parameters, and what the optimizer keeps of them. */
public final class PlainModel {

    private final PlainTrainer trainer;
    private final Precision precision;
    private final List<double[]> parameters;
    private final List<List<double[]>> states;
    private int updates;

    /**
     * A model that was not updated yet.
     *
     * @param trainer how it is trained
     * @param start the values of each parameter, row by row, each rounded once to the precision; unchanged
     */
    public PlainModel(PlainTrainer trainer, List<double[]> start) {
        this.trainer = trainer;
        precision = trainer.network().precision();
        parameters = start.stream()
                .map(matrix -> Arrays.stream(matrix).map(precision::round).toArray())
                .toList();
        states = parameters.stream()
                .map(matrix -> Collections.nCopies(trainer.optimizer().states(), matrix.length).stream()
                        .map(double[]::new)
                        .toList())
                .toList();
    }

    /** The values of each parameter now, row by row; copies. */
    public List<double[]> parameters() {
        return parameters.stream().map(double[]::clone).toList();
    }

    /** What the network makes of a batch now. */
    public PlainNetwork.Result evaluate(PlainTrainer.Batch batch) {
        return trainer.network().evaluate(parameters, batch.inputs(), batch.targets());
    }

    /** What the network puts out now, sample by sample. */
    public double[] outputs(double[] inputs) {
        return trainer.network().outputs(parameters, inputs);
    }

    /**
     * Makes an update.
     *
     * @param gradients the derivatives of the loss by each parameter; may be overwritten
     */
    public void update(List<double[]> gradients) {
        trainer.clip().ifPresent(limit -> clip(gradients, limit));
        updates++;
        for (int i = 0; i < parameters.size(); i++) {
            double[] matrix = parameters.get(i);
            PlainUpdates operations = new PlainUpdates(precision, matrix.length);
            trainer.optimizer().update(operations, matrix, gradients.get(i), states.get(i), trainer.rate(), updates);
        }
    }

    private void clip(List<double[]> gradients, double limit) {
        double squares = 0;
        for (double[] gradient : gradients) {
            for (double value : gradient) {
                squares = precision.round(squares + precision.round(value * value));
            }
        }
        double norm = precision.round(StrictMath.sqrt(squares));
        if (norm > limit) {
            double factor = precision.round(limit / norm);
            for (double[] gradient : gradients) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = precision.round(gradient[i] * factor);
                }
            }
        }
    }
}
