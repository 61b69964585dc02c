package org.initbench.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trial that failed: its process threw, crashed or was killed. The study goes on without it.
 *
 * <p>The message is one line; {@link #transcript} has what JMH and the process printed last.
 */
final class TrialFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int TAIL = 4000;

    /** What a process throws, at the beginning of a line, without its package. */
    private static final Pattern THROWN =
            Pattern.compile("^(?:Caused by: )?(?:[a-z][\\w$]*\\.)+([A-Z][\\w$]*(?:Exception|Error)(?:: .*)?)$");

    private static final Pattern DIED = Pattern.compile("<(forked VM failed with exit code \\d+)>$");

    private static final Pattern DIED_BY_SIGNAL = Pattern.compile("forked VM failed with exit code (129|130|143)\\b");

    private final String transcript;

    private TrialFailure(String message, String transcript, Throwable cause) {
        super(message, cause);
        this.transcript = transcript;
    }

    /**
     * The failure that a transcript tells of.
     *
     * @param transcript what JMH and the process printed
     * @param cause what JMH made of it
     */
    static TrialFailure of(String transcript, Throwable cause) {
        return new TrialFailure(
                problem(transcript.lines().map(String::strip).toList(), String.valueOf(cause.getMessage())),
                transcript.substring(Math.max(0, transcript.length() - TAIL)),
                cause);
    }

    /** The innermost cause that was printed; else how the process ended; else what JMH says. */
    private static String problem(List<String> lines, String otherwise) {
        String thrown = "";
        String died = "";
        for (String line : lines) {
            Matcher exception = THROWN.matcher(line);
            Matcher exit = DIED.matcher(line);
            thrown = exception.matches() ? exception.group(1) : thrown;
            died = exit.find() ? exit.group(1) : died;
        }
        return !thrown.isEmpty() ? thrown : !died.isEmpty() ? died : otherwise;
    }

    /** Whether the process was asked to end, as by Ctrl-C: its exit code tells the signal. */
    boolean bySignal() {
        return DIED_BY_SIGNAL.matcher(transcript).find();
    }

    /** What JMH and the process printed last. */
    String transcript() {
        return transcript;
    }
}
