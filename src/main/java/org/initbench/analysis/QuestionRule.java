package org.initbench.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a question is answered.
 *
 * @param reading how its verdict follows from those on the claims that decide it
 * @param deciding names of these claims, the leading one first; empty for all that belong to it
 * @param studies shipped studies that are made for it, the best first
 * @param asked the questions of {@code hypotheses.yaml} whose claims bear on it
 */
record QuestionRule(Reading reading, List<String> deciding, List<String> studies, List<String> asked) {

    QuestionRule {
        deciding = List.copyOf(deciding);
        studies = List.copyOf(studies);
        asked = List.copyOf(asked);
    }

    /** How the verdict on a question follows from the verdicts on its claims. */
    enum Reading {
        /** It is that on the claim that leads. */
        LEADING,
        /** Supported where any claim is, refuted where each is contradicted on some task. */
        ANY,
        /** The rule of a single claim, with claims for tasks, on the statement that none of them holds. */
        NONE_OF
    }

    /** Whether a claim of this question decides it. */
    boolean decidedBy(String claim) {
        return deciding.isEmpty() || deciding.contains(claim);
    }

    /** How well a study suits the question: 0 for the best, the largest for those that are not made for it. */
    int rank(String study) {
        int place = studies.indexOf(study);
        return place < 0 ? studies.size() : place;
    }

    /** The question to which a question of a hypothesis belongs; empty if to none. */
    static Optional<Question> questionOf(String asked) {
        return Arrays.stream(Question.values())
                .filter(question -> of(question).asked.contains(asked))
                .findFirst();
    }

    /** The rule of a question. */
    static QuestionRule of(Question question) {
        return switch (question) {
            case WHY_RANDOM ->
                leading(
                        "random-start",
                        List.of("symmetry", "standard"),
                        "Why random?",
                        "Does an all-equal start learn slowly, or end where a network of one unit ends?",
                        "Does breaking the symmetry make learning faster?");
            case NEAR_THE_SOLUTION ->
                leading(
                        "near-the-solution",
                        List.of("standard", "symmetry"),
                        "Is there more to it than the hope of starting near the solution?");
            case ZERO ->
                leading(
                        "zero",
                        List.of("standard", "symmetry", "normalization"),
                        "Would zero not be better?",
                        "Where is zero harmless?");
            case MERELY_DIFFERENT ->
                leading(
                        "merely-different",
                        List.of("symmetry", "standard"),
                        "Must it be random, or merely different?",
                        "Must every layer be random?",
                        "How small a difference is enough?",
                        "Does it matter if every layer draws the same random numbers?");
            case GAP ->
                leading(
                        "gap-widens",
                        List.of("standard", "symmetry"),
                        "Does the gap between weights widen during training?");
            case HOW_SMALL ->
                leading(
                        "price-of-smallness",
                        List.of("standard", "full", "quick"),
                        "What does a decade too small cost?",
                        "What does a decade too large cost?");
            case KINDS ->
                leading(
                        "kinds-share-a-scale",
                        List.of("standard", "full", "depth"),
                        "How does it differ between kinds of networks?",
                        "Does it differ between widths?",
                        "Are schemes right where they belong?",
                        "Does depth need the right scale?",
                        "Does depth need the right activation?");
            case MAGIC_NUMBER ->
                new QuestionRule(
                        Reading.ANY,
                        List.of(),
                        List.of("standard", "full", "quick"),
                        List.of("Is there a magic number that works for all?"));
            case UNIFORM_OR_NORMAL ->
                leading(
                        "uniform-or-normal",
                        List.of("standard", "symmetry", "full"),
                        "Uniform or normal?",
                        "Truncated or normal?",
                        "Does the law matter at all?");
            case STILL_MATTERS ->
                new QuestionRule(
                        Reading.NONE_OF,
                        List.of(
                                "batch-normalization",
                                "layer-normalization",
                                "residual",
                                "adam",
                                "momentum",
                                "tuned-rate"),
                        List.of("normalization", "optimizers", "standard"),
                        List.of(
                                "Does it still matter with batch normalization?",
                                "Does it still matter with layer normalization?",
                                "Does it still matter with residual branches?",
                                "Does normalization help where weights are too small?",
                                "Does it still matter with Adam?",
                                "Does it still matter with momentum?",
                                "Does it still matter when the learning rate is tuned?"));
        };
    }

    private static QuestionRule leading(String claim, List<String> studies, String... asked) {
        return new QuestionRule(Reading.LEADING, List.of(claim), studies, List.of(asked));
    }
}
