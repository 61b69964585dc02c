package org.initbench.run;

/**
 * A trial that failed: a row of {@code failures.csv}. What it had finished is kept; the rest of it is trained by another trial.
 *
 * @param time when, UTC, ISO 8601
 * @param trial what was measured: a task, or a timing
 * @param problem what was wrong, on one line
 */
public record Failure(String time, String trial, String problem) {

    private static final int LONGEST = 500;

    public Failure {
        problem = line(problem);
    }

    /** On one line, shortened where it is long; a failure always has words. */
    private static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.isEmpty()) {
            return "no reason was given";
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
