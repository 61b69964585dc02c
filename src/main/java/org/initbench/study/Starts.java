package org.initbench.study;

import java.util.ArrayList;
import java.util.List;
import org.initbench.init.Draws;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.init.WeightShape;
import org.initbench.network.Parameter;
import org.initbench.run.ArmDescription;
import org.initbench.task.Task;
import org.initbench.training.Start;

/** Draws the starts of models: the initializer in every weight matrix of the network that is drawn, the
 * output layer included. */
public final class Starts {

    private Starts() {}

    /**
     * The start of one model.
     *
     * @param task the task
     * @param arm the initializer and its scale
     * @param replicate number of the replicate
     * @param seed the study's seed
     */
    public static Start of(Task task, ArmDescription arm, int replicate, long seed) {
        Initializer initializer = Initializers.byName(arm.initializer());
        double scale = arm.scale() == null ? 1 : arm.scale();
        Draws draws = new Draws(seed, task.name(), replicate);
        List<double[]> all = new ArrayList<>();
        for (int layer = 0; layer < task.network().layers().size(); layer++) {
            for (Parameter parameter : task.network().parametersOf(layer)) {
                all.add(
                        parameter.isDrawn()
                                ? drawn(parameter, task.drawnBiases(), initializer, scale, draws, layer)
                                : given(parameter));
            }
        }
        return new Start(all, replicate);
    }

    /** Each block is drawn by itself; biases that are not drawn start where the parameter says. */
    private static double[] drawn(
            Parameter parameter, boolean drawnBiases, Initializer initializer, double scale, Draws draws, int layer) {
        boolean drawnBias = drawnBiases && parameter.hasBias();
        WeightShape shape = new WeightShape(
                parameter.units(), parameter.inputs(), parameter.fanIn(), parameter.fanOut(), drawnBias);
        double[] values = new double[parameter.size()];
        for (int block = 0; block < parameter.blocks().size(); block++) {
            double[] matrix = draws.matrix(initializer, scale, layer, parameter.blockName(block), shape);
            for (int unit = 0; unit < parameter.units(); unit++) {
                int row = (block * parameter.units() + unit) * parameter.columns();
                System.arraycopy(matrix, unit * shape.columns(), values, row, shape.columns());
                if (parameter.hasBias() && !drawnBias) {
                    values[row + parameter.inputs()] = parameter.biases().get(block);
                }
            }
        }
        return values;
    }

    private static double[] given(Parameter parameter) {
        double[] values = new double[parameter.size()];
        for (int row = 0; row < parameter.rows(); row++) {
            for (int column = 0; column < parameter.inputs(); column++) {
                boolean diagonal = row % parameter.units() == column;
                values[row * parameter.columns() + column] = switch (parameter.start()) {
                    case ONE -> 1;
                    case IDENTITY -> diagonal ? 1 : 0;
                    case ZERO, DRAWN -> 0;
                };
            }
        }
        return values;
    }
}
