package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.initbench.analysis.StartContrast.Question;
import org.initbench.analysis.StartContrast.Verdict;

/** Distinct or random, one layer or all, copies or not, one seed or several: in words. */
final class ContrastWords {
    private static final String QUESTION = "Must weights be random, or merely different?";
    private static final double MOST = 0.8;

    private ContrastWords() {}

    static LaboratoryAnswer answer(List<StartContrast> all) {
        if (all.isEmpty()) {
            return LaboratoryAnswer.missing(
                    QUESTION, "weyl, linear-ramp or sine weights beside normal ones of the same standard deviation");
        }
        List<StartContrast> distinct = of(all, Question.DISTINCT);
        List<String> details = new ArrayList<>();
        for (Question question : Question.values()) {
            List<StartContrast> own = of(all, question);
            details.add(
                    own.isEmpty()
                            ? subject(question) + ": not measured; the study symmetry measures it."
                            : counts(question, own));
        }
        String brief = distinct.isEmpty()
                ? "Whether distinct weights are enough was not measured; of other starts see below."
                : verdict(distinct);
        return LaboratoryAnswer.of(QUESTION, brief, details);
    }

    private static String verdict(List<StartContrast> distinct) {
        int n = distinct.size();
        int never = count(distinct, contrast -> contrast.converged() == 0);
        int good = count(distinct, c -> c.verdict() == Verdict.ALIKE || c.verdict() == Verdict.FASTER);
        int slow = count(distinct, c -> c.verdict() == Verdict.SLOWER);
        String head = good >= MOST * n && slow == 0
                ? "Different is enough"
                : slow >= MOST * n && good == 0
                        ? "Different is not enough"
                        : good > 0 && slow > 0
                                ? "It depends on the network and on the rule: being different can be enough, but does not"
                                        + " always replace chance"
                                : "Undecided";
        return head + ": of " + Words.count(n, "comparison")
                + " with normal weights of the same standard deviation, weights"
                + " that differ by no chance took as long (to within a quarter) or less in " + good + ", longer in "
                + slow
                + (never > 0 ? " (in " + never + " they never learned)" : "") + ", and "
                + (n - good - slow) + " left it open.";
    }

    private static String counts(Question question, List<StartContrast> own) {
        List<String> parts = new ArrayList<>();
        part(parts, own, Verdict.ALIKE, "took as long, to within a quarter, in ");
        part(parts, own, Verdict.FASTER, "less in ");
        part(parts, own, Verdict.SLOWER, "longer in ");
        part(parts, own, Verdict.OPEN, "undecided in ");
        double[] known = own.stream()
                .map(c -> c.ratio().value())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double low = Arrays.stream(known).min().orElse(Double.NaN);
        double high = Arrays.stream(known).max().orElse(Double.NaN);
        int never = count(own, c -> c.converged() == 0);
        return subject(question) + ": of " + Words.count(own.size(), "comparison") + ", " + String.join("; ", parts)
                + (known.length == 0
                        ? ""
                        : ". Ratios of expected epochs reach from " + Words.number(low) + " to " + Words.number(high))
                + (never > 0
                        ? "; never learned: "
                                + LaboratoryWords.byTask(
                                        own.stream()
                                                .filter(c -> c.converged() == 0)
                                                .toList(),
                                        StartContrast::task,
                                        c -> Words.start(c.arm()))
                        : "")
                + " (95 % interval of each comparison; in so many some miss by chance).";
    }

    private static String subject(Question question) {
        return switch (question) {
            case DISTINCT -> "Distinct by no chance, against normal";
            case ONE_LAYER -> "One layer random and the others equal, against all random";
            case DUPLICATED -> "Units in equal copies, against different units";
            case SAME_SEED -> "The same random numbers in every layer, against different ones";
        };
    }

    private static void part(List<String> parts, List<StartContrast> own, Verdict verdict, String text) {
        List<StartContrast> such =
                own.stream().filter(c -> c.verdict() == verdict).toList();
        if (!such.isEmpty()) {
            String tasks =
                    Words.list(such.stream().map(StartContrast::task).distinct().toList());
            parts.add(text + such.size() + " (" + tasks + ")");
        }
    }

    private static List<StartContrast> of(List<StartContrast> all, Question question) {
        return all.stream().filter(c -> c.question() == question).toList();
    }

    private static int count(List<StartContrast> all, Predicate<StartContrast> which) {
        return (int) all.stream().filter(which).count();
    }
}
