package org.initbench.training;

import java.util.List;

/** A block of columns of a matrix that is split into blocks of equal width. */
final class PartNode extends Node {

    private final Node whole;
    private final int number;
    private final List<PartNode> parts;

    /**
     * A part.
     *
     * @param whole the matrix
     * @param number number of the block, from 0 on the left
     * @param parts all parts of the split, this one included once it is made
     */
    PartNode(Node whole, int number, int width, List<PartNode> parts) {
        super(whole.rows(), width, whole);
        this.whole = whole;
        this.number = number;
        this.parts = parts;
    }

    @Override
    void emitForward(Program program) {
        program.add(models -> StridedCopy.copy(
                program.precision(),
                (long) models * rows(),
                columns(),
                1,
                whole.storage().valueArray().at((long) number * columns()),
                whole.columns(),
                storage().valueArray().at(0),
                columns()));
    }

    /** The first part, emitted last, joins the derivatives of all. */
    @Override
    void emitBackward(Program program) {
        if (number != 0 || !whole.trainable()) {
            return;
        }
        if (whole.storage().claimDerivatives()) {
            for (PartNode part : parts) {
                program.add(models ->
                        part.join(program, models, whole.storage().derivativeArray()));
            }
            return;
        }
        Program.Scratch joined = program.scratch(Program.FIRST, whole.storage().slice());
        for (PartNode part : parts) {
            program.add(models -> part.join(program, models, joined.array()));
        }
        program.elementwise(models -> List.of(ElementwiseOperation.named(
                "add",
                whole.storage().derivatives(models),
                whole.storage().derivatives(models),
                joined.vector(models))));
    }

    private void join(Program program, int models, NativeArray target) {
        boolean used = storage().hasDerivatives();
        StridedCopy.copy(
                program.precision(),
                (long) models * rows(),
                columns(),
                used ? 1 : 0,
                used ? storage().derivativeArray().at(0) : storage().valueArray().at(0),
                columns(),
                target.at((long) number * columns()),
                whole.columns());
    }
}
