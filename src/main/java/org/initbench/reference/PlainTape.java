package org.initbench.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import org.initbench.task.Precision;

/**
 * What was computed, in order, each step with the rule by which its result's gradient adds to its operands' gradients; and
 * the three forms that most steps have.
 */
final class PlainTape {

    /** The source of an element that is 0 whatever the operand. */
    static final int NOTHING = -1;

    private final Precision precision;
    private final List<Runnable> rules = new ArrayList<>();

    /**
     * Nothing computed yet.
     *
     * @param precision the format that every result is rounded to
     */
    PlainTape(Precision precision) {
        this.precision = precision;
    }

    /** The nearest number of the format: of a sum or product of two such numbers, what arithmetic in that format gives. */
    double round(double value) {
        return precision.round(value);
    }

    /** Adds to one of a matrix's derivatives. */
    void addSlope(PlainMatrix matrix, int element, double slope) {
        double[] gradient = matrix.gradient();
        gradient[element] = round(gradient[element] + round(slope));
    }

    /** Adds to one of a matrix's derivatives. */
    void addSlope(PlainMatrix matrix, int row, int column, double slope) {
        addSlope(matrix, row * matrix.columns() + column, slope);
    }

    /** Adds a step's rule. */
    void record(Runnable rule) {
        rules.add(rule);
    }

    /** Follows all rules, the last first. */
    void backward() {
        for (int i = rules.size() - 1; i >= 0; i--) {
            rules.get(i).run();
        }
    }

    /** A function of each element. */
    PlainMatrix each(PlainMatrix x, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        PlainMatrix y = new PlainMatrix(x.rows(), x.columns());
        for (int i = 0; i < y.size(); i++) {
            y.values()[i] = round(value.applyAsDouble(x.values()[i]));
        }
        record(() -> {
            for (int i = 0; i < y.size(); i++) {
                addSlope(x, i, y.gradient()[i] * round(slope.applyAsDouble(x.values()[i])));
            }
        });
        return y;
    }

    /** A function of each pair of elements at one place. */
    PlainMatrix pair(
            PlainMatrix a,
            PlainMatrix b,
            DoubleBinaryOperator value,
            DoubleBinaryOperator slopeByA,
            DoubleBinaryOperator slopeByB) {
        check(a.rows() == b.rows() && a.columns() == b.columns(), "operands of different shapes");
        PlainMatrix y = new PlainMatrix(a.rows(), a.columns());
        for (int i = 0; i < y.size(); i++) {
            y.values()[i] = round(value.applyAsDouble(a.values()[i], b.values()[i]));
        }
        record(() -> {
            for (int i = 0; i < y.size(); i++) {
                double slope = y.gradient()[i];
                addSlope(a, i, slope * slopeByA.applyAsDouble(a.values()[i], b.values()[i]));
                addSlope(b, i, slope * slopeByB.applyAsDouble(a.values()[i], b.values()[i]));
            }
        });
        return y;
    }

    /** Copies: element i is the element of x at {@code source(i)}, or 0 where that is {@link #NOTHING}. */
    PlainMatrix gather(PlainMatrix x, int rows, int columns, IntUnaryOperator source) {
        PlainMatrix y = new PlainMatrix(rows, columns);
        for (int i = 0; i < y.size(); i++) {
            int from = source.applyAsInt(i);
            y.values()[i] = from == NOTHING ? 0 : x.values()[from];
        }
        record(() -> {
            for (int i = 0; i < y.size(); i++) {
                int from = source.applyAsInt(i);
                if (from != NOTHING) {
                    addSlope(x, from, y.gradient()[i]);
                }
            }
        });
        return y;
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
