package org.initbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The method page's sentences, for tests that hold its numbers to those of the program. */
public final class MethodText {
    private MethodText() {}

    /**
     * The numbers of a phrase, which stands in the page exactly once.
     *
     * @param phrase the words, each number written as {@code #}; any white space between them
     */
    public static List<Double> numbers(String phrase) {
        String pattern = IntStream.range(0, phrase.split("#", -1).length)
                .mapToObj(i -> words(phrase.split("#", -1)[i]))
                .reduce((left, right) -> left + "(\\d+(?:\\.\\d+)?)" + right)
                .orElseThrow();
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(page()).results().toList();
        assertThat(found).as("'" + phrase + "' in reports/method.md").hasSize(1);
        return IntStream.rangeClosed(1, found.get(0).groupCount())
                .mapToObj(group -> Double.valueOf(found.get(0).group(group)))
                .toList();
    }

    private static String words(String text) {
        return text.isEmpty() ? "" : "\\Q" + text.replaceAll("\\s+", "\\\\E\\\\s+\\\\Q") + "\\E";
    }

    private static String page() {
        try {
            return Files.readString(Path.of(System.getProperty("initbench.root", ".."), "reports", "method.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
