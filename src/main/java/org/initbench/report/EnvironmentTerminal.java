package org.initbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.initbench.run.Environment;
import org.initbench.run.Formats;

/** An environment as a terminal shows it: every key of {@code environment.json}, a line each, groups below their names. */
public final class EnvironmentTerminal {
    private EnvironmentTerminal() {}

    /**
     * Renders an environment.
     *
     * @return lines, each ended by a line feed; nothing in the environment can send control sequences to the terminal
     */
    public static String render(Environment environment) {
        StringBuilder out = new StringBuilder();
        JsonNode document = Formats.json().valueToTree(environment);
        document.properties().forEach(field -> entry(field.getKey(), field.getValue(), out));
        return out.toString();
    }

    private static void entry(String key, JsonNode value, StringBuilder out) {
        if (!value.isObject()) {
            line(key, text(value), out);
        } else if (value.isEmpty()) {
            line(key, "none", out);
        } else {
            out.append(key).append(":\n");
            value.properties().forEach(field -> line("  " + field.getKey(), text(field.getValue()), out));
        }
    }

    private static void line(String key, String value, StringBuilder out) {
        out.append(TerminalWriter.clean(key + ": " + value)).append('\n');
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(element.asText()));
        return elements.isEmpty() ? "none" : String.join(", ", elements);
    }
}
