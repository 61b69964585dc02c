package org.initbench.hypothesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initbench.common.Located;
import org.initbench.common.StrictYaml;
import org.initbench.common.Suggestions;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Turns the text of a file of hypotheses into {@link Hypotheses}, or says what is wrong and where. */
final class HypothesesParser {

    private final StrictYaml yaml;
    private final Names names;

    /**
     * A parser.
     *
     * @param label the file, as messages name it
     * @param names the names that are known
     */
    HypothesesParser(String label, Names names) {
        this.yaml = new StrictYaml(label, "a file of hypotheses");
        this.names = names;
    }

    Hypotheses parse(String text) {
        Node root = yaml.root(text, "it needs 'hypotheses'");
        Map<String, Node> keys = yaml.mapping(root, "a file of hypotheses", List.of("tasks", "hypotheses"));
        Node list = keys.get("hypotheses");
        if (list == null) {
            throw yaml.wrong(root, "'hypotheses' is missing");
        }
        HypothesisParser parser = new HypothesisParser(yaml, names, taskLists(keys.get("tasks")));
        List<Hypothesis> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : yaml.list(list, "hypotheses")) {
            Hypothesis hypothesis = parser.parse(node);
            if (hypothesis.replaces() != null && !ids.contains(hypothesis.replaces())) {
                throw yaml.wrong(node, "'replaces': " + Suggestions.unknown("earlier id", hypothesis.replaces(), ids));
            }
            if (!ids.add(hypothesis.id())) {
                throw yaml.wrong(
                        node,
                        "hypothesis '" + hypothesis.id()
                                + "' is there twice; a change gets an id, a date and 'replaces'");
            }
            all.add(hypothesis);
            requireSmallFamilies(node, new Hypotheses(all), hypothesis.family());
        }
        return new Hypotheses(all);
    }

    private void requireSmallFamilies(Node node, Hypotheses hypotheses, String family) {
        int comparisons = hypotheses.comparisons(family);
        if (comparisons > Hypotheses.LARGEST_FAMILY) {
            throw yaml.wrong(
                    node,
                    "family '" + family + "' has " + comparisons + " comparisons here; " + Hypotheses.LARGEST_FAMILY
                            + " at most keep their correction mild: give it another 'family' or fewer tasks");
        }
    }

    /** The lists of tasks that have names. */
    private Map<String, List<Located>> taskLists(@Nullable Node node) {
        Map<String, List<Located>> lists = new LinkedHashMap<>();
        if (node != null) {
            yaml.entries(node, "'tasks'")
                    .forEach((name, list) -> lists.put(
                            name,
                            yaml.list(list, name).stream()
                                    .map(task -> yaml.scalar(task, "an entry of '" + name + "'"))
                                    .toList()));
        }
        return lists;
    }
}
