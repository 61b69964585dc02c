package org.initbench.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * Models in PyTorch, trained by autograd and an update in place.
 *
 * <p>The learning rate is folded into the loss, so that an update is one call. Each step differentiates with respect to fresh
 * leaves that share the parameters' memory: so gradients are handed over, never zeroed and added to, as with PyTorch's own
 * {@code zero_grad(set_to_none=True)}.
 */
final class PyTorchPeer implements Peer {

    private final PyTorchProgram program;
    private final NDManager manager = PyTorch.manager();
    private final List<NDArray> parameters = new ArrayList<>();
    private final List<NDArray> inputs;
    private final List<NDArray> targets;
    private final PtNDArray one;

    PyTorchPeer(PyTorchProgram program) {
        this.program = program;
        parameters.addAll(program.start(manager));
        inputs = program.inputs(manager);
        targets = program.targets(manager);
        one = (PtNDArray) manager.create(1f);
    }

    @Override
    public void train(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int batch = 0; batch < inputs.size(); batch++) {
                step(inputs.get(batch), targets.get(batch));
            }
        }
    }

    private void step(NDArray input, NDArray target) {
        try (NDScope temporaries = new NDScope()) {
            temporaries.suppressNotUsedWarning();
            List<NDArray> leaves = new ArrayList<>(parameters.size());
            for (NDArray parameter : parameters) {
                NDArray leaf = parameter.stopGradient();
                leaf.setRequiresGradient(true);
                leaves.add(leaf);
            }
            NDArray loss = program.loss(input, target, leaves);
            JniUtils.backward((PtNDArray) loss, one, false, false);
            for (int i = 0; i < leaves.size(); i++) {
                parameters.get(i).subi(leaves.get(i).getGradient());
            }
        }
    }

    @Override
    public List<float[]> parameters(int model) {
        return program.parameters(parameters, model);
    }

    @Override
    public void close() {
        manager.close();
    }
}
