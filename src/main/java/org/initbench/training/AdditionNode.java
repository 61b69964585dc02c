package org.initbench.training;

import java.util.List;

/** a + b or a − b. The derivative by a is that by the sum, in the same place where nobody else adds to it. */
final class AdditionNode extends Node {

    private final Node a;
    private final Node b;
    private final boolean subtraction;

    AdditionNode(Node a, Node b, boolean subtraction) {
        super(a.rows(), a.columns(), a, b);
        this.a = a;
        this.b = b;
        this.subtraction = subtraction;
    }

    @Override
    void layOut(boolean trainable) {
        if (a.storage().replaceable() && a.storage() != b.storage()) {
            storage().shareValues(a.storage());
        }
        if (trainable && a.trainable() && a.storage().usedOnce()) {
            a.storage().shareDerivatives(storage());
        }
    }

    @Override
    void emitForward(Program program) {
        String operation = subtraction ? "subtract" : "add";
        program.elementwise(models -> List.of(ElementwiseOperation.named(
                operation,
                storage().values(models),
                a.storage().values(models),
                b.storage().values(models))));
    }

    @Override
    void emitBackward(Program program) {
        program.derivative(
                b,
                target -> List.of(
                        subtraction
                                ? ElementwiseOperation.negated(
                                        target.vector(), storage().derivatives(target.models()))
                                : ElementwiseOperation.copied(
                                        target.vector(), storage().derivatives(target.models()))));
        if (!a.storage().sharesDerivatives()) {
            program.derivative(
                    a,
                    target -> List.of(ElementwiseOperation.copied(
                            target.vector(), storage().derivatives(target.models()))));
        }
    }
}
