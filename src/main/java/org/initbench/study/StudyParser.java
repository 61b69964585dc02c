package org.initbench.study;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns the text of a study file into a {@link StudyFile}, keeping the line of every scalar. YAML without anchors, aliases
 * and tags: mappings, lists and scalars, none of which makes an object.
 */
final class StudyParser {

    private static final int DEEPEST_NESTING = 10;

    /** The tags that a value gets by how it looks. */
    private static final Set<Tag> PLAIN =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

    private final String label;

    /**
     * A parser.
     *
     * @param label the file, as messages name it
     */
    StudyParser(String label) {
        this.label = label;
    }

    StudyFile parse(String text) {
        Map<String, Node> keys = mapping(
                root(text),
                "a study file",
                List.of(
                        "name",
                        "description",
                        "seed",
                        "replicates",
                        "stack_replicates",
                        "stack_size",
                        "workers",
                        "time_limit",
                        "precision",
                        "largest_budget",
                        "tasks",
                        "initializers",
                        "timing"));
        Node timing = keys.get("timing");
        Node initializers = keys.get("initializers");
        return new StudyFile(
                scalar(keys, "name"),
                scalar(keys, "description"),
                scalar(keys, "seed"),
                scalar(keys, "replicates"),
                scalar(keys, "stack_replicates"),
                scalar(keys, "stack_size"),
                scalar(keys, "workers"),
                scalar(keys, "time_limit"),
                scalar(keys, "precision"),
                scalar(keys, "largest_budget"),
                scalars(keys, "tasks"),
                initializers == null
                        ? null
                        : list(initializers, "initializers").stream()
                                .map(this::entry)
                                .toList(),
                timing == null ? null : timing(timing));
    }

    private StudyFile.TimingEntry timing(Node node) {
        Map<String, Node> keys = mapping(node, "'timing'", List.of("epoch_stack_sizes", "initializers", "cost_sweep"));
        return new StudyFile.TimingEntry(
                scalars(keys, "epoch_stack_sizes"), scalars(keys, "initializers"), scalar(keys, "cost_sweep"));
    }

    private StudyFile.Entry entry(Node node) {
        if (node instanceof ScalarNode) {
            return new StudyFile.Entry(scalar(node, "an entry of 'initializers'"), null, null);
        }
        Map<String, Node> keys = mapping(node, "an initializer", List.of("name", "variance_scaling", "scales"));
        Located name = scalar(keys, "name");
        Node expression = keys.get("variance_scaling");
        if (name == null && expression == null) {
            throw wrong(node, "an initializer without a name; it needs a 'name' or a 'variance_scaling'");
        }
        if (name != null && expression != null) {
            throw wrong(node, "an initializer has a 'name' or a 'variance_scaling', and not both");
        }
        Node scales = keys.get("scales");
        return new StudyFile.Entry(
                name == null ? new Located("variance_scaling", line(node.getStartMark())) : name,
                expression == null ? null : expression(expression),
                scales == null ? null : scales(scales));
    }

    private StudyFile.Expression expression(Node node) {
        Map<String, Node> keys = mapping(node, "'variance_scaling'", List.of("distribution", "mode", "scale"));
        Located distribution = scalar(keys, "distribution");
        Located mode = scalar(keys, "mode");
        if (distribution == null || mode == null) {
            throw wrong(
                    node,
                    "'variance_scaling' needs 'distribution' and 'mode', such as {distribution: truncated_normal, mode:"
                            + " fan_avg, scale: 2}");
        }
        return new StudyFile.Expression(distribution, mode, scalar(keys, "scale"));
    }

    private StudyFile.Scales scales(Node node) {
        if (node instanceof MappingNode) {
            return new StudyFile.Scales(null, grid(node));
        }
        List<Node> scales = list(node, "scales");
        if (scales.isEmpty()) {
            throw wrong(node, "'scales' is empty");
        }
        return new StudyFile.Scales(
                scales.stream().map(s -> scalar(s, "an entry of 'scales'")).toList(), null);
    }

    private StudyFile.Grid grid(Node node) {
        Map<String, Node> keys = mapping(node, "a grid of scales", List.of("from", "to", "per_decade"));
        Located from = scalar(keys, "from");
        Located to = scalar(keys, "to");
        Located perDecade = scalar(keys, "per_decade");
        if (from == null || to == null || perDecade == null) {
            throw wrong(node, "a grid of scales needs 'from', 'to' and 'per_decade'");
        }
        return new StudyFile.Grid(from, to, perDecade);
    }

    private Node root(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST_NESTING);
        limits.setCodePointLimit(StudyReader.LARGEST_FILE);
        try {
            Node root = new Yaml(limits).compose(new StringReader(text));
            if (root == null) {
                throw new UsageException(label + ": the file is empty; a study needs at least tasks and initializers");
            }
            return root;
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw new UsageException(label + ":" + line(e.getProblemMark()) + ": " + context + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new UsageException(label + ": " + e.getMessage(), e);
        }
    }

    private Map<String, Node> mapping(Node node, String what, List<String> known) {
        if (!(plain(node) instanceof MappingNode mapping)) {
            throw wrong(node, what + " must be made of keys and values; known keys: " + String.join(", ", known));
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key").text();
            if (!known.contains(key)) {
                throw wrong(tuple.getKeyNode(), Suggestions.unknown("key", key, known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "key '" + key + "' is given twice");
            }
        }
        return values;
    }

    private List<Node> list(Node node, String key) {
        if (!(plain(node) instanceof SequenceNode sequence)) {
            throw wrong(node, "'" + key + "' must be a list, such as " + key + ": [a, b]");
        }
        return sequence.getValue();
    }

    private @Nullable List<Located> scalars(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        return node == null
                ? null
                : list(node, key).stream()
                        .map(n -> scalar(n, "an entry of '" + key + "'"))
                        .toList();
    }

    private @Nullable Located scalar(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        return node == null ? null : scalar(node, "'" + key + "'");
    }

    private Located scalar(Node node, String what) {
        if (!(plain(node) instanceof ScalarNode scalar)) {
            throw wrong(node, what + " must be a single value");
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw wrong(node, what + " has no value");
        }
        return new Located(scalar.getValue(), line(node.getStartMark()));
    }

    private Node plain(Node node) {
        if (node.getAnchor() != null) {
            throw wrong(node, "anchors and aliases (&" + node.getAnchor() + ") have no place in a study file");
        }
        if (!PLAIN.contains(node.getTag())) {
            throw wrong(node, "tags (" + node.getTag() + ") have no place in a study file");
        }
        return node;
    }

    private UsageException wrong(Node node, String problem) {
        return new UsageException(label + ":" + line(node.getStartMark()) + ": " + problem);
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
