package org.initbench.training;

import java.util.List;

/** factor·x. */
final class ScaleNode extends Node {

    private final Node x;
    private final double factor;

    ScaleNode(Node x, double factor) {
        super(x.rows(), x.columns(), x);
        this.x = x;
        this.factor = factor;
    }

    @Override
    void layOut(boolean trainable) {
        if (x.storage().replaceable()) {
            storage().shareValues(x.storage());
        }
    }

    @Override
    void emitForward(Program program) {
        program.elementwise(models -> List.of(ElementwiseOperation.scaled(
                storage().values(models), x.storage().values(models), factor)));
    }

    @Override
    void emitBackward(Program program) {
        program.derivative(
                x,
                target -> List.of(
                        ElementwiseOperation.scaled(target.vector(), storage().derivatives(target.models()), factor)));
    }
}
