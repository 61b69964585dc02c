package org.initbench.benchmarks.peers;

import java.util.List;

/** A network in another library, ready to be trained. */
interface Peer extends AutoCloseable {

    /** Trains every model of the peer for some epochs, on the batches in their natural order. */
    void train(int epochs);

    /**
     * The parameters of a model now, as {@link PeerNetwork#shapes()} lists them.
     *
     * @param model number of the model, below the number of models
     */
    List<float[]> parameters(int model);

    @Override
    default void close() {}
}
