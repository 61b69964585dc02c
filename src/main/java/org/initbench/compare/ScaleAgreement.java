package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.initbench.analysis.KeyFindings.BestScale;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/**
 * The best scales of an initializer on a task in two bundles.
 *
 * @param task name of the task
 * @param initializer name of the initializer
 * @param scaleKind what the scales mean
 * @param first the best scales in the first bundle
 * @param second the best scales in the second
 * @param steps steps of the grid between the two scales that look best; null where one bundle has none
 * @param overlap whether the sets share a scale
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScaleAgreement(
        String task,
        String initializer,
        ScaleKind scaleKind,
        BestSet first,
        BestSet second,
        @Nullable Integer steps,
        Overlap overlap) {

    /** How two sets of best scales lie to each other. */
    public enum Overlap {
        /** The same scales in both. */
        SAME,
        /** Some scale is in both. */
        OVERLAPPING,
        /** In at least one bundle no scale has five successes, so that none can be best. */
        NONE,
        /** No scale is in both. */
        DISJOINT
    }

    /** Every task and initializer that has best scales in both findings, in the order of the first. */
    static List<ScaleAgreement> of(List<BestScale> first, List<BestScale> second) {
        List<ScaleAgreement> agreements = new ArrayList<>();
        for (BestScale a : first) {
            second.stream()
                    .filter(b -> b.task().equals(a.task()) && b.initializer().equals(a.initializer()))
                    .findFirst()
                    .ifPresent(b -> agreements.add(of(a, b)));
        }
        return agreements;
    }

    private static ScaleAgreement of(BestScale a, BestScale b) {
        return new ScaleAgreement(
                a.task(), a.initializer(), a.scaleKind(), a.set(), b.set(), steps(a, b), overlap(a.set(), b.set()));
    }

    private static @Nullable Integer steps(BestScale a, BestScale b) {
        Double first = a.set().best();
        Double second = b.set().best();
        if (first == null || second == null) {
            return null;
        }
        int from = a.scales().indexOf(first);
        int to = a.scales().indexOf(second);
        return to < 0 ? null : (Integer) Math.abs(from - to);
    }

    private static Overlap overlap(BestSet a, BestSet b) {
        if (a.members().isEmpty() || b.members().isEmpty()) {
            return Overlap.NONE;
        }
        if (Objects.equals(a.members(), b.members())) {
            return Overlap.SAME;
        }
        return a.members().stream().anyMatch(b.members()::contains) ? Overlap.OVERLAPPING : Overlap.DISJOINT;
    }
}
