package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.Pointer;

/** Products of blocks that follow one another in each model's slices. */
final class BlockProducts implements Instruction {

    private final Product product;
    private final int blocks;
    private final Operand left;
    private final Operand right;
    private final Operand target;
    private final double keep;
    private final List<Pointer[]> pointers = new ArrayList<>();

    /**
     * An instruction: for each block C ← A·B + keep·C.
     *
     * @param product the product
     * @param blocks blocks of a model
     * @param left A
     * @param right B
     * @param target C
     * @param keep factor of the old C
     */
    BlockProducts(Product product, int blocks, Operand left, Operand right, Operand target, double keep) {
        this.product = product;
        this.blocks = blocks;
        this.left = left;
        this.right = right;
        this.target = target;
        this.keep = keep;
    }

    /**
     * An operand.
     *
     * @param slice a model's matrix, by slot
     * @param distance elements from one block to the next
     */
    record Operand(IntFunction<Pointer> slice, long distance) {
        private Pointer block(int slot, int number) {
            return slice.apply(slot).getPointer(number * distance);
        }
    }

    @Override
    public void bind(int models) {
        for (int slot = pointers.size() / blocks; slot < models; slot++) {
            for (int i = 0; i < blocks; i++) {
                pointers.add(new Pointer[] {left.block(slot, i), right.block(slot, i), target.block(slot, i)});
            }
        }
    }

    @Override
    public void run(int models) {
        int count = models * blocks;
        for (int i = 0; i < count; i++) {
            Pointer[] block = pointers.get(i);
            product.compute(1, block[0], block[1], keep, block[2]);
        }
    }
}
