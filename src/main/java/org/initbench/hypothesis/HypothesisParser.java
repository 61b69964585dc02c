package org.initbench.hypothesis;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.initbench.common.Located;
import org.initbench.common.StrictYaml;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Turns one entry of a file of hypotheses into a {@link Hypothesis}. */
final class HypothesisParser {

    private static final List<String> KEYS = List.of(
            "id",
            "question",
            "claim",
            "since",
            "replaces",
            "family",
            "compare",
            "direction",
            "margin",
            "first",
            "second",
            "tasks");
    private static final Pattern ID = Pattern.compile("[a-z0-9]++([.-][a-z0-9]++)*+");

    private final StrictYaml yaml;
    private final Names names;
    private final PlaceParser places;

    HypothesisParser(StrictYaml yaml, Names names, Map<String, List<Located>> taskLists) {
        this.yaml = yaml;
        this.names = names;
        this.places = new PlaceParser(yaml, names, taskLists);
    }

    Hypothesis parse(Node node) {
        Map<String, Node> keys = yaml.mapping(node, "a hypothesis", KEYS);
        Located id = word(node, keys, "id");
        if (!ID.matcher(id.text()).matches()) {
            throw yaml.wrong(
                    id, "id '" + id.text() + "' must be made of small letters, digits and single dashes or dots");
        }
        Measure measure = measure(word(node, keys, "compare"));
        Located family = yaml.scalar(keys, "family");
        Located replaces = yaml.scalar(keys, "replaces");
        return new Hypothesis(
                id.text(),
                word(node, keys, "question").text(),
                word(node, keys, "claim").text(),
                date(word(node, keys, "since")),
                replaces == null ? null : replaces.text(),
                family == null ? id.text() : family.text(),
                measure,
                direction(measure, word(node, keys, "direction")),
                margin(measure, word(node, keys, "margin")),
                arm(required(node, keys, "first"), "'first'"),
                second(node, measure, keys.get("second")),
                places.parse(required(node, keys, "tasks"), measure.contrastsArms()));
    }

    private Node required(Node node, Map<String, Node> keys, String key) {
        Node value = keys.get(key);
        if (value == null) {
            throw yaml.wrong(node, "a hypothesis needs '" + key + "'");
        }
        return value;
    }

    private Located word(Node node, Map<String, Node> keys, String key) {
        return yaml.scalar(required(node, keys, key), "'" + key + "'");
    }

    private LocalDate date(Located since) {
        try {
            return LocalDate.parse(since.text());
        } catch (DateTimeParseException e) {
            throw yaml.wrong(since, "since '" + since.text() + "' must be a date such as 2026-11-25");
        }
    }

    private Measure measure(Located word) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.label().equals(word.text()))
                .findFirst()
                .orElseThrow(() -> yaml.wrong(
                        word,
                        Suggestions.unknown(
                                "quantity",
                                word.text(),
                                Arrays.stream(Measure.values())
                                        .map(Measure::label)
                                        .toList())));
    }

    private Direction direction(Measure measure, Located word) {
        return measure.directions().stream()
                .filter(direction -> direction.label().equals(word.text()))
                .findFirst()
                .orElseThrow(() -> yaml.wrong(
                        word,
                        "of " + measure.label() + ", "
                                + Suggestions.unknown(
                                        "direction",
                                        word.text(),
                                        measure.directions().stream()
                                                .map(Direction::label)
                                                .toList())));
    }

    private double margin(Measure measure, Located word) {
        double margin = number(word, "margin");
        if (measure.ratio() && !(margin > 1 && margin <= 10)) {
            throw yaml.wrong(word, "margin " + word.text() + " must be a ratio above 1, such as 1.25");
        }
        if (!measure.ratio() && !(margin > 0 && margin < 1)) {
            throw yaml.wrong(word, "margin " + word.text() + " must be a difference between 0 and 1, such as 0.2");
        }
        return margin;
    }

    private double number(Located word, String what) {
        try {
            double number = Double.parseDouble(word.text());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw yaml.wrong(word, what + " '" + word.text() + "' is not a number");
    }

    private @Nullable Opponent second(Node hypothesis, Measure measure, @Nullable Node node) {
        if (measure.contrastsArms() == (node == null)) {
            throw yaml.wrong(
                    node == null ? hypothesis : node,
                    node == null
                            ? "a hypothesis on " + measure.label() + " needs 'second': an arm, or best"
                            : "'second' has no place here: " + measure.label() + " is a matter of one arm");
        }
        if (node == null) {
            return null;
        }
        if (!(node instanceof MappingNode)) {
            Located word = yaml.scalar(node, "'second'");
            if (!word.text().equals("best")) {
                throw yaml.wrong(
                        word,
                        "second '" + word.text() + "' must be best, {best: normal}, or an arm such as {initializer:"
                                + " normal, scale: 0.1}");
            }
            return new Best(null);
        }
        Map<String, Node> keys =
                yaml.mapping(node, "'second'", List.of("best", "initializer", "scale", "learning_rate"));
        Located best = yaml.scalar(keys, "best");
        if (best == null) {
            return arm(node, "'second'");
        }
        if (keys.size() > 1) {
            throw yaml.wrong(best, "'best' stands alone: the scale is what is chosen");
        }
        known(best, () -> names.requireInitializer(best.text()));
        return new Best(best.text());
    }

    private Arm arm(Node node, String what) {
        Map<String, Node> keys = yaml.mapping(node, what, List.of("initializer", "scale", "learning_rate"));
        Located initializer = yaml.scalar(keys, "initializer");
        if (initializer == null) {
            throw yaml.wrong(node, what + " needs an 'initializer', such as {initializer: normal, scale: 0.1}");
        }
        Located scale = yaml.scalar(keys, "scale");
        Double value = scale == null ? null : (Double) number(scale, "scale");
        known(initializer, () -> names.requireArm(initializer.text(), value));
        Located rate = yaml.scalar(keys, "learning_rate");
        if (rate != null && !List.of("task", "tuned").contains(rate.text())) {
            throw yaml.wrong(rate, "learning_rate '" + rate.text() + "' must be task or tuned");
        }
        return new Arm(initializer.text(), value, rate != null && rate.text().equals("tuned"));
    }

    private void known(Located place, Runnable check) {
        try {
            check.run();
        } catch (UsageException e) {
            throw yaml.wrong(place, String.valueOf(e.getMessage()));
        }
    }
}
