package org.initbench.study;

import java.util.List;
import java.util.Map;
import org.initbench.common.Located;
import org.initbench.common.StrictYaml;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Parses what a study file says of learning rates: {@code task}, {@code tuned}, a mapping such as {@code {factors: [0.3162,
 * 3.162], initializers: [normal]}}, or a list of such mappings.
 */
final class RateParser {

    private static final String KEY = "learning_rate";

    private final StrictYaml yaml;

    RateParser(StrictYaml yaml) {
        this.yaml = yaml;
    }

    List<StudyFile.RateEntry> parse(Node node) {
        if (node instanceof ScalarNode) {
            return word(node);
        }
        return node instanceof SequenceNode
                ? yaml.list(node, KEY).stream().map(this::entry).toList()
                : List.of(entry(node));
    }

    private List<StudyFile.RateEntry> word(Node node) {
        Located word = yaml.scalar(node, "'" + KEY + "'");
        return switch (word.text()) {
            case "task" -> List.of();
            case "tuned" ->
                List.of(new StudyFile.RateEntry(word, null, new StudyFile.TuningEntry(null, null), null, null));
            default ->
                throw yaml.wrong(
                        node,
                        KEY + " '" + word.text() + "' must be task, tuned, or keys and values such as {factors:"
                                + " [0.3162, 3.162]}");
        };
    }

    private StudyFile.RateEntry entry(Node node) {
        Map<String, Node> keys =
                yaml.mapping(node, "'" + KEY + "'", List.of("factors", "tuned", "initializers", "tasks"));
        if (!keys.containsKey("factors") && !keys.containsKey("tuned")) {
            throw yaml.wrong(
                    node, "'" + KEY + "' needs 'factors', 'tuned' or both, such as {factors: [0.3162, 3.162]}");
        }
        return new StudyFile.RateEntry(
                yaml.place(node, KEY),
                yaml.scalars(keys, "factors"),
                tuning(keys.get("tuned")),
                yaml.scalars(keys, "initializers"),
                yaml.scalars(keys, "tasks"));
    }

    private StudyFile.@Nullable TuningEntry tuning(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Map<String, Node> keys = yaml.mapping(node, "'tuned'", List.of("factors", "replicates"));
        return new StudyFile.TuningEntry(yaml.scalars(keys, "factors"), yaml.scalar(keys, "replicates"));
    }
}
