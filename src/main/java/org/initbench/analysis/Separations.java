package org.initbench.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.initbench.run.Diagnostic;
import org.initbench.run.Quantity;
import org.initbench.run.RunRecord;

/** When hidden units that had started equal came apart, run by run; of several layers, the first counts. */
final class Separations {

    private final Map<String, Double> epochs = new HashMap<>();
    private final Set<String> visible = new HashSet<>();

    /** Those that a bundle's diagnostics tell of. */
    Separations(List<Diagnostic> diagnostics) {
        for (Diagnostic seen : diagnostics) {
            if (seen.quantity() == Quantity.SYMMETRY_BROKEN) {
                epochs.merge(seen.runId(), seen.epoch(), Math::min);
            } else if (seen.quantity() == Quantity.SYMMETRY_BROKEN_VISIBLY) {
                visible.add(seen.runId());
            }
        }
    }

    /** Whether equal units of a run came to differ, be it in the last bit. */
    boolean apart(RunRecord run) {
        return epochs.containsKey(run.runId());
    }

    /** Whether units of a run that were equal or nearly so came to differ by more than 10⁻⁶. */
    boolean visibly(RunRecord run) {
        return visible.contains(run.runId());
    }

    /** The first epoch looked at where equal units of any of the runs differed; empty if they never did. */
    OptionalDouble first(List<RunRecord> runs) {
        return runs.stream()
                .filter(this::apart)
                .mapToDouble(run -> epochs.getOrDefault(run.runId(), Double.NaN))
                .min();
    }
}
