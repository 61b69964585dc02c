package org.initbench.init;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initbench.common.Digests;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The register of initializers: those listed here, those whose names have arguments, and the user's own, found as services on the
 * class path. To add one: implement {@link MatrixInitializer} or {@link Initializer}, add it to the list below.
 */
public final class Initializers {

    private static final List<Initializer> OWN = List.of(
            new Constant("zero", "every weight is 0", ScaleKind.NONE, 0),
            new Constant("constant", "every weight is the scale", ScaleKind.VALUE, 1),
            absolute("normal", "N(0, std²)", Distribution.NORMAL),
            absolute("uniform", "U(−std·√3, std·√3), whose standard deviation is std", Distribution.UNIFORM),
            absolute(
                    "truncated-normal",
                    "a normal law cut at two of its standard deviations, corrected: what is left has std",
                    Distribution.TRUNCATED_NORMAL),
            absolute("rademacher", "±std with equal odds", Distribution.RADEMACHER),
            absolute(
                    "gap-uniform",
                    "uniform on (−4a, −a) and (a, 4a), a = std/√7: neither too large nor too small",
                    Distribution.GAP_UNIFORM),
            scheme("lecun-normal", "N(0, 1/fan_in) (LeCun et al. 1998)", Distribution.NORMAL, (in, out) -> 1.0 / in),
            scheme("lecun-uniform", "U(±√(3/fan_in)) (LeCun et al. 1998)", Distribution.UNIFORM, (in, out) -> 1.0 / in),
            scheme(
                    "lecun-truncated-normal",
                    "truncated normal, variance 1/fan_in: what Keras and JAX call lecun_normal",
                    Distribution.TRUNCATED_NORMAL,
                    (in, out) -> 1.0 / in),
            scheme(
                    "glorot-normal",
                    "N(0, 2/(fan_in + fan_out)) (Glorot and Bengio 2010)",
                    Distribution.NORMAL,
                    (in, out) -> 2.0 / (in + out)),
            scheme(
                    "glorot-uniform",
                    "U(±√(6/(fan_in + fan_out))) (Glorot and Bengio 2010)",
                    Distribution.UNIFORM,
                    (in, out) -> 2.0 / (in + out)),
            scheme(
                    "glorot-truncated-normal",
                    "truncated normal, variance 2/(fan_in + fan_out): what Keras and JAX call glorot_normal",
                    Distribution.TRUNCATED_NORMAL,
                    (in, out) -> 2.0 / (in + out)),
            scheme("he-normal", "N(0, 2/fan_in) (He et al. 2015)", Distribution.NORMAL, (in, out) -> 2.0 / in),
            scheme("he-uniform", "U(±√(6/fan_in)) (He et al. 2015)", Distribution.UNIFORM, (in, out) -> 2.0 / in),
            scheme(
                    "he-truncated-normal",
                    "truncated normal, variance 2/fan_in: what Keras and JAX call he_normal",
                    Distribution.TRUNCATED_NORMAL,
                    (in, out) -> 2.0 / in),
            new PyTorchDefault(),
            new KerasDefault(),
            new FlaxDefault(),
            new Orthogonal(),
            new DeltaOrthogonal(),
            new Identity(),
            new Irnn(),
            new Sparse(false),
            new Sparse(true),
            new NguyenWidrow(),
            new Lsuv(),
            new Fixup(),
            new Gpt2(),
            new ZeroHadamard(),
            DistinctWeights.weyl(),
            DistinctWeights.ramp(),
            DistinctWeights.sine());

    private static @Nullable Map<String, Initializer> byName;

    /** Rules can be named within rules, but not without end. */
    private static final int LONGEST_NAME = 200;

    private Initializers() {}

    /**
     * All initializers whose names have no arguments, the user's own last.
     *
     * @throws UsageException if one of the user's cannot be used
     */
    public static List<Initializer> all() {
        return List.copyOf(index().values());
    }

    /** One initializer of each form of names with arguments: form and description by example. */
    public static List<Form> forms() {
        return Templates.ALL.stream()
                .map(t -> new Form(t.form(), t.description(), byName(t.example())))
                .toList();
    }

    /**
     * Names with arguments.
     *
     * @param form how they are written, such as {@code duplicated:UNITS:RULE}
     * @param description one sentence for people
     * @param example one of them
     */
    public record Form(String form, String description, Initializer example) {}

    /**
     * The initializer of that name.
     *
     * @throws UsageException if there is none, or an argument is wrong; the message names what would be right
     */
    public static Initializer byName(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new UsageException("initializer '" + name.substring(0, LONGEST_NAME) + "…' has a name of "
                    + name.length() + " letters; " + LONGEST_NAME + " at most");
        }
        Initializer initializer = index().get(name);
        if (initializer != null) {
            return initializer;
        }
        String word = name.split(":", -1)[0];
        for (Template template : Templates.ALL) {
            if (template.word().equals(word)) {
                Arguments arguments = new Arguments(name, template);
                Initializer parsed = template.parse().apply(arguments);
                arguments.end();
                return parsed;
            }
        }
        throw new UsageException(unknown(name, word));
    }

    private static String unknown(String name, String word) {
        if (index().containsKey(word)) {
            return "initializer '" + word + "' takes no arguments, so '" + name + "' has no meaning";
        }
        List<String> known = Stream.concat(
                        index().keySet().stream(), Templates.ALL.stream().map(Template::word))
                .distinct()
                .toList();
        return Suggestions.unknown("initializer", word, known) + "; your own are looked for in INITBENCH_CLASSPATH";
    }

    private static Initializer absolute(String name, String law, Distribution distribution) {
        return new IndependentWeights(name, law, ScaleKind.STD, distribution, (in, out) -> 1);
    }

    private static Initializer scheme(
            String name, String law, Distribution distribution, IndependentWeights.VarianceRule variance) {
        return new IndependentWeights(name, law, ScaleKind.GAIN, distribution, variance);
    }

    private static synchronized Map<String, Initializer> index() {
        Map<String, Initializer> index = byName;
        if (index == null) {
            List<Initializer> every = new ArrayList<>(OWN);
            every.addAll(services());
            index = new LinkedHashMap<>();
            for (Initializer initializer : every) {
                add(initializer, index);
            }
            byName = index;
        }
        return index;
    }

    private static void add(Initializer initializer, Map<String, Initializer> index) {
        String name = initializer.name();
        String owner = initializer.getClass().getName();
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new UsageException("initializer '" + name + "' (" + owner
                    + ") must be named by lower-case letters, digits and single dashes, a letter first");
        }
        boolean taken = Templates.ALL.stream().anyMatch(t -> t.word().equals(name) && !OWN.contains(initializer));
        if (taken || index.put(name, initializer) != null) {
            throw new UsageException("two initializers are called '" + name + "'; rename that of " + owner);
        }
    }

    /**
     * The user's own initializers, found as services on the class path: by name the class and the first digits of the SHA-256 of
     * its code, so that results of two versions are not taken for each other.
     *
     * @throws UsageException if one of them cannot be used
     */
    public static Map<String, String> ownCode() {
        Map<String, String> code = new TreeMap<>();
        for (Initializer initializer : services()) {
            Class<?> type = initializer.getClass();
            String file = "/" + type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getResourceAsStream(file)) {
                String digest = in == null ? "unknown" : Digests.shortForm(Digests.sha256(in));
                code.put(initializer.name(), type.getName() + " " + digest);
            } catch (IOException e) {
                throw new UsageException(
                        "the class of initializer '" + initializer.name() + "' cannot be read: " + e, e);
            }
        }
        return code;
    }

    private static List<Initializer> services() {
        try {
            return ServiceLoader.load(Initializer.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new UsageException("an initializer on the class path cannot be used: " + e.getMessage(), e);
        }
    }
}
