package org.initbench.common;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * YAML as people write it into files of this program: mappings, lists and scalars, none of which makes an object, without
 * anchors, aliases and tags. Every scalar keeps its line, and whatever is wrong is a {@link UsageException} that names file and
 * line.
 */
public final class StrictYaml {

    /** Size of the largest file, in bytes. */
    public static final int LARGEST_FILE = 1 << 20;

    private static final int DEEPEST_NESTING = 10;

    /** The tags that a value gets by how it looks. */
    private static final Set<Tag> PLAIN =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

    private final String label;
    private final String kind;

    /**
     * A reader of one file.
     *
     * @param label the file, as messages name it
     * @param kind what the file is, such as {@code a study file}
     */
    public StrictYaml(String label, String kind) {
        this.label = label;
        this.kind = kind;
    }

    /**
     * The outermost node.
     *
     * @param text the content of the file
     * @param needs what a file that is empty lacks, such as {@code a study needs at least tasks and initializers}
     * @throws UsageException if it is no YAML, or empty
     */
    public Node root(String text, String needs) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST_NESTING);
        limits.setCodePointLimit(LARGEST_FILE);
        try {
            Node root = new Yaml(limits).compose(new StringReader(text));
            if (root == null) {
                throw new UsageException(label + ": the file is empty; " + needs);
            }
            return root;
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw new UsageException(label + ":" + line(e.getProblemMark()) + ": " + context + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new UsageException(label + ": " + e.getMessage(), e);
        }
    }

    /**
     * The values of a mapping by key.
     *
     * @param what the mapping, as messages name it
     * @param known the keys that it may have
     * @throws UsageException if it is no mapping, or has an unknown key, or one twice
     */
    public Map<String, Node> mapping(Node node, String what, List<String> known) {
        if (!(plain(node) instanceof MappingNode mapping)) {
            throw wrong(node, what + " must be made of keys and values; known keys: " + String.join(", ", known));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key").text();
            if (!known.contains(key)) {
                throw wrong(tuple.getKeyNode(), Suggestions.unknown("key", key, known));
            }
        }
        return entries(node, what);
    }

    /**
     * The values of a mapping whose keys are free names.
     *
     * @param what the mapping, as messages name it
     * @throws UsageException if it is no mapping, or has a key twice
     */
    public Map<String, Node> entries(Node node, String what) {
        if (!(plain(node) instanceof MappingNode mapping)) {
            throw wrong(node, what + " must be made of keys and values");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "a key").text();
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "key '" + key + "' is given twice");
            }
        }
        return values;
    }

    /**
     * The entries of a list.
     *
     * @param key the key whose value it is
     * @throws UsageException if it is no list
     */
    public List<Node> list(Node node, String key) {
        if (!(plain(node) instanceof SequenceNode sequence)) {
            throw wrong(node, "'" + key + "' must be a list, such as " + key + ": [a, b]");
        }
        return sequence.getValue();
    }

    /** The scalars of a list; null if the key is absent. */
    public @Nullable List<Located> scalars(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        return node == null
                ? null
                : list(node, key).stream()
                        .map(n -> scalar(n, "an entry of '" + key + "'"))
                        .toList();
    }

    /** The scalar of a key; null if the key is absent. */
    public @Nullable Located scalar(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        return node == null ? null : scalar(node, "'" + key + "'");
    }

    /**
     * A scalar.
     *
     * @param what the scalar, as messages name it
     * @throws UsageException if it is a mapping, a list or nothing
     */
    public Located scalar(Node node, String what) {
        if (!(plain(node) instanceof ScalarNode scalar)) {
            throw wrong(node, what + " must be a single value");
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw wrong(node, what + " has no value");
        }
        return new Located(scalar.getValue(), line(node.getStartMark()));
    }

    /** Where a node begins. */
    public Located place(Node node, String what) {
        return new Located(what, line(node.getStartMark()));
    }

    private Node plain(Node node) {
        if (node.getAnchor() != null) {
            throw wrong(node, "anchors and aliases (&" + node.getAnchor() + ") have no place in " + kind);
        }
        if (!PLAIN.contains(node.getTag())) {
            throw wrong(node, "tags (" + node.getTag() + ") have no place in " + kind);
        }
        return node;
    }

    /** What is wrong with a node, with file and line. */
    public UsageException wrong(Node node, String problem) {
        return new UsageException(label + ":" + line(node.getStartMark()) + ": " + problem);
    }

    /** What is wrong with a scalar, with file and line. */
    public UsageException wrong(Located scalar, String problem) {
        return new UsageException(label + ":" + scalar.line() + ": " + problem);
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
