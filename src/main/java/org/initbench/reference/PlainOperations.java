package org.initbench.reference;

import java.util.ArrayList;
import java.util.List;
import org.initbench.network.Activation;
import org.initbench.network.Operations;
import org.initbench.network.Shape;
import org.initbench.task.Precision;

/**
 * The operations as plain loops, and their derivatives by reverse mode. One instance, one computation.
 *
 * <p>Sums, products and quotients are rounded to the precision one by one, in the order in which the loops are written;
 * activations and other functions of one element, and their derivatives, are computed in double precision and rounded once.
 */
public class PlainOperations implements Operations<PlainMatrix> {

    private final PlainTape tape;

    /** Operations in double precision. */
    public PlainOperations() {
        this(Precision.FLOAT64);
    }

    /**
     * Operations.
     *
     * @param precision the format that every result is rounded to; operands are numbers of it
     */
    public PlainOperations(Precision precision) {
        tape = new PlainTape(precision);
    }

    /** Takes the gradients of the results, which the caller has set, to everything that they were computed from. */
    public void backward() {
        tape.backward();
    }

    @Override
    public PlainMatrix linear(PlainMatrix x, PlainMatrix weights) {
        return PlainProducts.linear(tape, x, weights);
    }

    @Override
    public PlainMatrix activate(PlainMatrix x, Activation activation) {
        return tape.each(x, v -> PlainActivations.value(activation, v), v -> PlainActivations.slope(activation, v));
    }

    @Override
    public PlainMatrix add(PlainMatrix a, PlainMatrix b) {
        return tape.pair(a, b, (x, y) -> x + y, (x, y) -> 1, (x, y) -> 1);
    }

    @Override
    public PlainMatrix subtract(PlainMatrix a, PlainMatrix b) {
        return tape.pair(a, b, (x, y) -> x - y, (x, y) -> 1, (x, y) -> -1);
    }

    @Override
    public PlainMatrix multiply(PlainMatrix a, PlainMatrix b) {
        return tape.pair(a, b, (x, y) -> x * y, (x, y) -> y, (x, y) -> x);
    }

    @Override
    public PlainMatrix maximum(PlainMatrix a, PlainMatrix b) {
        return tape.pair(a, b, StrictMath::max, (x, y) -> x >= y ? 1 : 0, (x, y) -> x >= y ? 0 : 1);
    }

    @Override
    public PlainMatrix scale(PlainMatrix x, double factor) {
        double rounded = tape.round(factor);
        return tape.each(x, v -> rounded * v, v -> rounded);
    }

    @Override
    public PlainMatrix reciprocalSquareRoot(PlainMatrix x, double epsilon) {
        return tape.each(
                x, v -> 1 / StrictMath.sqrt(v + epsilon), v -> -0.5 / ((v + epsilon) * StrictMath.sqrt(v + epsilon)));
    }

    @Override
    public PlainMatrix reshape(PlainMatrix x, int columns) {
        PlainTape.check(x.size() % columns == 0, x.size() + " elements do not make rows of " + columns);
        return tape.gather(x, x.size() / columns, columns, i -> i);
    }

    @Override
    public List<PlainMatrix> split(PlainMatrix x, int parts) {
        PlainTape.check(x.columns() % parts == 0, x.columns() + " columns do not make " + parts + " parts");
        int width = x.columns() / parts;
        List<PlainMatrix> result = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int first = part * width;
            result.add(tape.gather(x, x.rows(), width, i -> i / width * x.columns() + first + i % width));
        }
        return result;
    }

    @Override
    public PlainMatrix concatenate(List<PlainMatrix> parts) {
        int rows = parts.get(0).rows();
        int columns = parts.stream().mapToInt(PlainMatrix::columns).sum();
        PlainMatrix y = new PlainMatrix(rows, columns);
        int next = 0;
        for (PlainMatrix part : parts) {
            PlainTape.check(part.rows() == rows, "matrices side by side have different numbers of rows");
            int first = next;
            for (int i = 0; i < part.size(); i++) {
                y.set(i / part.columns(), first + i % part.columns(), part.values()[i]);
            }
            tape.record(() -> {
                for (int i = 0; i < part.size(); i++) {
                    tape.addSlope(part, i, y.slope(i / part.columns(), first + i % part.columns()));
                }
            });
            next += part.columns();
        }
        return y;
    }

    @Override
    public PlainMatrix blockProduct(PlainMatrix a, PlainMatrix b, boolean transposeB, int rowsPerBlock) {
        return PlainProducts.blocks(tape, a, b, transposeB, rowsPerBlock);
    }

    @Override
    public PlainMatrix softmax(PlainMatrix x) {
        return PlainReductions.softmax(tape, x);
    }

    @Override
    public PlainMatrix meanOverRows(PlainMatrix x) {
        return PlainReductions.meanOverRows(tape, x);
    }

    @Override
    public PlainMatrix meanOverColumns(PlainMatrix x) {
        return PlainReductions.meanOverColumns(tape, x);
    }

    @Override
    public PlainMatrix broadcast(PlainMatrix vector, PlainMatrix like) {
        PlainTape.check(vector.columns() == 1 && vector.rows() == like.columns(), "a vector of another length");
        return tape.gather(vector, like.rows(), like.columns(), i -> i % like.columns());
    }

    @Override
    public PlainMatrix patches(PlainMatrix x, Shape map, int kernel) {
        PlainTape.check(kernel % 2 == 1, "an even kernel has no centre");
        PlainTape.check(x.columns() == map.channels() && x.rows() % map.positions() == 0, "the data are no " + map);
        int columns = kernel * kernel * map.channels();
        return tape.gather(x, x.rows(), columns, i -> source(map, kernel, i / columns, i % columns));
    }

    /** Which element of the maps stands at some place of the patches. */
    private static int source(Shape map, int kernel, int row, int column) {
        int position = row % map.positions();
        int place = column / map.channels();
        int y = position / map.width() + place / kernel - kernel / 2;
        int x = position % map.width() + place % kernel - kernel / 2;
        if (y < 0 || y >= map.height() || x < 0 || x >= map.width()) {
            return PlainTape.NOTHING;
        }
        int sourceRow = row - position + y * map.width() + x;
        return sourceRow * map.channels() + column % map.channels();
    }
}
