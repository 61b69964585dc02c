package org.initbench.analysis;

/**
 * What each verdict on a question means, in sentences that were fixed before anything was measured.
 *
 * @param supported said where the statement on which the verdict is was supported
 * @param refuted where it was refuted
 * @param depends where it holds on some tasks only
 * @param undecided where none of these was shown
 */
record QuestionReplies(String supported, String refuted, String depends, String undecided) {

    /** The reply that belongs to a verdict. */
    String to(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> supported;
            case REFUTED -> refuted;
            case DEPENDS -> depends;
            case UNDECIDED -> undecided;
        };
    }

    /** The replies to a question. */
    static QuestionReplies of(Question question) {
        return switch (question) {
            case WHY_RANDOM ->
                new QuestionReplies(
                        "Because units that start equal get equal gradients and stay equal: random weights learn faster than weights"
                                + " that are all equal.",
                        "Nothing speaks for chance here: weights that are all equal learn as fast as random ones.",
                        "It depends on the network: on some, weights that are all equal learn as fast as random ones.",
                        "It is open whether random weights learn faster than weights that are all equal.");
            case NEAR_THE_SOLUTION ->
                new QuestionReplies(
                        "Nearness counts: of starts of the same size, those with the smaller loss learn sooner.",
                        "Yes, there is more to it: of starts of the same size, those with the smaller loss do not learn sooner.",
                        "It depends on the network whether, of starts of the same size, those with the smaller loss learn sooner.",
                        "It is open whether, of starts of the same size, those with the smaller loss learn sooner.");
            case ZERO ->
                new QuestionReplies(
                        "No: in networks with a hidden layer random weights learn faster than zero.",
                        "In networks with a hidden layer zero is as good as random weights, or better.",
                        "It depends on the network: in some with a hidden layer zero is as good as random weights.",
                        "It is open whether random weights learn faster than zero.");
            case MERELY_DIFFERENT ->
                new QuestionReplies(
                        "Different is enough: weights that differ by no chance take as long as random ones.",
                        "It matters: weights that differ by no chance do not take as long as random ones.",
                        "It depends on the network: weights that differ by no chance take as long as random ones on some, not on"
                                + " others.",
                        "It is open whether weights that differ by no chance take as long as random ones.");
            case GAP ->
                new QuestionReplies(
                        "Yes: the largest distance between two units grows.",
                        "No: the largest distance between two units does not grow by as much as would matter.",
                        "It depends on the network: the largest distance between two units grows in some, not in others.",
                        "It is open whether the largest distance between two units grows.");
            case HOW_SMALL ->
                new QuestionReplies(
                        "Normal weights of 0.1 learn faster than those of 0.01.",
                        "Normal weights of 0.1 do not learn faster than those of 0.01.",
                        "It depends on the network whether normal weights of 0.1 learn faster than those of 0.01.",
                        "It is open whether normal weights of 0.1 learn faster than those of 0.01.");
            case KINDS ->
                new QuestionReplies(
                        "Hardly: on every kind a standard deviation of 0.1 is as good as the best.",
                        "Kinds differ: a standard deviation of 0.1 is worse than the best.",
                        "Kinds differ: a standard deviation of 0.1 is as good as the best on some, not on others.",
                        "It is open whether a standard deviation of 0.1 is as good as the best on every kind.");
            case MAGIC_NUMBER ->
                new QuestionReplies(
                        "Yes, among these tasks: one of the numbers that people use is as good as the best start of each.",
                        "No: none of the numbers that were tried is as good as the best start of every task.",
                        "It depends on the task.",
                        "None of the numbers that were tried was shown to be as good as the best start of every task, though not"
                                + " every one is ruled out.");
            case UNIFORM_OR_NORMAL ->
                new QuestionReplies(
                        "Either: uniform weights take as long as normal ones of the same standard deviation.",
                        "It matters: uniform weights do not take as long as normal ones of the same standard deviation.",
                        "It depends on the network: uniform weights take as long as normal ones on some, not on others.",
                        "It is open whether uniform weights take as long as normal ones of the same standard deviation.");
            case STILL_MATTERS ->
                new QuestionReplies(
                        "Yes: in most of these cases the scale of the weights matters, too.",
                        "No: with these the scale of the weights no longer matters.",
                        "It depends: with some of these the scale of the weights matters, with others it does not.",
                        "It is open for too many of these whether the scale of the weights still matters.");
        };
    }
}
