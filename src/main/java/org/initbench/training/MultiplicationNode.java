package org.initbench.training;

import java.util.List;

/** a·b, element by element. */
final class MultiplicationNode extends Node {

    private final Node a;
    private final Node b;

    MultiplicationNode(Node a, Node b) {
        super(a.rows(), a.columns(), a, b);
        this.a = a;
        this.b = b;
    }

    @Override
    void layOut(boolean trainable) {
        if (trainable) {
            a.storage().keep();
            b.storage().keep();
        } else if (a.storage().replaceable()) {
            storage().shareValues(a.storage());
        }
    }

    @Override
    void emitForward(Program program) {
        program.elementwise(models -> List.of(ElementwiseOperation.named(
                "multiply",
                storage().values(models),
                a.storage().values(models),
                b.storage().values(models))));
    }

    @Override
    void emitBackward(Program program) {
        emitDerivative(program, a, b);
        emitDerivative(program, b, a);
    }

    private void emitDerivative(Program program, Node by, Node other) {
        program.derivative(
                by,
                target -> List.of(ElementwiseOperation.named(
                        "multiply",
                        target.vector(),
                        storage().derivatives(target.models()),
                        other.storage().values(target.models()))));
    }
}
