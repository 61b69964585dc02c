package org.initbench.training;

import java.util.List;

/** Matrices side by side. */
final class ConcatenationNode extends Node {

    private final List<Node> parts;

    ConcatenationNode(List<Node> parts) {
        super(
                parts.get(0).rows(),
                parts.stream().mapToInt(Node::columns).sum(),
                parts.toArray(Node[]::new));
        this.parts = List.copyOf(parts);
    }

    @Override
    void emitForward(Program program) {
        int first = 0;
        for (Node part : parts) {
            int column = first;
            program.add(models -> StridedCopy.copy(
                    program.precision(),
                    (long) models * rows(),
                    part.columns(),
                    1,
                    part.storage().valueArray().at(0),
                    part.columns(),
                    storage().valueArray().at(column),
                    columns()));
            first += part.columns();
        }
    }

    @Override
    void emitBackward(Program program) {
        int first = 0;
        for (Node part : parts) {
            if (part.trainable()) {
                emitPart(program, part, first);
            }
            first += part.columns();
        }
    }

    private void emitPart(Program program, Node part, int column) {
        if (part.storage().claimDerivatives()) {
            program.add(
                    models -> cut(program, models, part, column, part.storage().derivativeArray()));
            return;
        }
        Program.Scratch beside = program.scratch(Program.FIRST, part.storage().slice());
        program.add(models -> cut(program, models, part, column, beside.array()));
        program.elementwise(models -> List.of(ElementwiseOperation.named(
                "add",
                part.storage().derivatives(models),
                part.storage().derivatives(models),
                beside.vector(models))));
    }

    private void cut(Program program, int models, Node part, int column, NativeArray target) {
        StridedCopy.copy(
                program.precision(),
                (long) models * rows(),
                part.columns(),
                1,
                storage().derivativeArray().at(column),
                columns(),
                target.at(0),
                part.columns());
    }
}
