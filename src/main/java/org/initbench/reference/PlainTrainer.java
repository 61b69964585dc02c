package org.initbench.reference;

import java.util.List;
import java.util.OptionalDouble;
import org.initbench.optimizer.Optimizer;

/**
 * Trains models plainly, in the precision of their network.
 *
 * @param network the network and its loss
 * @param optimizer the rule
 * @param rate the learning rate
 * @param clip the largest 2-norm of all gradients together, to which larger ones are scaled; empty for no limit
 */
public record PlainTrainer(PlainNetwork network, Optimizer optimizer, double rate, OptionalDouble clip) {

    /**
     * A mini-batch.
     *
     * @param inputs sample by sample
     * @param targets sample by sample
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; the arrays are the payload
    public record Batch(double[] inputs, double[] targets) {}

    /**
     * The parameters after one update for each batch.
     *
     * @param start the values of each parameter, row by row; unchanged
     * @param batches the batches, first step first
     */
    public List<double[]> train(List<double[]> start, List<Batch> batches) {
        PlainModel model = new PlainModel(this, start);
        for (Batch batch : batches) {
            model.update(model.evaluate(batch).gradients());
        }
        return model.parameters();
    }
}
