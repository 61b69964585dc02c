package org.initbench.common;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Messages about names that nobody knows. */
public final class Suggestions {
    /** Below this Jaro–Winkler similarity a known name is no likely meaning of an unknown one. */
    private static final double LIKELY = 0.8;

    private static final int LISTED = 60;

    /** Letters of a name that is shown and compared: a longer one is no slip of the pen. */
    private static final int LONGEST = 200;

    private static final Pattern CONSONANT_Y = Pattern.compile("[^aeiou]y$");

    private Suggestions() {}

    /**
     * Says that a name is unknown, which known one may be meant, and which are known.
     *
     * @param kind what is named, in the singular, such as {@code task}
     * @param name the unknown name
     * @param known the known names, in the order in which they are listed
     */
    public static String unknown(String kind, String name, Collection<String> known) {
        String meant =
                closest(name, known).map(k -> "; did you mean '" + k + "'?").orElse(".");
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
        return "unknown " + kind + " '" + shown + "'" + meant + " " + list(kind, known);
    }

    /** The known name most like the given one, if any is alike at all; case does not matter. */
    public static Optional<String> closest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(k -> similarity(name, k) >= LIKELY)
                .max(Comparator.comparingDouble(k -> similarity(name, k)));
    }

    private static double similarity(String a, String b) {
        return new JaroWinklerSimilarity().apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }

    private static String list(String kind, Collection<String> known) {
        if (known.isEmpty()) {
            return "No " + kind + " is known.";
        }
        List<String> shown = known.stream().limit(LISTED).toList();
        String more = known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "";
        return "Known " + plural(kind) + ": " + String.join(", ", shown) + more;
    }

    private static String plural(String kind) {
        return CONSONANT_Y.matcher(kind).find() ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
    }
}
