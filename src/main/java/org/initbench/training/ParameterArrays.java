package org.initbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.initbench.network.Parameter;
import org.initbench.optimizer.Optimizer;
import org.initbench.task.Precision;
import org.initbench.task.Task;

/**
 * The parameters of every model of a stack, {@code [models, size]}, with their gradients and what the optimizer keeps of
 * them. A model's parameters follow one another in the order of the network.
 *
 * <p>A model's size is rounded up to a multiple of {@value #MULTIPLE} elements: level-1 BLAS calls over the whole stack then
 * have no remainder, which they would round otherwise than the rest.
 *
 * <p>Where the optimizer is gradient descent, plain or with momentum, and every parameter is used once, the update is fused
 * with the products that make the gradients, and no gradient is stored.
 */
final class ParameterArrays implements AutoCloseable {

    private static final int MULTIPLE = 32;

    private final Precision precision;
    private final Optimizer optimizer;
    private final List<Parameter> parameters;
    private final int[] offsets;
    private final int size;
    private final boolean fused;
    private final double rate;
    private final double lossFactor;
    private final NativeArray weights;
    private final List<NativeArray> states = new ArrayList<>();
    private final List<NativeArray> gradients = new ArrayList<>();
    private final List<Pointer[]> weightPointers = new ArrayList<>();
    private final List<Pointer[]> biasPointers = new ArrayList<>();
    private final List<Pointer[]> gradientPointers = new ArrayList<>();
    private final List<Pointer[]> biasGradientPointers = new ArrayList<>();

    /**
     * Allocates the arrays, all zero.
     *
     * @param task the task
     * @param models slots of the stack
     * @param fusable whether every parameter makes its gradient by one product
     */
    ParameterArrays(Task task, int models, boolean fusable) {
        this(task, models, fusable, task.batchSize(), task.optimizer().states());
    }

    /** Arrays whose gradients are of the loss of that many samples, and which are never updated. */
    static ParameterArrays withGradients(Task task, int models, int samples) {
        return new ParameterArrays(task, models, false, samples, 0);
    }

    private ParameterArrays(Task task, int models, boolean fusable, int samples, int vectors) {
        precision = task.precision();
        optimizer = task.optimizer();
        parameters = task.network().parameters();
        offsets = offsets(parameters);
        size = sizeOf(parameters);
        rate = task.learningRate();
        lossFactor =
                task.loss().derivativeFactor(samples, task.data().training().targetWidth());
        fused = isFused(task, fusable);
        long length = (long) models * size;
        weights = new NativeArray(precision, length);
        for (int i = 0; i < vectors; i++) {
            states.add(new NativeArray(precision, length));
        }
        if (!fused) {
            gradients.add(new NativeArray(precision, length));
        }
        NativeArray target = !fused ? gradients.get(0) : states.isEmpty() ? weights : states.get(0);
        for (int i = 0; i < parameters.size(); i++) {
            int bias = offsets[i] + parameters.get(i).inputs();
            weightPointers.add(pointers(weights, models, offsets[i]));
            biasPointers.add(pointers(weights, models, bias));
            gradientPointers.add(pointers(target, models, offsets[i]));
            biasGradientPointers.add(pointers(target, models, bias));
        }
    }

    private static boolean isFused(Task task, boolean fusable) {
        return fusable && task.optimizer().momentum().isPresent() && Double.isInfinite(task.gradientClip());
    }

    /** Elements that a model takes. */
    static int sizeOf(List<Parameter> parameters) {
        int sum = parameters.stream().mapToInt(Parameter::size).sum();
        return (sum + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    /** Arrays as long as the weights: weights, optimizer's states, and unless fused gradients and temporary vectors. */
    static int copies(Task task, boolean fusable) {
        Optimizer optimizer = task.optimizer();
        int unfused = isFused(task, fusable) ? 0 : 1 + new TemporaryCount(optimizer).count();
        return 1 + optimizer.states() + unfused;
    }

    private static int[] offsets(List<Parameter> parameters) {
        int[] offsets = new int[parameters.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + parameters.get(i - 1).size();
        }
        return offsets;
    }

    private Pointer[] pointers(NativeArray array, int models, int offset) {
        Pointer[] pointers = new Pointer[models];
        for (int i = 0; i < models; i++) {
            pointers[i] = array.at((long) i * size + offset);
        }
        return pointers;
    }

    /** Parameter {@code number} of a model. */
    Pointer weights(int number, int model) {
        return weightPointers.get(number)[model];
    }

    /** The first bias of parameter {@code number} of a model. */
    Pointer biases(int number, int model) {
        return biasPointers.get(number)[model];
    }

    /** Where the gradient by parameter {@code number} of a model goes. */
    Pointer gradient(int number, int model) {
        return gradientPointers.get(number)[model];
    }

    /** Where the gradient by the first bias of parameter {@code number} of a model goes. */
    Pointer biasGradient(int number, int model) {
        return biasGradientPointers.get(number)[model];
    }

    /** Whether the products that make gradients update the weights. */
    boolean isFused() {
        return fused;
    }

    /** The factor of a product that makes a gradient. */
    double gradientScale() {
        return fused ? -rate * lossFactor : lossFactor;
    }

    /**
     * The factor of what is where a gradient goes: where fused, of the weights or their velocities; else of earlier gradients.
     *
     * @param further whether another product made a gradient by the same parameters before
     */
    double keep(boolean further) {
        if (fused) {
            return states.isEmpty() ? 1 : optimizer.momentum().orElse(0);
        }
        return further ? 1 : 0;
    }

    NativeArray weightArray() {
        return weights;
    }

    /** The optimizer's vectors. */
    List<NativeArray> stateArrays() {
        return states;
    }

    /** The gradients, unless fused. */
    NativeArray gradientArray() {
        return gradients.get(0);
    }

    /** Elements of a model. */
    int size() {
        return size;
    }

    /** Sets a model's parameters, each rounded once, and forgets what the optimizer kept of it. */
    void write(int model, List<double[]> values) {
        if (values.size() != parameters.size()) {
            throw new IllegalArgumentException("expected " + parameters.size() + " parameters, got " + values.size());
        }
        double[] all = new double[size];
        for (int i = 0; i < parameters.size(); i++) {
            double[] matrix = values.get(i);
            if (matrix.length != parameters.get(i).size()) {
                throw new IllegalArgumentException(
                        "expected " + parameters.get(i).size() + " values for "
                                + parameters.get(i).name() + ", got " + matrix.length);
            }
            System.arraycopy(matrix, 0, all, offsets[i], matrix.length);
        }
        weights.put((long) model * size, all);
        for (NativeArray state : states) {
            state.put((long) model * size, new double[size]);
        }
    }

    /** A model's parameters. */
    List<double[]> read(int model) {
        double[] all = weights.get((long) model * size, size);
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.add(Arrays.copyOfRange(
                    all, offsets[i], offsets[i] + parameters.get(i).size()));
        }
        return values;
    }

    /** The gradient by parameter {@code number} of a model, unless fused. */
    double[] readGradient(int number, int model) {
        return gradientArray()
                .get(
                        (long) model * size + offsets[number],
                        parameters.get(number).size());
    }

    /** Moves a model to another slot. */
    void move(int from, int to) {
        move(weights, from, to);
        states.forEach(state -> move(state, from, to));
    }

    private void move(NativeArray array, int from, int to) {
        NativeArray.copy(precision, array.at((long) from * size), array.at((long) to * size), size);
    }

    @Override
    public void close() {
        weights.close();
        states.forEach(NativeArray::close);
        gradients.forEach(NativeArray::close);
    }
}
