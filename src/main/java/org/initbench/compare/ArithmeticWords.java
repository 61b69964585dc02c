package org.initbench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initbench.run.Environment;

/** In which parts the arithmetic of environments differs, in plain words: as their fingerprints, digests of fixed computations, tell. */
final class ArithmeticWords {
    /** What follows the part in the name of a computation. */
    private static final String VARIANT = "_float\\d+(_\\d+)?$";

    private static final List<String> PLAIN_JAVA = List.of("generator", "strict_math", "initial_weights");

    /** Parts by the names of their computations, in the order in which they are told. */
    private static final Map<String, String> PARTS = parts();

    private ArithmeticWords() {}

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("generator", "random numbers");
        parts.put("strict_math", "functions of Java");
        parts.put("initial_weights", "initial weights");
        parts.put("matrix_product", "matrix products");
        parts.put("matrix_product_transposed", "products of a transposed matrix");
        parts.put("matrix_vector_product", "products of a matrix and a vector");
        parts.put("sum", "sums");
        parts.put("exp", "exp");
        parts.put("tanh", "tanh");
        parts.put("sigmoid", "sigmoid");
        parts.put("onednn_tanh", "tanh of oneDNN, which training does not use");
        parts.put("softmax", "softmax");
        parts.put("softplus", "softplus");
        parts.put("reciprocal_root", "reciprocals of roots");
        parts.put("training", "short trainings");
        return parts;
    }

    /** A part: how many of its computations differ, of how many. */
    private record Part(String key, int differing, int all) {
        static Part of(String key, List<Map<String, String>> fingerprints) {
            List<String> names = fingerprints.get(0).keySet().stream()
                    .filter(name -> part(name).equals(key))
                    .toList();
            long differing = names.stream()
                    .filter(name -> fingerprints.stream()
                                    .map(fingerprint -> fingerprint.get(name))
                                    .distinct()
                                    .count()
                            > 1)
                    .count();
            return new Part(key, (int) differing, names.size());
        }

        String words() {
            String words = PARTS.getOrDefault(key, key);
            return differing == 0 || differing == all ? words : words + " (" + differing + " of " + all + ")";
        }
    }

    private static String part(String name) {
        return name.replaceFirst(VARIANT, "");
    }

    /** A sentence; empty unless all environments have fingerprints. */
    static Optional<String> of(List<Environment> environments) {
        List<Map<String, String>> fingerprints = common(environments);
        List<Part> parts = keys(fingerprints.get(0).keySet()).stream()
                .map(key -> Part.of(key, fingerprints))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Part> differing =
                parts.stream().filter(part -> part.differing() > 0).toList();
        List<Part> same = parts.stream().filter(part -> part.differing() == 0).toList();
        if (differing.isEmpty()) {
            return Optional.of("Arithmetic: all " + fingerprints.get(0).size()
                    + " fixed computations come out the same to the last bit"
                    + (reference(environments) ? "." : ", but not the reference computation."));
        }
        return Optional.of("Arithmetic: of fixed computations these come out differently: " + list(differing)
                + (same.isEmpty() ? "." : "; these the same: " + list(same) + ".") + impossible(differing));
    }

    /** Whether the reference computation comes out the same. */
    private static boolean reference(List<Environment> environments) {
        return environments.stream()
                        .map(Environment::referenceDigest)
                        .distinct()
                        .count()
                == 1;
    }

    /** The fingerprints, each with the computations that all of them have. */
    private static List<Map<String, String>> common(List<Environment> environments) {
        List<Map<String, String>> fingerprints = new ArrayList<>();
        for (Environment environment : environments) {
            Map<String, String> own = new LinkedHashMap<>(environment.fingerprint());
            environments.forEach(
                    other -> own.keySet().retainAll(other.fingerprint().keySet()));
            fingerprints.add(own);
        }
        return fingerprints;
    }

    /** Parts of computations, known ones in their order and before the others. */
    private static List<String> keys(Set<String> names) {
        List<String> own =
                names.stream().map(ArithmeticWords::part).distinct().sorted().toList();
        List<String> keys = new ArrayList<>(PARTS.keySet());
        keys.retainAll(own);
        own.stream().filter(key -> !PARTS.containsKey(key)).forEach(keys::add);
        return keys;
    }

    private static String list(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::words).toList());
    }

    private static String impossible(List<Part> differing) {
        List<Part> plain = differing.stream()
                .filter(part -> PLAIN_JAVA.contains(part.key()))
                .toList();
        return plain.isEmpty()
                ? ""
                : " It must not happen that " + list(plain)
                        + " differ: plain Java computes them, alike on every machine.";
    }
}
