package org.initbench.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The questions that people ask of initial weights, in the order in which they are answered. */
public enum Question {
    /** Whether equal starts learn, where they end, and what breaking the symmetry is worth. */
    WHY_RANDOM("Why random?"),
    /** Whether starts that begin nearer to their end learn sooner. */
    NEAR_THE_SOLUTION("Is there more to it than the hope of starting near the solution?"),
    /** What becomes of zero, and where it does no harm. */
    ZERO("Would zero be better?"),
    /** Whether weights that differ by no chance, or by very little, are enough. */
    MERELY_DIFFERENT("Must it be random, or merely different?"),
    /** Whether units move apart. */
    GAP("Does the gap between weights widen during training?"),
    /** The best scales, and the price of a decade too small or too large. */
    HOW_SMALL("How small: 10 to the power of what?"),
    /** Whether kinds, widths and depths of networks agree. */
    KINDS("How does it differ between kinds of networks?"),
    /** Whether one rule is as good as the best start of every task. */
    MAGIC_NUMBER("Is there a magic number that works for all?"),
    /** Whether the law of the weights matters at equal variance. */
    UNIFORM_OR_NORMAL("Uniform or normal?"),
    /** Whether normalization, residual branches, optimizers or a tuned rate make the scale irrelevant. */
    STILL_MATTERS("Does it still matter with batch normalization, residuals, Adam, a tuned learning rate?");

    private final String title;

    Question(String title) {
        this.title = title;
    }

    /** The question as people ask it. */
    public String title() {
        return title;
    }

    /** The question of that name; empty if it is none of these. */
    public static Optional<Question> of(String id) {
        return Arrays.stream(values())
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /** A name for links: {@code why-random}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
