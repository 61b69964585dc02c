package org.initbench.hypothesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initbench.common.Located;
import org.initbench.common.StrictYaml;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Parses where a hypothesis is tested: the name of a list of tasks, a list of tasks, or two such lists of equal length, {@code
 * {first: […], second: […]}}, whose tasks are compared one by one.
 */
final class PlaceParser {

    private final StrictYaml yaml;
    private final Names names;
    private final Map<String, List<Located>> lists;

    PlaceParser(StrictYaml yaml, Names names, Map<String, List<Located>> lists) {
        this.yaml = yaml;
        this.names = names;
        this.lists = lists;
        lists.values().forEach(list -> list.forEach(this::requireTask));
    }

    List<Place> parse(Node node, boolean contrastsArms) {
        List<Place> places = node instanceof MappingNode
                ? groups(node, contrastsArms)
                : tasks(node).stream().map(Place::of).toList();
        if (places.isEmpty()) {
            throw yaml.wrong(node, "'tasks' is empty");
        }
        if (new HashSet<>(places).size() < places.size()) {
            throw yaml.wrong(node, "'tasks' names a comparison twice");
        }
        return places;
    }

    private List<Place> groups(Node node, boolean contrastsArms) {
        Map<String, Node> keys = yaml.mapping(node, "'tasks'", List.of("first", "second"));
        Node first = keys.get("first");
        Node second = keys.get("second");
        if (first == null || second == null || !contrastsArms) {
            throw yaml.wrong(
                    node,
                    contrastsArms
                            ? "two groups of tasks need 'first' and 'second'"
                            : "one arm is a matter of one list of tasks");
        }
        List<String> left = tasks(first);
        List<String> right = tasks(second);
        if (left.size() != right.size()) {
            throw yaml.wrong(
                    node,
                    "the groups have " + left.size() + " and " + right.size()
                            + " tasks; they are compared one by one (a task may be repeated)");
        }
        return IntStream.range(0, left.size())
                .mapToObj(i -> new Place(left.get(i), right.get(i)))
                .toList();
    }

    private List<String> tasks(Node node) {
        if (node instanceof ScalarNode) {
            Located name = yaml.scalar(node, "'tasks'");
            List<Located> list = lists.get(name.text());
            if (list == null) {
                throw yaml.wrong(name, Suggestions.unknown("task list", name.text(), lists.keySet()));
            }
            return list.stream().map(Located::text).toList();
        }
        List<String> tasks = new ArrayList<>();
        for (Node entry : yaml.list(node, "tasks")) {
            Located task = yaml.scalar(entry, "an entry of 'tasks'");
            requireTask(task);
            tasks.add(task.text());
        }
        return tasks;
    }

    private void requireTask(Located task) {
        try {
            names.requireTask(task.text());
        } catch (UsageException e) {
            throw yaml.wrong(task, String.valueOf(e.getMessage()));
        }
    }
}
