package org.initbench.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** What PyTorch computes: how arrays are laid out, and the loss. */
interface PyTorchProgram {

    /** The parameters at the start. */
    List<NDArray> start(NDManager manager);

    /** The inputs of each batch. */
    List<NDArray> inputs(NDManager manager);

    /** What stands for the targets of each batch in {@link #loss}. */
    List<NDArray> targets(NDManager manager);

    /** The learning rate times the loss, summed over the models: a scalar. */
    NDArray loss(NDArray input, NDArray target, List<NDArray> parameters);

    /** The parameters of one model, as {@link PeerNetwork#shapes()} lists them. */
    List<float[]> parameters(List<NDArray> parameters, int model);
}
