package org.initbench.training;

import java.util.function.IntFunction;
import org.bytedeco.javacpp.Pointer;

/** Sums along rows or columns, spread over what was summed: two products with ones a model. */
final class RowSums {

    private RowSums() {}

    /**
     * Appends: every element of B ← keep·B + factor · the sum of A's row.
     *
     * @param rows rows of A and B
     * @param columns columns of A and B
     * @param factor 1 for sums, 1/columns for means
     * @param source A, by slot
     * @param sums scratch of {@code rows} elements, by slot
     * @param target B, by slot
     * @param keep factor of the old B
     */
    static void emit(
            Program program,
            int rows,
            int columns,
            double factor,
            IntFunction<Pointer> source,
            IntFunction<Pointer> sums,
            IntFunction<Pointer> target,
            double keep) {
        Product sum = new Product(program.precision(), false, false, rows, 1, columns, columns, 1, 1);
        Product spread = new Product(program.precision(), false, false, rows, columns, 1, 1, columns, columns);
        program.forEachSlot(slot -> {
            sum.compute(factor, source.apply(slot), program.ones(), 0, sums.apply(slot));
            spread.compute(1, sums.apply(slot), program.ones(), keep, target.apply(slot));
        });
    }

    /** Appends: every element of B ← keep·B + factor · the sum of A's column; {@code sums} has a place for each column. */
    static void emitColumns(
            Program program,
            int rows,
            int columns,
            double factor,
            IntFunction<Pointer> source,
            IntFunction<Pointer> sums,
            IntFunction<Pointer> target,
            double keep) {
        Product sum = new Product(program.precision(), false, false, 1, columns, rows, rows, columns, columns);
        Product spread = new Product(program.precision(), false, false, rows, columns, 1, 1, columns, columns);
        program.forEachSlot(slot -> {
            sum.compute(factor, program.ones(), source.apply(slot), 0, sums.apply(slot));
            spread.compute(1, program.ones(), sums.apply(slot), keep, target.apply(slot));
        });
    }
}
