package org.initbench.example;

import java.util.List;
import org.initbench.optimizer.Optimizer;
import org.initbench.optimizer.UpdateOperations;

/** AdaGrad (Duchi, Hazan and Singer 2011): s ← s + g², w ← w − rate·g / (√s + ε). */
public record AdaGrad(double epsilon) implements Optimizer {

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public String constants() {
        return "epsilon " + epsilon;
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public <T> void update(UpdateOperations<T> operations, T w, T g, List<T> states, double rate, int step) {
        T sum = states.get(0);
        T temporary = operations.temporary();
        operations.multiply(temporary, g, g);
        operations.addScaled(sum, 1, temporary);
        operations.squareRoot(temporary, sum);
        operations.addConstant(temporary, epsilon);
        operations.divide(temporary, g, temporary);
        operations.addScaled(w, -rate, temporary);
    }
}
