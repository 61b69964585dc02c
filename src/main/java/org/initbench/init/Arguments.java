package org.initbench.init;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;

/** The words that follow the first in an initializer's name, taken one after the other. */
final class Arguments {

    private static final String SEPARATOR = ":";
    private static final int LONGEST_PLAIN = 8;

    private final String name;
    private final Template template;
    private final List<String> words;
    private int next = 1;

    /**
     * Arguments.
     *
     * @param name the whole name, for messages
     * @param template what it is an instance of
     */
    Arguments(String name, Template template) {
        this.name = name;
        this.template = template;
        words = List.of(name.split(SEPARATOR, -1));
    }

    /** The next word; a message that shows the whole form if there is none. */
    private String word(String what) {
        if (next >= words.size()) {
            throw wrong("it lacks its " + what);
        }
        return words.get(next++);
    }

    /** A word out of a few. */
    <T> T choice(String what, List<T> known, Function<T, String> label) {
        String word = word(what);
        return known.stream()
                .filter(candidate -> label.apply(candidate).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(Suggestions.unknown(
                        what, word, known.stream().map(label).toList())));
    }

    /** A whole number of at least 1. */
    int count(String what) {
        String word = word(what);
        if (!word.matches("[1-9]\\d{0,5}")) {
            throw wrong(what + " '" + word + "' must be a whole number from 1");
        }
        return Integer.parseInt(word);
    }

    /** Takes the next word if it is this one. */
    boolean taken(String word) {
        boolean found = next < words.size() && words.get(next).equals(word);
        next += found ? 1 : 0;
        return found;
    }

    /** A finite number. */
    double number(String what) {
        String word = word(what);
        return parsed(word).orElseThrow(() -> wrong(what + " '" + word + "' must be a number, such as 0.1"));
    }

    /** A finite number if the next word is one, else empty. */
    Optional<Double> optionalNumber() {
        Optional<Double> number = next < words.size() ? parsed(words.get(next)) : Optional.empty();
        next += number.isPresent() ? 1 : 0;
        return number;
    }

    /** The rest, the name of another initializer. */
    Initializer rule() {
        if (next >= words.size()) {
            throw wrong("it lacks the rule that it draws by");
        }
        String rest = String.join(SEPARATOR, words.subList(next, words.size()));
        next = words.size();
        try {
            return Initializers.byName(rest);
        } catch (UsageException e) {
            throw new UsageException("initializer '" + name + "': " + e.getMessage(), e);
        }
    }

    /** Refuses words that nobody took. */
    void end() {
        if (next < words.size()) {
            throw wrong("'" + words.get(next) + "' is one word too many");
        }
    }

    UsageException wrong(String problem) {
        return new UsageException("initializer '" + name + "': " + problem + "; it is written " + template.form()
                + ", such as " + template.example());
    }

    private static Optional<Double> parsed(String word) {
        if (!word.matches("-?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?")) {
            return Optional.empty();
        }
        double value = Double.parseDouble(word);
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    /** A number as names hold it: {@code 0.1}, {@code 1e-15}. */
    static String canonical(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String plain = digits.toPlainString();
        return plain.length() <= LONGEST_PLAIN ? plain : digits.toString().toLowerCase(Locale.ROOT);
    }
}
