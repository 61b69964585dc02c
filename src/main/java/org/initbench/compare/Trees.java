package org.initbench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON documents as lists of leaves: the path of each, joined by dots, and its text. Documents of any shape can so be compared. */
final class Trees {
    private Trees() {}

    /** The leaves in the order of the document. An array of scalars is one leaf; an empty object or array has none. */
    static Map<String, String> leaves(JsonNode document) {
        Map<String, String> leaves = new LinkedHashMap<>();
        add("", document, leaves);
        return leaves;
    }

    private static void add(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(join(path, field.getKey()), field.getValue(), leaves));
        } else if (node.isArray()) {
            addArray(path, node, leaves);
        } else if (!node.isNull()) {
            leaves.put(path, node.asText());
        }
    }

    private static void addArray(String path, JsonNode array, Map<String, String> leaves) {
        List<String> scalars = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.path(i);
            if (element.isContainerNode()) {
                add(join(path, Integer.toString(i + 1)), element, leaves);
            } else {
                scalars.add(element.asText());
            }
        }
        if (!scalars.isEmpty()) {
            leaves.put(path, String.join(", ", scalars));
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The paths whose texts differ, or that only some documents have, in the order in which they are first met. */
    static List<String> differing(List<Map<String, String>> documents) {
        return documents.stream()
                .flatMap(document -> document.keySet().stream())
                .distinct()
                .filter(path -> documents.stream()
                                .map(document -> Optional.ofNullable(document.get(path)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }
}
