package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.analysis.StartContrast.Question;
import org.initbench.analysis.StartContrast.Verdict;

/** Distinct or random, one layer or all, copies or not, one seed or several: in words. */
final class ContrastWords {
    private static final String QUESTION = "Must weights be random, or merely different?";
    private static final double MOST = 0.8;
    private static final double MISSES = 1 - Estimates.CONFIDENCE;

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
        return head + ": in " + Words.count(n, "comparison")
                + " with normal weights of the same standard deviation, weights that differ by no chance took as long (to"
                + " within a quarter) or less in " + good + ", longer in " + slow
                + (never > 0 ? " (in " + never + " they never learned)" : "") + "; " + (n - good - slow)
                + " left it open. By rule, as long or less, longer, open: " + byRule(distinct) + ".";
    }

    private static String byRule(List<StartContrast> distinct) {
        return distinct.stream()
                .map(contrast -> contrast.arm().initializer())
                .distinct()
                .map(rule -> {
                    List<StartContrast> own = distinct.stream()
                            .filter(c -> c.arm().initializer().equals(rule))
                            .toList();
                    int good = count(own, c -> c.verdict() == Verdict.ALIKE || c.verdict() == Verdict.FASTER);
                    int slow = count(own, c -> c.verdict() == Verdict.SLOWER);
                    return rule + " " + good + ", " + slow + ", " + (own.size() - good - slow);
                })
                .collect(Collectors.joining("; "));
    }

    private static String counts(Question question, List<StartContrast> own) {
        List<String> parts = new ArrayList<>();
        part(parts, own, Verdict.ALIKE, "as long, to within a quarter, in ");
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
        return subject(question) + ", " + Words.count(own.size(), "comparison") + ": " + String.join("; ", parts)
                + (known.length == 0
                        ? ""
                        : ". Ratios of expected epochs reach from " + Words.number(low) + " to " + Words.number(high))
                + (never > 0 ? "; in " + never + " of them no run learned" : "")
                + copies(own) + "." + misses(own);
    }

    /** What chance alone does to as many intervals; an exact or undefined ratio has none. */
    private static String misses(List<StartContrast> own) {
        int intervals = count(own, c -> c.ratio().low() != null || c.ratio().high() != null);
        return intervals == 0
                ? ""
                : " Of " + Words.count(intervals, "interval") + " of 95 %, " + Words.number(MISSES * intervals)
                        + " are expected to miss by chance.";
    }

    /** Which starts turned out to be the same, and count once. */
    private static String copies(List<StartContrast> own) {
        List<StartContrast> such =
                own.stream().filter(c -> !c.copies().isEmpty()).toList();
        return such.isEmpty()
                ? ""
                : "; counted once, because their runs are the same: "
                        + LaboratoryWords.byHead(
                                such,
                                c -> Words.list(Stream.concat(Stream.of(c.arm()), c.copies().stream())
                                        .map(Words::start)
                                        .toList()),
                                StartContrast::task);
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
            parts.add(text + such.size() + ": "
                    + LaboratoryWords.byHead(such, c -> Words.start(c.arm()), StartContrast::task));
        }
    }

    private static List<StartContrast> of(List<StartContrast> all, Question question) {
        return all.stream().filter(c -> c.question() == question).toList();
    }

    private static int count(List<StartContrast> all, Predicate<StartContrast> which) {
        return (int) all.stream().filter(which).count();
    }
}
