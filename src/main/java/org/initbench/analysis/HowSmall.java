package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.run.Outcome;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** How small the weights should be, over all tasks of a study, as standard deviation and as normalized gain. */
final class HowSmall {
    /** Half a step of the grid, as a factor: two spreads that differ by less are called alike. */
    private static final double HALF_STEP = Math.pow(10, 0.25);

    private final List<Found> deep;
    private final List<Found> linear;

    /** The best scales of one task. */
    private record Found(TaskResult result, double best, BestSet set) {
        TaskDescription task() {
            return result.task();
        }

        /** Standard deviation times √fan-in at the best scale, geometric mean over the drawn matrices. */
        double normalized() {
            double logs = task().drawnMatrices().stream()
                    .mapToInt(MatrixDescription::fanIn)
                    .mapToDouble(fanIn -> 0.5 * Math.log(fanIn))
                    .average()
                    .orElse(0);
            return best * Math.exp(logs);
        }
    }

    private HowSmall(List<Found> found) {
        this.deep = found.stream().filter(f -> f.task().hiddenLayers() > 0).toList();
        this.linear = found.stream().filter(f -> f.task().hiddenLayers() == 0).toList();
    }

    static HowSmall of(List<TaskResult> results) {
        List<Found> found = new ArrayList<>();
        for (TaskResult result : results) {
            result.response(TaskAnswer.FAMILY).map(ScaleResponse::byErt).ifPresent(set -> {
                Double best = set.best();
                if (best != null) {
                    found.add(new Found(result, best, set));
                }
            });
        }
        return new HowSmall(found);
    }

    /** The answer for networks with a hidden layer; none if no such network has a best scale. */
    Optional<String> withHiddenLayer() {
        return deep.isEmpty()
                ? Optional.empty()
                : Optional.of("How small: " + about(deep) + (lowest() == highest() ? "" : ", depending on the network")
                        + ". There lies the standard deviation of " + TaskAnswer.FAMILY + " weights from which "
                        + Words.count(deep.size(), "network") + " with a hidden layer learned fastest, "
                        + uncertainty() + "." + kinds() + misfits());
    }

    /** The answer for networks with a hidden layer in a sentence; none if no such network has a best scale. */
    Optional<String> brief() {
        return deep.isEmpty()
                ? Optional.empty()
                : Optional.of("About " + about(deep) + (lowest() == highest() ? "" : ", depending on the network")
                        + ": the standard deviation of " + TaskAnswer.FAMILY + " weights from which "
                        + Words.count(deep.size(), "network") + " with a hidden layer learned fastest.");
    }

    /** What {@link #brief} leaves out: uncertainty, kinds, networks that do not take every value between. */
    List<String> numbers() {
        return deep.isEmpty()
                ? List.of()
                : Stream.of(
                                Words.capitalized(uncertainty()) + ".",
                                kinds().strip(),
                                misfits().strip())
                        .filter(sentence -> !sentence.isEmpty())
                        .toList();
    }

    /** The answer for networks without a hidden layer; none if no such network has a best scale. */
    Optional<String> withoutHiddenLayer() {
        return linear.isEmpty()
                ? Optional.empty()
                : Optional.of("Without a hidden layer "
                        + Words.list(linear.stream().map(HowSmall::linearText).toList()) + ".");
    }

    private static String about(List<Found> found) {
        return Words.range(
                found.stream().mapToDouble(Found::best).min().orElseThrow(),
                found.stream().mapToDouble(Found::best).max().orElseThrow());
    }

    private double lowest() {
        return deep.stream().mapToDouble(Found::best).min().orElseThrow();
    }

    private double highest() {
        return deep.stream().mapToDouble(Found::best).max().orElseThrow();
    }

    /** The networks that an end of the range does not suit; empty where every best scale is the same. */
    private String misfits() {
        if (lowest() == highest()) {
            return "";
        }
        String text = Stream.of(lowest(), highest())
                .map(this::misfits)
                .filter(misfit -> !misfit.isEmpty())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "" : " But not every network takes every value between: " + text + ".";
    }

    private String misfits(double scale) {
        List<String> slow = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (Found found : deep) {
            found.result().cell(TaskAnswer.FAMILY, scale).ifPresent(cell -> {
                if (cell.count(Outcome.CONVERGED) == 0) {
                    never.add(found.task().name());
                } else if (found.result().summary(cell).rating() == Rating.BAD) {
                    slow.add(found.task().name());
                }
            });
        }
        List<String> told = new ArrayList<>();
        if (!slow.isEmpty()) {
            told.add(Words.list(slow) + " took more than " + Words.number(CellSummaries.GOOD_LIMIT)
                    + " times as long as from " + (slow.size() == 1 ? "its" : "their") + " fastest start");
        }
        if (!never.isEmpty()) {
            told.add(Words.list(never) + " never learned");
        }
        return told.isEmpty() ? "" : "at " + Words.power(scale) + " " + String.join(", and ", told);
    }

    /** The best scales by kind of network, where there is more than one kind. */
    private String kinds() {
        Map<String, List<Found>> kinds = deep.stream()
                .collect(Collectors.groupingBy(f -> f.task().kind(), LinkedHashMap::new, Collectors.toList()));
        if (kinds.size() < 2) {
            return "";
        }
        List<String> texts = new ArrayList<>();
        kinds.forEach((kind, own) -> {
            double low = own.stream().mapToDouble(Found::best).min().orElseThrow();
            double high = own.stream().mapToDouble(Found::best).max().orElseThrow();
            texts.add(kind
                    + (own.size() > 1 ? "s " : " ")
                    + Words.power(low)
                    + (low == high ? "" : " to " + Words.power(high)));
        });
        return " By kind: " + String.join(", ", texts) + ".";
    }

    private String uncertainty() {
        double least =
                deep.stream().mapToDouble(f -> limit(f.set().low(), f)).min().orElseThrow();
        double most =
                deep.stream().mapToDouble(f -> limit(f.set().high(), f)).max().orElseThrow();
        boolean below = deep.stream().anyMatch(f -> f.set().openBelow());
        boolean above = deep.stream().anyMatch(f -> f.set().openAbove());
        return "with " + (deep.size() == 1 ? "its" : "their") + " uncertainty from " + Words.power(least)
                + (below ? " or less" : "") + " to " + Words.power(most) + (above ? " or more" : "");
    }

    private static double limit(@Nullable Double limit, Found found) {
        return Objects.requireNonNullElse(limit, found.best());
    }

    private static String linearText(Found found) {
        double high = limit(found.set().high(), found);
        String name = found.task().name();
        if (found.set().openAbove()) {
            return "no size was shown to be too large for " + name;
        }
        return found.set().openBelow()
                ? "anything up to " + Words.scale(high) + " served " + name + " as well as the best"
                : "the best for " + name + " was about "
                        + Words.range(limit(found.set().low(), found), high);
    }

    /** Whether std·√fan-in brings the tasks closer together than std; none for fewer than two tasks with a hidden layer. */
    Optional<String> normalized() {
        if (deep.size() < 2) {
            return Optional.empty();
        }
        double low = deep.stream().mapToDouble(Found::normalized).min().orElseThrow();
        double high = deep.stream().mapToDouble(Found::normalized).max().orElseThrow();
        double plain = deep.stream().mapToDouble(Found::best).max().orElseThrow()
                / deep.stream().mapToDouble(Found::best).min().orElseThrow();
        double scaled = high / low;
        boolean alike = scaled * HALF_STEP > plain && plain * HALF_STEP > scaled;
        String verdict = (alike ? "hardly " : "") + (scaled <= plain ? "closer together" : "further apart");
        return Optional.of("As normalized gain σ_w = std·√fan-in (geometric mean over the layers) the best of these"
                + " networks are " + Words.number(low) + " to " + Words.number(high) + ", " + verdict
                + " than as std: a factor of " + Words.number(scaled) + " against " + Words.number(plain) + ".");
    }
}
