package org.initbench.training;

import org.bytedeco.javacpp.Pointer;

/** The same elements cut into rows of another length. */
final class ViewNode extends Node {

    private final Node whole;

    ViewNode(Node whole, int columns) {
        super((int) ((long) whole.rows() * whole.columns() / columns), columns, whole);
        this.whole = whole;
        if ((long) rows() * columns != (long) whole.rows() * whole.columns()) {
            throw new IllegalArgumentException(
                    "rows of " + columns + " elements do not make up " + whole.rows() + "x" + whole.columns());
        }
    }

    /** What is cut. */
    Node whole() {
        return whole;
    }

    @Override
    Pointer value(int slot) {
        return whole.value(slot);
    }

    @Override
    void emitForward(Program program) {}

    @Override
    void emitBackward(Program program) {}
}
