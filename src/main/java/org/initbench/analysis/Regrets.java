package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.analysis.RegretAnalysis.Choice;
import org.initbench.analysis.RegretAnalysis.WithoutTask;
import org.initbench.common.Streams;
import org.initbench.run.Bundle;
import org.initbench.run.RateKind;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** The regrets of every rule of a study on its tasks, those apart that are mere controls. */
final class Regrets {
    private final Bundle bundle;
    private final List<TaskResult> taken;
    private final List<String> leftOut = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    /** Regret by rule and task, in the order of plan and study. */
    private final Map<Rule, List<TaskRegret>> regrets = new LinkedHashMap<>();

    private final double tail;

    /** What was run at the tasks' own rates. */
    private final Set<Run> run;

    private record Run(String task, Rule rule) {
        static Run of(RunRecord run) {
            Double scale = run.scale().isPresent() ? (Double) run.scale().getAsDouble() : null;
            return new Run(run.task(), new Rule(run.initializer(), run.scaleKind(), scale));
        }
    }

    private Regrets(Bundle bundle, List<TaskResult> networks) {
        this.bundle = bundle;
        this.taken = networks.stream().filter(this::taken).toList();
        this.tail = Cost.TAIL / Math.max(1, taken.size());
        bundle.study().arms().forEach(arm -> regrets.put(Rule.of(arm), new ArrayList<>()));
        run = bundle.runs().stream()
                .filter(r -> r.rateKind() == RateKind.TASK)
                .map(Run::of)
                .collect(Collectors.toUnmodifiableSet());
        taken.forEach(this::add);
    }

    /**
     * The regrets; null where they can be taken on no task.
     *
     * @param networks the tasks that are no mere controls
     */
    static @Nullable RegretAnalysis of(Bundle bundle, List<TaskResult> networks) {
        Regrets all = new Regrets(bundle, networks);
        return all.taken.isEmpty() ? null : all.analysis();
    }

    private boolean taken(TaskResult result) {
        boolean enough = CrossFit.replicates(
                                result.cells().stream().map(Cell::comparable).toList())
                        .length
                > 1;
        if (!result.learns()) {
            leftOut.add(result.task().name() + " (no start reached the threshold in half of its runs)");
        } else if (!enough) {
            leftOut.add(result.task().name() + " (fewer than two replicates)");
        }
        return result.learns() && enough;
    }

    private void add(TaskResult result) {
        String task = result.task().name();
        List<Sample> samples = result.cells().stream().map(Cell::comparable).toList();
        CrossFit fit = new CrossFit(samples, Streams.of(bundle.study().seed(), "regret", task));
        int choice = fit.choice();
        if (choice >= 0) {
            choices.add(new Choice(task, Rule.of(result.cells().get(choice).arm()), fit.share(choice)));
        }
        for (int c = 0; c < samples.size(); c++) {
            List<TaskRegret> own = regrets.get(Rule.of(result.cells().get(c).arm()));
            double regret = fit.regret(c);
            if (own != null && !Double.isNaN(regret)) {
                own.add(regret(task, regret, samples, c, Math.max(choice, 0)));
            }
        }
    }

    /**
     * Limits are those of the ratio to the best start, whichever it is. The lower limit of an infinite regret is that of the ratio to the
     * start that was chosen most often: correcting for the choice would leave nothing of it, and the doubt in the rule itself is larger.
     */
    private TaskRegret regret(String task, double regret, List<Sample> samples, int c, int choice) {
        Sample own = samples.get(c);
        if (Double.isInfinite(regret)) {
            double low = Contrast.cost(own, samples.get(choice), tail).low();
            return new TaskRegret(task, null, low, Double.POSITIVE_INFINITY, own.n());
        }
        List<Sample> others = IntStream.range(0, samples.size())
                .filter(i -> i != c)
                .mapToObj(samples::get)
                .toList();
        Limits limits = others.isEmpty()
                ? Limits.exact(1)
                : BestRatio.of(own, others, tail).limits();
        return new TaskRegret(task, regret, Math.min(regret, limits.low()), Math.max(regret, limits.high()), own.n());
    }

    private RegretAnalysis analysis() {
        List<RuleRegret> rules = regrets.entrySet().stream()
                .map(e -> RuleRegret.of(e.getKey(), e.getValue(), missing(e.getKey(), e.getValue()), taken.size()))
                .toList();
        List<String> tasks = taken.stream().map(result -> result.task().name()).toList();
        List<WithoutTask> withoutOne = tasks.size() < 3
                ? List.of()
                : tasks.stream().map(task -> without(task, rules)).toList();
        RegretAnalysis numbers = new RegretAnalysis(
                CrossFit.SPLITS,
                1 - 2 * tail,
                tasks,
                leftOut,
                choices,
                rules,
                withoutOne,
                FolkNumbers.of(rules),
                List.of());
        return new RegretAnalysis(
                numbers.splits(),
                numbers.confidence(),
                numbers.tasks(),
                numbers.leftOut(),
                numbers.choices(),
                numbers.rules(),
                numbers.withoutOne(),
                numbers.folk(),
                RegretWords.sentences(numbers));
    }

    /** The tasks of the study, controls included, on which a rule was not run, or has too few runs for a regret. */
    private List<String> missing(Rule rule, List<TaskRegret> regrets) {
        Predicate<TaskDescription> lacking = task -> {
            boolean asked = taken.stream().anyMatch(t -> t.task().name().equals(task.name()));
            return !run.contains(new Run(task.name(), rule))
                    || (asked && regrets.stream().noneMatch(r -> r.task().equals(task.name())));
        };
        return bundle.study().tasks().stream()
                .filter(lacking)
                .map(TaskDescription::name)
                .toList();
    }

    private static WithoutTask without(String task, List<RuleRegret> rules) {
        Optional<RuleRegret> byWorst = least(
                rules,
                rule -> RuleRegret.worst(rule.without(task))
                        .map(TaskRegret::size)
                        .orElse(Double.POSITIVE_INFINITY));
        Optional<RuleRegret> byMean = least(rules, rule -> RuleRegret.geometricMean(rule.without(task)));
        return new WithoutTask(
                task,
                byWorst.map(RuleRegret::rule).orElse(null),
                byWorst.flatMap(rule -> rule.on(task)).orElse(null),
                byMean.map(RuleRegret::rule).orElse(null),
                byMean.flatMap(rule -> rule.on(task)).orElse(null));
    }

    /** The rule with the least finite number among those that were run on every task, the first of equals. */
    static Optional<RuleRegret> least(List<RuleRegret> rules, ToDoubleFunction<RuleRegret> number) {
        return rules.stream()
                .filter(rule -> rule.universality() != Universality.NOT_EVERYWHERE)
                .filter(rule -> Double.isFinite(number.applyAsDouble(rule)))
                .min(Comparator.comparingDouble(number));
    }
}
