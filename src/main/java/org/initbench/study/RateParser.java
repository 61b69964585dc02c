package org.initbench.study;

import java.util.List;
import java.util.Map;
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

    private final StudyParser parser;

    RateParser(StudyParser parser) {
        this.parser = parser;
    }

    List<StudyFile.RateEntry> parse(Node node) {
        if (node instanceof ScalarNode) {
            return word(node);
        }
        return node instanceof SequenceNode
                ? parser.list(node, KEY).stream().map(this::entry).toList()
                : List.of(entry(node));
    }

    private List<StudyFile.RateEntry> word(Node node) {
        Located word = parser.scalar(node, "'" + KEY + "'");
        return switch (word.text()) {
            case "task" -> List.of();
            case "tuned" ->
                List.of(new StudyFile.RateEntry(word, null, new StudyFile.TuningEntry(null, null), null, null));
            default ->
                throw parser.wrong(
                        node,
                        KEY + " '" + word.text() + "' must be task, tuned, or keys and values such as {factors:"
                                + " [0.3162, 3.162]}");
        };
    }

    private StudyFile.RateEntry entry(Node node) {
        Map<String, Node> keys =
                parser.mapping(node, "'" + KEY + "'", List.of("factors", "tuned", "initializers", "tasks"));
        if (!keys.containsKey("factors") && !keys.containsKey("tuned")) {
            throw parser.wrong(
                    node, "'" + KEY + "' needs 'factors', 'tuned' or both, such as {factors: [0.3162, 3.162]}");
        }
        return new StudyFile.RateEntry(
                parser.place(node, KEY),
                parser.scalars(keys, "factors"),
                tuning(keys.get("tuned")),
                parser.scalars(keys, "initializers"),
                parser.scalars(keys, "tasks"));
    }

    private StudyFile.@Nullable TuningEntry tuning(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Map<String, Node> keys = parser.mapping(node, "'tuned'", List.of("factors", "replicates"));
        return new StudyFile.TuningEntry(parser.scalars(keys, "factors"), parser.scalar(keys, "replicates"));
    }
}
