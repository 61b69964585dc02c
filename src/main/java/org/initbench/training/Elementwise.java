package org.initbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Elementwise operations over the whole stack at once. They cover the models they were bound to, even if fewer are left. */
final class Elementwise implements Instruction {

    private final IntFunction<List<ElementwiseOperation>> binding;
    private List<ElementwiseOperation> operations = List.of();

    /**
     * An instruction.
     *
     * @param binding the operations for a number of models
     */
    Elementwise(IntFunction<List<ElementwiseOperation>> binding) {
        this.binding = binding;
    }

    @Override
    public void bind(int models) {
        close();
        operations = new ArrayList<>(binding.apply(models));
    }

    @Override
    public void run(int models) {
        for (ElementwiseOperation operation : operations) {
            operation.run();
        }
    }

    @Override
    public void close() {
        operations.forEach(ElementwiseOperation::close);
        operations = List.of();
    }
}
