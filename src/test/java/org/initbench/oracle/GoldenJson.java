package org.initbench.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** What {@code golden.py} has written: cases by name, each with its arrays of numbers by name. */
final class GoldenJson {

    private final JsonNode root;

    private GoldenJson(JsonNode root) {
        this.root = root;
    }

    /** Reads a file that lies beside the script. */
    static GoldenJson read(String name) {
        try (InputStream in = Objects.requireNonNull(GoldenJson.class.getResourceAsStream(name), name)) {
            return new GoldenJson(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> cases() {
        List<String> names = new ArrayList<>();
        for (Iterator<String> i = root.fieldNames(); i.hasNext(); ) {
            names.add(i.next());
        }
        return names;
    }

    boolean has(String label, String quantity) {
        return node(label).has(quantity);
    }

    double number(String label, String quantity) {
        return required(label, quantity).doubleValue();
    }

    double[] array(String label, String quantity) {
        return doubles(required(label, quantity));
    }

    List<double[]> arrays(String label, String quantity) {
        List<double[]> arrays = new ArrayList<>();
        required(label, quantity).forEach(array -> arrays.add(doubles(array)));
        return arrays;
    }

    private JsonNode node(String label) {
        return Objects.requireNonNull(root.get(label), label);
    }

    private JsonNode required(String label, String quantity) {
        return Objects.requireNonNull(node(label).get(quantity), label + ": " + quantity);
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }
}
