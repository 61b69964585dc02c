package org.initbench.hypothesis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file of hypotheses holds.
 *
 * @param all every hypothesis, in the order of the file, also those that later ones replace
 */
public record Hypotheses(List<Hypothesis> all) {

    /** Comparisons of a family, at most. */
    public static final int LARGEST_FAMILY = 20;

    public Hypotheses {
        all = List.copyOf(all);
    }

    /** None: then whatever is concluded is exploratory. */
    public static Hypotheses none() {
        return new Hypotheses(List.of());
    }

    /** Those that no other replaces. */
    public List<Hypothesis> current() {
        Set<String> replaced =
                all.stream().map(Hypothesis::replaces).filter(Objects::nonNull).collect(Collectors.toSet());
        return all.stream().filter(h -> !replaced.contains(h.id())).toList();
    }

    /** The hypothesis of that id. */
    public Optional<Hypothesis> byId(String id) {
        return all.stream().filter(h -> h.id().equals(id)).findFirst();
    }

    /** Number of comparisons that are judged together with those of a hypothesis, its own included. */
    public int comparisons(String family) {
        return current().stream()
                .filter(h -> h.family().equals(family))
                .mapToInt(Hypothesis::comparisons)
                .sum();
    }
}
