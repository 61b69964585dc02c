package org.initbench.init;

import org.initbench.network.Parameter.Operand;
import org.initbench.network.SelfAttention;

/**
 * What PyTorch's modules do without being asked: Linear and Conv2d draw weights and biases from U(±1/√fan_in), which for weights
 * is {@code kaiming_uniform_(a=√5)}; RNN, LSTM and GRU draw everything from U(±1/√hidden); Embedding N(0, 1); MultiheadAttention
 * the three projections, one below the other, by Glorot's rule, U(±√(6/(E + 3E))), and the output projection as Linear, biases
 * 0. Where PyTorch's recurrent modules have two biases a unit, one of them is drawn here.
 */
record PyTorchDefault() implements MatrixInitializer {

    @Override
    public String name() {
        return "pytorch-default";
    }

    @Override
    public String law() {
        return "weights and biases U(±1/√fan_in), in recurrent layers U(±1/√units), even where the task starts biases at 0;"
                + " embeddings N(0, 1); attention: projections U(±√(6/4E)), biases 0; what PyTorch's modules do unasked";
    }

    @Override
    public ScaleKind scaleKind() {
        return ScaleKind.GAIN;
    }

    @Override
    public BiasRule biases() {
        return BiasRule.INITIALIZER;
    }

    @Override
    public double targetVariance(int fanIn, int fanOut) {
        return 1.0 / (3.0 * fanIn);
    }

    @Override
    public Law lawOf(WeightMatrix matrix) {
        return Law.of(
                matrix.operand() == Operand.ONE_HOT ? Distribution.NORMAL : Distribution.UNIFORM, variance(matrix));
    }

    /** That of a weight; of the projections of attention, whose biases are 0, 0. */
    @Override
    public double biasVariance(WeightMatrix matrix) {
        return matrix.owner() instanceof SelfAttention ? 0 : variance(matrix);
    }

    @Override
    public double[] standardized(WeightMatrix matrix, double[] uniforms) {
        Distribution distribution = matrix.operand() == Operand.ONE_HOT ? Distribution.NORMAL : Distribution.UNIFORM;
        double[] values = IndependentWeights.draw(distribution, StrictMath.sqrt(variance(matrix)), uniforms);
        if (matrix.owner() instanceof SelfAttention && matrix.shape().drawnBias()) {
            int columns = matrix.shape().columns();
            for (int row = 0; row < matrix.shape().units(); row++) {
                values[row * columns + columns - 1] = 0;
            }
        }
        return values;
    }

    private double variance(WeightMatrix matrix) {
        WeightShape shape = matrix.shape();
        if (matrix.operand() == Operand.ONE_HOT) {
            return 1;
        }
        if (matrix.recurrentGates() > 0) {
            return 1.0 / (3.0 * shape.units());
        }
        if (matrix.gates() > 1) {
            return 2.0 / (shape.fanIn() + matrix.gates() * shape.fanOut());
        }
        return targetVariance(shape.fanIn(), shape.fanOut());
    }
}
