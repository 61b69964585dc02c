package org.initbench.training;

import java.util.Collections;
import org.initbench.optimizer.Optimizer;
import org.initbench.optimizer.UpdateOperations;

/** Goes through an update without computing anything, and counts the temporary vectors that the optimizer asks for. */
final class TemporaryCount implements UpdateOperations<String> {

    private static final String VECTOR = "vector";

    private int count;

    TemporaryCount(Optimizer optimizer) {
        optimizer.update(this, VECTOR, VECTOR, Collections.nCopies(optimizer.states(), VECTOR), 1, 1);
    }

    int count() {
        return count;
    }

    @Override
    public void scale(String x, double factor) {}

    @Override
    public void addScaled(String target, double factor, String x) {}

    @Override
    public void multiply(String target, String a, String b) {}

    @Override
    public void divide(String target, String a, String b) {}

    @Override
    public void squareRoot(String target, String x) {}

    @Override
    public void addConstant(String target, double value) {}

    @Override
    public String temporary() {
        count++;
        return VECTOR;
    }
}
