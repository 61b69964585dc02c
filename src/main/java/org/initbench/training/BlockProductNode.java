package org.initbench.training;

import java.util.function.IntFunction;
import org.bytedeco.javacpp.Pointer;

/** Products of blocks of rows: A_i·B_i or A_i·B_iᵀ for each block i. */
final class BlockProductNode extends Node {

    private final Node a;
    private final Node b;
    private final boolean transposeB;
    private final int block;

    BlockProductNode(Node a, Node b, boolean transposeB, int block) {
        super(a.rows(), transposeB ? block : b.columns(), a, b);
        this.a = a;
        this.b = b;
        this.transposeB = transposeB;
        this.block = block;
        int expected = transposeB ? b.columns() : block;
        if (a.columns() != expected || a.rows() != b.rows() || a.rows() % block != 0) {
            throw new IllegalArgumentException("blocks of " + block + " rows of " + a.rows() + "x" + a.columns()
                    + " and " + b.rows() + "x" + b.columns() + " have no product");
        }
    }

    @Override
    void layOut(boolean trainable) {
        if (trainable) {
            a.storage().keep();
            b.storage().keep();
        }
    }

    @Override
    void emitForward(Program program) {
        Product product = product(program, false, transposeB, columns(), a.columns(), a, b, this);
        add(program, product, a::value, b::value, this::value, a, b, this, 0);
    }

    @Override
    void emitBackward(Program program) {
        if (a.trainable()) {
            Product product = product(program, false, !transposeB, a.columns(), columns(), this, b, a);
            double keep = a.storage().claimDerivatives() ? 0 : 1;
            add(program, product, this::derivative, b::value, a::derivative, this, b, a, keep);
        }
        if (!b.trainable()) {
            return;
        }
        double keep = b.storage().claimDerivatives() ? 0 : 1;
        if (transposeB) {
            Product product = product(program, true, false, b.columns(), block, this, a, b);
            add(program, product, this::derivative, a::value, b::derivative, this, a, b, keep);
        } else {
            Product product = product(program, true, false, b.columns(), block, a, this, b);
            add(program, product, a::value, this::derivative, b::derivative, a, this, b, keep);
        }
    }

    /** A product of blocks: {@code block × n}, {@code k} deep. */
    private Product product(
            Program program, boolean transA, boolean transB, int n, int k, Node left, Node right, Node target) {
        return new Product(
                program.precision(), transA, transB, block, n, k, left.columns(), right.columns(), target.columns());
    }

    private void add(
            Program program,
            Product product,
            IntFunction<Pointer> left,
            IntFunction<Pointer> right,
            IntFunction<Pointer> target,
            Node leftShape,
            Node rightShape,
            Node targetShape,
            double keep) {
        program.add(new BlockProducts(
                product,
                rows() / block,
                new BlockProducts.Operand(left, (long) block * leftShape.columns()),
                new BlockProducts.Operand(right, (long) block * rightShape.columns()),
                new BlockProducts.Operand(target, (long) block * targetShape.columns()),
                keep));
    }
}
