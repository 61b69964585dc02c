package org.initbench.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initbench.network.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter matrix as data; of a parameter with gates, each is one.
 *
 * @param name its name, unique in its layer
 * @param units rows
 * @param inputs columns, not counting the bias
 * @param fanIn inputs that feed one unit, without the bias
 * @param fanOut units that one input feeds
 * @param start how it starts: {@code drawn}, {@code identity}, {@code zero} or {@code one}
 * @param bias the value at which its biases start; null if it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatrixDescription(
        String name,
        int units,
        int inputs,
        int fanIn,
        int fanOut,
        String start,
        @Nullable Double bias) {

    static List<MatrixDescription> of(Parameter parameter) {
        List<MatrixDescription> all = new ArrayList<>();
        for (int i = 0; i < parameter.blocks().size(); i++) {
            all.add(new MatrixDescription(
                    parameter.blockName(i),
                    parameter.units(),
                    parameter.inputs(),
                    parameter.fanIn(),
                    parameter.fanOut(),
                    parameter.start().name().toLowerCase(Locale.ROOT),
                    parameter.hasBias() ? parameter.biases().get(i) : null));
        }
        return all;
    }

    /** Whether the initializer draws it. */
    public boolean drawn() {
        return start.equals("drawn");
    }
}
