package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;

/** How a claim stands, in a phrase: {@code undecided (measured on 4 of 15 tasks: for it on all 4)}. */
final class Standing {
    private static final List<TaskVerdict> ORDER =
            List.of(TaskVerdict.FOR, TaskVerdict.AGAINST, TaskVerdict.EQUIVALENT, TaskVerdict.OPEN);

    private Standing() {}

    /**
     * The phrase.
     *
     * @param verdict the verdict
     * @param measured what the tasks that were measured say, at least one
     * @param tasks number of tasks that the verdict is taken over
     * @param noun what they are called, in the singular
     * @param pooled whether all of them together decide
     */
    static String phrase(Verdict verdict, List<TaskVerdict> measured, int tasks, String noun, boolean pooled) {
        boolean all = measured.size() == tasks;
        String on = all ? "" : "measured on " + measured.size() + " of " + count(tasks, noun);
        String says = pooled ? together(measured, tasks, noun, all) : says(measured, all ? noun : "");
        return word(verdict) + " (" + on + (on.isEmpty() || says.isEmpty() ? "" : ": ") + says + ")";
    }

    /** A verdict as a word. */
    static String word(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "supported";
            case REFUTED -> "refuted";
            case DEPENDS -> "it depends";
            case UNDECIDED -> "undecided";
        };
    }

    /** {@code 1 task}, {@code 3 pairs of tasks}. */
    static String count(int n, String noun) {
        return n + " " + (n == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        return noun.contains("pair") ? noun.replace("pair", "pairs") : noun + "s";
    }

    private static String together(List<TaskVerdict> measured, int tasks, String noun, boolean all) {
        long against = measured.stream().filter(v -> v == TaskVerdict.AGAINST).count();
        List<String> parts = new ArrayList<>();
        if (all) {
            parts.add(tasks == 1 ? "on its only " + noun : count(tasks, noun) + " together");
        }
        if (against > 0) {
            parts.add("against it on " + against);
        }
        return String.join(", ", parts);
    }

    /** What they say; the noun is left out if it has been said. */
    private static String says(List<TaskVerdict> measured, String noun) {
        int n = measured.size();
        List<String> parts = new ArrayList<>();
        for (TaskVerdict verdict : ORDER) {
            int own = (int) measured.stream().filter(v -> v == verdict).count();
            if (own == n) {
                return phrase(verdict) + " " + everywhere(n, noun);
            }
            if (own > 0) {
                boolean first = parts.isEmpty() && !noun.isEmpty();
                parts.add(phrase(verdict) + " on " + own + (first ? " of " + count(n, noun) : ""));
            }
        }
        return String.join(", ", parts);
    }

    private static String everywhere(int n, String noun) {
        if (n == 1) {
            return noun.isEmpty() ? "there" : "on its only " + noun;
        }
        String which = n == 2 ? "on both" : "on all " + n;
        return noun.isEmpty() ? which : which + " " + plural(noun);
    }

    private static String phrase(TaskVerdict verdict) {
        return switch (verdict) {
            case FOR -> "for it";
            case AGAINST -> "against it";
            case EQUIVALENT -> "no difference that matters";
            case OPEN -> "open";
            case SAME -> "nothing to compare";
        };
    }
}
