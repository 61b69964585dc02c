package org.initbench.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initbench.common.Located;
import org.initbench.common.Suggestions;
import org.initbench.run.ArmDescription;
import org.initbench.run.OtherRates;
import org.initbench.run.SkippedCell;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** Writes out what a study runs at other learning rates, or says what is wrong and where. */
final class RateResolver {

    /** Half decades around the task's own rate. */
    private static final List<Double> DEFAULT_GRID = List.of(0.1, 0.3162, 1.0, 3.162, 10.0);

    private static final int DEFAULT_REPLICATES = 3;
    private static final int MOST_REPLICATES = 1000;
    private static final double SMALLEST_FACTOR = 1e-6;
    private static final double LARGEST_FACTOR = 1e6;

    private final StudyResolver resolver;
    private final List<String> tasks;
    private final List<String> initializers;
    private final List<SkippedCell> skipped;

    /** What was asked for so far, to find what is asked for twice. */
    private final Set<List<Object>> seen = new HashSet<>();

    RateResolver(
            StudyResolver resolver, List<TaskDescription> tasks, List<ArmDescription> arms, List<SkippedCell> skipped) {
        this.resolver = resolver;
        this.tasks = tasks.stream().map(TaskDescription::name).toList();
        this.initializers =
                arms.stream().map(ArmDescription::initializer).distinct().toList();
        this.skipped = skipped;
    }

    List<OtherRates> resolve(@Nullable List<StudyFile.RateEntry> entries) {
        return entries == null ? List.of() : entries.stream().map(this::resolve).toList();
    }

    private OtherRates resolve(StudyFile.RateEntry entry) {
        List<Double> factors = entry.factors() == null ? List.of() : factors(entry.factors());
        List<Double> others = factors.stream().filter(factor -> factor != 1).toList();
        if (others.isEmpty() && entry.tuned() == null) {
            throw resolver.wrong(
                    entry.place(),
                    "'factors' names no other learning rate than the task's own, which is run anyway; try [0.3162, 3.162]");
        }
        OtherRates rates = new OtherRates(
                others,
                entry.tuned() == null ? null : tuning(entry.place(), entry.tuned()),
                chosen(entry.place(), entry.initializers(), "initializer", initializers),
                chosen(entry.place(), entry.tasks(), "task", tasks));
        requireNew(entry.place(), rates);
        return rates;
    }

    private OtherRates.Tuning tuning(Located place, StudyFile.TuningEntry entry) {
        List<Double> grid = entry.factors() == null
                ? DEFAULT_GRID
                : factors(entry.factors()).stream().sorted().toList();
        if (grid.size() < 2) {
            throw resolver.wrong(place, "'tuned' needs two factors or more to choose from");
        }
        return new OtherRates.Tuning(
                grid, resolver.integer(entry.replicates(), "replicates", DEFAULT_REPLICATES, MOST_REPLICATES));
    }

    private List<Double> factors(List<Located> scalars) {
        List<Double> factors = new ArrayList<>();
        for (Located scalar : scalars) {
            double factor = resolver.number(scalar, "factor");
            if (!(factor >= SMALLEST_FACTOR && factor <= LARGEST_FACTOR)) {
                throw resolver.wrong(
                        scalar,
                        "factor " + scalar.text() + " must be a number from " + SMALLEST_FACTOR + " to "
                                + LARGEST_FACTOR);
            }
            if (factors.contains(factor)) {
                throw resolver.wrong(scalar, "factor " + scalar.text() + " is listed twice");
            }
            factors.add(factor);
        }
        return factors;
    }

    /** The names that are listed, each of the study; all of them if there is no list. */
    private List<String> chosen(Located place, @Nullable List<Located> listed, String what, List<String> known) {
        if (listed == null) {
            return known;
        }
        if (listed.isEmpty()) {
            throw resolver.wrong(
                    place,
                    "learning_rate: '" + what + "s' is an empty list; name some, or leave '" + what
                            + "s' out for all of the study");
        }
        List<String> names = new ArrayList<>();
        for (Located name : listed) {
            if (!known.contains(name.text())) {
                throw resolver.wrong(
                        name, "learning_rate, not in this study: " + Suggestions.unknown(what, name.text(), known));
            }
            if (names.contains(name.text())) {
                throw resolver.wrong(name, what + " '" + name.text() + "' is listed twice");
            }
            names.add(name.text());
        }
        return names;
    }

    /** No cell may be asked for twice, and each entry must ask for one. */
    private void requireNew(Located place, OtherRates rates) {
        boolean any = false;
        for (String task : rates.tasks()) {
            for (String initializer : rates.initializers()) {
                if (skipped.stream()
                        .anyMatch(cell ->
                                cell.task().equals(task) && cell.initializer().equals(initializer))) {
                    continue;
                }
                any = true;
                for (double factor : rates.factors()) {
                    requireNew(place, task, initializer, factor);
                }
                if (rates.tuned() != null) {
                    requireNew(place, task, initializer, "tuned");
                }
            }
        }
        if (!any) {
            throw resolver.wrong(
                    place, "'learning_rate' concerns no cell: its initializers can start none of its tasks");
        }
    }

    private void requireNew(Located place, String task, String initializer, Object rate) {
        if (!seen.add(List.of(task, initializer, rate))) {
            String what = rate instanceof Double factor ? "factor " + factor : "tuned";
            throw resolver.wrong(
                    place,
                    "learning rate '" + what + "' is asked for twice for '" + initializer + "' on task '" + task + "'");
        }
    }
}
