package org.initbench.hypothesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hypotheses that this version of the program ships, and the shipped studies that measure them. */
public final class ShippedHypotheses {
    private static final Hypotheses ALL =
            new HypothesesParser(HypothesesReader.FILE, Names.ANY).parse(resource(HypothesesReader.FILE));
    private static final Map<String, String> STUDIES = resource("measured-by.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(Collectors.toUnmodifiableMap(fields -> fields[0], fields -> fields[1]));

    private ShippedHypotheses() {}

    /** All of them. */
    public static Hypotheses all() {
        return ALL;
    }

    /** The shipped study that has both arms of a hypothesis on every one of its tasks; empty if the id is none of the shipped ones. */
    public static Optional<String> study(String id) {
        return Optional.ofNullable(STUDIES.get(id));
    }

    private static String resource(String name) {
        try (InputStream in = ShippedHypotheses.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program's own file " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + name + " cannot be read", e);
        }
    }
}
