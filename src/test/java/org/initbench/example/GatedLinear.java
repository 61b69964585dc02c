package org.initbench.example;

import java.util.List;
import org.initbench.network.Activation;
import org.initbench.network.Layer;
import org.initbench.network.Operations;
import org.initbench.network.Parameter;
import org.initbench.network.Shape;

/** A gated linear unit: (W·x + b)·σ(V·x + c), element by element (Dauphin et al. 2017). */
public record GatedLinear(int units) implements Layer {

    @Override
    public String kind() {
        return "gated-linear";
    }

    @Override
    public String definition() {
        return units + " units";
    }

    @Override
    public Activation activation() {
        return Activation.IDENTITY;
    }

    @Override
    public Shape output(Shape input) {
        return Shape.vector(units);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(
                Parameter.drawn("weight", units, input.size(), true),
                Parameter.drawn("gate weight", units, input.size(), true));
    }

    @Override
    public <T> T apply(Operations<T> operations, T x, Shape input, List<T> parameters) {
        T flat = operations.reshape(x, input.size());
        T gate = operations.activate(operations.linear(flat, parameters.get(1)), Activation.SIGMOID);
        return operations.multiply(operations.linear(flat, parameters.get(0)), gate);
    }
}
