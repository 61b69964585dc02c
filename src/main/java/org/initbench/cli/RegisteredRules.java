package org.initbench.cli;

import java.util.Optional;
import org.initbench.analysis.WeightVariance;
import org.initbench.common.UsageException;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;

/** The initializers that this program knows; others, such as a user's own that is not on the class path, are unknown to it. */
final class RegisteredRules implements WeightVariance {

    @Override
    public double at(String initializer, int fanIn, int fanOut) {
        return rule(initializer).map(rule -> rule.targetVariance(fanIn, fanOut)).orElse(Double.NaN);
    }

    @Override
    public Optional<Initializer> rule(String initializer) {
        try {
            return Optional.of(Initializers.byName(initializer));
        } catch (UsageException e) {
            return Optional.empty();
        }
    }
}
