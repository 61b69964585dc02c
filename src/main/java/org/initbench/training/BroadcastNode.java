package org.initbench.training;

/** A parameter vector, repeated for each row. */
final class BroadcastNode extends Node {

    private final ParameterNode vector;

    BroadcastNode(ParameterNode vector, Node like) {
        super(like.rows(), like.columns(), vector);
        this.vector = vector;
        if (vector.parameter().size() != like.columns()) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.parameter().size() + " does not fit rows of " + like.columns());
        }
    }

    @Override
    void emitForward(Program program) {
        Product repeat = new Product(program.precision(), false, false, rows(), columns(), 1, 1, columns(), columns());
        program.forEachSlot(slot -> repeat.compute(1, program.ones(), vector.weights(program, slot), 0, value(slot)));
    }

    @Override
    void emitBackward(Program program) {
        Product sum =
                new Product(program.precision(), false, false, 1, columns(), rows(), rows(), columns(), columns());
        vector.emitWeightGradient(program, sum, slot -> program.ones(), this::derivative);
    }
}
