package org.initbench.optimizer;

/**
 * What an optimizer may compute with: vectors of equal length, changed in place, element by element.
 *
 * @param <T> a vector, or what stands for one
 */
public interface UpdateOperations<T> {

    /** x ← factor·x. */
    void scale(T x, double factor);

    /** target ← target + factor·x. */
    void addScaled(T target, double factor, T x);

    /** target ← a·b; target may be an operand. */
    void multiply(T target, T a, T b);

    /** target ← a/b; target may be an operand. */
    void divide(T target, T a, T b);

    /** target ← √x; target may be the operand. */
    void squareRoot(T target, T x);

    /** target ← target + value. */
    void addConstant(T target, double value);

    /** A vector for intermediate results; what it holds at first is undefined. */
    T temporary();
}
