package org.initbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.initbench.analysis.RegretAnalysis.FolkNumber;
import org.initbench.analysis.RegretAnalysis.WithoutTask;
import org.jspecify.annotations.Nullable;

/** Whether a magic number works for all, in sentences. */
final class RegretWords {
    private final RegretAnalysis regret;
    private final List<String> sentences = new ArrayList<>();

    private RegretWords(RegretAnalysis regret) {
        this.regret = regret;
    }

    /** The answer, the most important first. */
    static List<String> sentences(RegretAnalysis regret) {
        RegretWords words = new RegretWords(regret);
        words.universal();
        words.least();
        words.withoutOne();
        words.folk();
        words.leftOut();
        return List.copyOf(words.sentences);
    }

    /** The rule with the smallest worst regret, and how large that is. */
    static String least(RegretAnalysis regret) {
        RegretWords words = new RegretWords(regret);
        words.least();
        return words.sentences.get(0);
    }

    private List<RuleRegret> having(Universality universality) {
        return regret.rules().stream()
                .filter(rule -> rule.universality() == universality)
                .toList();
    }

    private void universal() {
        String good =
                "at most " + Words.number(CellSummaries.GOOD_LIMIT) + " times the epochs of the task's best start on "
                        + (regret.tasks().size() == 1
                                ? "the one task"
                                : "every one of " + regret.tasks().size() + " tasks");
        List<RuleRegret> shown = having(Universality.SHOWN);
        List<RuleRegret> open = having(Universality.OPEN);
        sentences.add((shown.isEmpty()
                        ? "No rule was shown to take " + good
                                + (open.isEmpty() ? "." : "; it cannot be ruled out for " + names(open) + ".")
                        : "Shown to take " + good + ": " + names(shown) + ".")
                + " Claims have margins of their own.");
        List<RuleRegret> missing = having(Universality.NOT_EVERYWHERE);
        if (!missing.isEmpty()) {
            sentences.add("Not run on every task, and therefore universal in no case: " + names(missing) + ".");
        }
    }

    private static String names(List<RuleRegret> rules) {
        return Words.list(rules.stream().map(rule -> rule.rule().words()).toList());
    }

    private void least() {
        Optional<RuleRegret> byWorst = Regrets.least(regret.rules(), RegretWords::worst);
        Optional<RuleRegret> byMean = Regrets.least(regret.rules(), RegretWords::mean);
        if (byWorst.isEmpty()) {
            sentences.add("Every rule that was run on all tasks fails altogether on at least one of them.");
        }
        byWorst.ifPresent(rule -> sentences.add(Words.capitalized(rule.rule().words())
                + " has the smallest worst regret: "
                + worstWords(rule) + ". " + Words.capitalized(number("geometric mean over the tasks", mean(rule)))
                + "."));
        byMean.filter(rule -> !rule.equals(byWorst.orElse(null)))
                .ifPresent(rule -> sentences.add(Words.capitalized(rule.rule().words())
                        + " has the smallest geometric mean, " + Words.number(mean(rule)) + ": " + worstWords(rule)
                        + "."));
    }

    private static double worst(RuleRegret rule) {
        TaskRegret worst = rule.worst();
        return worst == null ? Double.NaN : worst.size();
    }

    private static double mean(RuleRegret rule) {
        return Objects.requireNonNullElse(rule.geometricMean(), Double.POSITIVE_INFINITY);
    }

    private static String number(String what, double x) {
        return what + " " + Words.number(x);
    }

    private static String worstWords(RuleRegret rule) {
        TaskRegret worst = rule.worst();
        return worst == null ? "nowhere run" : "at worst, on " + worst.task() + ", " + times(worst);
    }

    /** A regret, such as {@code 1.9 times (1.5 to 2.4)}, {@code more than 8 times}, {@code never learns}. */
    static String times(TaskRegret regret) {
        Double value = regret.value();
        if (value == null) {
            return Double.isInfinite(regret.low())
                    ? "it never learns"
                    : "more than " + Words.down(regret.low()) + " times the best";
        }
        String interval = Words.interval(new Limits(value, regret.low(), regret.high()));
        return Words.number(value) + " times the best" + (interval.isEmpty() ? "" : " (" + interval + ")");
    }

    private void withoutOne() {
        cost("the smallest worst regret", WithoutTask::byWorst, WithoutTask::worstRegret);
        cost("the smallest geometric mean", WithoutTask::byMean, WithoutTask::meanRegret);
    }

    private interface Of<T> {
        @Nullable
        T of(WithoutTask without);
    }

    /** What the rule that is chosen on the other tasks costs on the one left out. */
    private void cost(String choice, Of<Rule> rule, Of<TaskRegret> onTask) {
        TaskRegret dearest = null;
        Rule chosen = null;
        for (WithoutTask without : regret.withoutOne()) {
            TaskRegret own = onTask.of(without);
            if (own != null && (dearest == null || own.size() > dearest.size())) {
                dearest = own;
                chosen = rule.of(without);
            }
        }
        if (dearest != null && chosen != null) {
            sentences.add("Whoever took the rule with " + choice
                    + " on all tasks but one would pay on that one, where it costs most (" + dearest.task() + ", from "
                    + chosen.words() + "): " + times(dearest) + ".");
        }
    }

    private void folk() {
        List<String> told = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (FolkNumber folk : regret.folk()) {
            Optional<RuleRegret> rule = rule(folk.rule());
            if (rule.isEmpty() || rule.get().tasks().isEmpty()) {
                missing.add(folk.name());
            } else {
                told.add(folk.name() + ": " + worstWords(rule.get()));
            }
        }
        if (!told.isEmpty()) {
            sentences.add("Numbers that people use. " + Words.capitalized(String.join("; ", told)) + ".");
        }
        if (!missing.isEmpty()) {
            sentences.add("Not run in this study: " + String.join(", ", missing) + ".");
        }
    }

    private Optional<RuleRegret> rule(@Nullable Rule wanted) {
        return regret.rules().stream().filter(r -> r.rule().equals(wanted)).findFirst();
    }

    private void leftOut() {
        if (!regret.leftOut().isEmpty()) {
            sentences.add("Left out: " + String.join("; ", regret.leftOut()) + ".");
        }
    }
}
