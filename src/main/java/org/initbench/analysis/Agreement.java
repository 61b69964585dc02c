package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well networks agree on the best scale.
 *
 * @param scope which networks
 * @param networks how many there are; of kinds, how many kinds
 * @param spreads one a parametrization
 * @param best the parametrization with the smallest spread, the first of equals; null if there are fewer than two networks
 * @param shown whether it has the smallest spread in 95 % of the bootstrap samples
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agreement(
        Scope scope,
        int networks,
        List<Spread> spreads,
        @Nullable Parametrization best,
        boolean shown) {

    /** Which networks are compared. */
    public enum Scope {
        /** Kinds of networks, each by the mean over its networks. */
        KINDS,
        /** Networks of one kind and depth at different widths. */
        WIDTHS,
        /** Every network by itself. */
        ALL
    }

    /**
     * The spread of the best scales.
     *
     * @param parametrization how scales are written down
     * @param deviation standard deviation of the decadic logarithms of the best scales, in decades
     * @param low lower limit: the 2.5 % quantile of the bootstrap over replicates
     * @param high upper limit
     * @param share share of the bootstrap samples in which it is the smallest; of equals the first has it
     */
    public record Spread(Parametrization parametrization, double deviation, double low, double high, double share) {}

    public Agreement {
        spreads = List.copyOf(spreads);
    }
}
