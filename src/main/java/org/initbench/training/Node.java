package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/**
 * A matrix that a network computes for each model, and how: its place in the graph of operations.
 *
 * <p>A node is made while the network is written down, gets its storage when the graph is complete, and then emits the
 * instructions that compute its values and, backward, the derivatives of the loss by its operands.
 */
abstract class Node {

    private final int rows;
    private final int columns;
    private final List<Node> operands;
    private final List<Node> users = new ArrayList<>();
    private Storage storage;

    Node(int rows, int columns, Node... operands) {
        this.rows = rows;
        this.columns = columns;
        this.operands = List.of(operands);
        storage = new Storage(rows, columns, false);
        for (Node operand : operands) {
            operand.users.add(this);
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The nodes that this one is computed from. */
    List<Node> operands() {
        return operands;
    }

    /** The nodes that are computed from this one. */
    List<Node> users() {
        return users;
    }

    Storage storage() {
        return storage;
    }

    void setStorage(Storage storage) {
        this.storage = storage;
    }

    /** Elements between two rows. */
    int stride() {
        return storage.padded() ? columns + 1 : columns;
    }

    /** Where a model's values are. */
    Pointer value(int slot) {
        return storage.value(slot);
    }

    /** Where the derivatives of a model's loss by its values are. */
    Pointer derivative(int slot) {
        return storage.derivative(slot);
    }

    /** Whether the loss depends on parameters through this node. */
    boolean trainable() {
        return operands.stream().anyMatch(Node::trainable);
    }

    /** Decides what shares memory with what, once all uses are known and before anything is emitted. */
    void layOut(boolean trainable) {}

    /** Appends what computes the values. */
    abstract void emitForward(Program program);

    /** Appends what adds to the derivatives by the operands. */
    abstract void emitBackward(Program program);
}
