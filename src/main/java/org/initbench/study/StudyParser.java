package org.initbench.study;

import java.util.List;
import java.util.Map;
import org.initbench.common.Located;
import org.initbench.common.StrictYaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Turns the text of a study file into a {@link StudyFile}, keeping the line of every scalar. */
final class StudyParser {

    private final StrictYaml yaml;

    /**
     * A parser.
     *
     * @param label the file, as messages name it
     */
    StudyParser(String label) {
        yaml = new StrictYaml(label, "a study file");
    }

    StudyFile parse(String text) {
        Map<String, Node> keys = yaml.mapping(
                yaml.root(text, "a study needs at least tasks and initializers"),
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
                        "engine",
                        "precision",
                        "largest_budget",
                        "tasks",
                        "initializers",
                        "timing",
                        "learning_rate"));
        Node timing = keys.get("timing");
        Node initializers = keys.get("initializers");
        Node rates = keys.get("learning_rate");
        return new StudyFile(
                yaml.scalar(keys, "name"),
                yaml.scalar(keys, "description"),
                yaml.scalar(keys, "seed"),
                yaml.scalar(keys, "replicates"),
                yaml.scalar(keys, "stack_replicates"),
                yaml.scalar(keys, "stack_size"),
                yaml.scalar(keys, "workers"),
                yaml.scalar(keys, "time_limit"),
                yaml.scalar(keys, "engine"),
                yaml.scalar(keys, "precision"),
                yaml.scalar(keys, "largest_budget"),
                yaml.scalars(keys, "tasks"),
                initializers == null
                        ? null
                        : yaml.list(initializers, "initializers").stream()
                                .map(this::entry)
                                .toList(),
                timing == null ? null : timing(timing),
                rates == null ? null : new RateParser(yaml).parse(rates));
    }

    private StudyFile.TimingEntry timing(Node node) {
        Map<String, Node> keys =
                yaml.mapping(node, "'timing'", List.of("epoch_stack_sizes", "initializers", "cost_sweep"));
        return new StudyFile.TimingEntry(
                yaml.scalars(keys, "epoch_stack_sizes"),
                yaml.scalars(keys, "initializers"),
                yaml.scalar(keys, "cost_sweep"));
    }

    private StudyFile.Entry entry(Node node) {
        if (node instanceof ScalarNode) {
            return new StudyFile.Entry(yaml.scalar(node, "an entry of 'initializers'"), null, null);
        }
        Map<String, Node> keys = yaml.mapping(node, "an initializer", List.of("name", "variance_scaling", "scales"));
        Located name = yaml.scalar(keys, "name");
        Node expression = keys.get("variance_scaling");
        if (name == null && expression == null) {
            throw yaml.wrong(node, "an initializer without a name; it needs a 'name' or a 'variance_scaling'");
        }
        if (name != null && expression != null) {
            throw yaml.wrong(node, "an initializer has a 'name' or a 'variance_scaling', and not both");
        }
        Node scales = keys.get("scales");
        return new StudyFile.Entry(
                name == null ? yaml.place(node, "variance_scaling") : name,
                expression == null ? null : expression(expression),
                scales == null ? null : scales(scales));
    }

    private StudyFile.Expression expression(Node node) {
        Map<String, Node> keys = yaml.mapping(node, "'variance_scaling'", List.of("distribution", "mode", "scale"));
        Located distribution = yaml.scalar(keys, "distribution");
        Located mode = yaml.scalar(keys, "mode");
        if (distribution == null || mode == null) {
            throw yaml.wrong(
                    node,
                    "'variance_scaling' needs 'distribution' and 'mode', such as {distribution: truncated_normal, mode:"
                            + " fan_avg, scale: 2}");
        }
        return new StudyFile.Expression(distribution, mode, yaml.scalar(keys, "scale"));
    }

    private StudyFile.Scales scales(Node node) {
        if (node instanceof MappingNode) {
            return new StudyFile.Scales(null, grid(node));
        }
        List<Node> scales = yaml.list(node, "scales");
        if (scales.isEmpty()) {
            throw yaml.wrong(node, "'scales' is empty");
        }
        return new StudyFile.Scales(
                scales.stream().map(s -> yaml.scalar(s, "an entry of 'scales'")).toList(), null);
    }

    private StudyFile.Grid grid(Node node) {
        Map<String, Node> keys = yaml.mapping(node, "a grid of scales", List.of("from", "to", "per_decade"));
        Located from = yaml.scalar(keys, "from");
        Located to = yaml.scalar(keys, "to");
        Located perDecade = yaml.scalar(keys, "per_decade");
        if (from == null || to == null || perDecade == null) {
            throw yaml.wrong(node, "a grid of scales needs 'from', 'to' and 'per_decade'");
        }
        return new StudyFile.Grid(from, to, perDecade);
    }
}
