package org.initbench.training;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** p = softmax of each row; the derivative by x is p·(d − Σ d·p). */
final class SoftmaxNode extends Node {

    private final Node x;

    SoftmaxNode(Node x) {
        super(x.rows(), x.columns(), x);
        this.x = x;
    }

    @Override
    void layOut(boolean trainable) {
        if (trainable) {
            storage().keep();
        }
    }

    @Override
    void emitForward(Program program) {
        program.elementwise(models -> {
            long[] shape = {models, rows(), columns()};
            return List.of(ElementwiseOperation.softmax(
                    storage().valueArray().view(shape), x.storage().valueArray().view(shape)));
        });
    }

    @Override
    void emitBackward(Program program) {
        Scratch weighted = program.scratch(Program.FIRST, storage().slice());
        Scratch sums = program.scratch(Program.SECOND, storage().slice());
        Scratch column = program.scratch(Program.THIRD, rows());
        program.elementwise(models -> List.of(ElementwiseOperation.named(
                "multiply",
                weighted.vector(models),
                storage().derivatives(models),
                storage().values(models))));
        RowSums.emit(program, rows(), columns(), 1, weighted::slot, column::slot, sums::slot, 0);
        program.derivative(x, target -> {
            INDArray t = sums.vector(target.models());
            return List.of(
                    ElementwiseOperation.named("subtract", t, storage().derivatives(target.models()), t),
                    ElementwiseOperation.named(
                            "multiply", target.vector(), t, storage().values(target.models())));
        });
    }
}
