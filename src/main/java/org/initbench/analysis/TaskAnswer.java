package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.analysis.ScaleResponse.Range;
import org.initbench.init.ScaleKind;
import org.initbench.run.Outcome;

/** The answer for one task in plain words, each sentence made from its numbers. */
final class TaskAnswer {
    /** The family whose scale is named first: the one that the study runs on the finest grid. */
    static final String FAMILY = "normal";

    private final TaskResult result;
    private final List<String> sentences = new ArrayList<>();

    private TaskAnswer(TaskResult result) {
        this.result = result;
    }

    /** Sentences, the most important first. */
    static List<String> of(TaskResult result, TaskInsight insight) {
        TaskAnswer answer = new TaskAnswer(result);
        if (result.best() == null) {
            answer.nothing();
        }
        result.response(FAMILY).ifPresent(answer::bestScale);
        answer.sentences.addAll(EqualStart.sentences(result));
        answer.sentences.addAll(SymmetryWords.sentences(insight.symmetry()));
        answer.bestScheme();
        answer.sentences.addAll(RateWords.sentences(result.rates()));
        answer.oddities();
        answer.sentences.addAll(TheoryWords.sentences(insight.theory()));
        return List.copyOf(answer.sentences);
    }

    private void nothing() {
        String base = result.task().controlOf();
        if (base != null) {
            sentences.add("On " + result.task().name()
                    + ", which has one unit a hidden layer and is there to be compared with "
                    + base + ", no start that was tried reached the threshold "
                    + Words.count(Cell.ENOUGH, "time") + ".");
            return;
        }
        sentences.add("On " + result.task().name() + " no start that was tried reached the threshold "
                + Words.count(Cell.ENOUGH, "time") + " within the budget of "
                + Words.number(result.task().budgetEpochs())
                + " epochs, so no best scale can be named; a larger budget or more runs would tell more.");
    }

    private void bestScale(ScaleResponse response) {
        BestSet best = response.byErt();
        Double centre = best.best();
        if (centre == null) {
            if (result.best() != null) {
                sentences.add("On " + result.task().name() + " no scale of " + FAMILY
                        + " weights reached the threshold often enough to be called best.");
            }
            return;
        }
        sentences.add("On " + result.task().name() + " (" + result.task().kind() + ") "
                + bestText(best, response.scales().size()) + ". " + goodText(response, centre) + ".");
        if (response.fastOrSafe()) {
            sentences.add(fastOrSafe(response));
        }
        decade(best, centre, best.members().get(0), 0.1).ifPresent(sentences::add);
        decade(best, centre, best.members().get(best.members().size() - 1), 10).ifPresent(sentences::add);
    }

    private static String bestText(BestSet best, int scales) {
        Double low = best.low();
        Double high = best.high();
        if (low == null || high == null) {
            return "no best standard deviation can be named";
        }
        if (best.openBelow() && best.openAbove() && best.members().size() < scales) {
            return "the best standard deviations of " + FAMILY
                    + " weights reach from the smallest tried to the largest, with gaps";
        }
        if (best.openBelow() && best.openAbove()) {
            return "no standard deviation from " + Words.range(low, high) + " was shown to be worse than another";
        }
        String subject = "the best standard deviation of " + FAMILY + " weights is ";
        if (best.openBelow()) {
            return subject + "at most about " + Words.scale(high) + ", the smallest one tried being among the best";
        }
        if (best.openAbove()) {
            return subject + "at least about " + Words.scale(low) + ", the largest one tried being among the best";
        }
        return subject + "about " + Words.range(low, high);
    }

    private String goodText(ScaleResponse response, double centre) {
        Range good = response.goodRange();
        String limit = "at most " + Words.number(CellSummaries.GOOD_LIMIT) + " times as many epochs as " + fastest();
        if (good != null) {
            String open = good.openBelow() && good.openAbove()
                    ? "; that is all that was tried"
                    : good.openBelow()
                            ? "; smaller ones were not tried"
                            : good.openAbove() ? "; larger ones were not tried" : "";
            return (good.low() == good.high() ? "" : "Anything from ") + Words.range(good.low(), good.high())
                    + " is good: it takes " + limit + open;
        }
        boolean allBad = result.cells().stream()
                .filter(cell -> cell.arm().initializer().equals(FAMILY))
                .allMatch(cell -> result.summary(cell).rating() == Rating.BAD);
        Limits ratio = result.cell(FAMILY, centre)
                .map(cell -> limits(result.summary(cell).ertRatio()))
                .orElse(Limits.exact(Double.NaN));
        return allBad && Double.isFinite(ratio.value())
                ? "Even the best of them takes " + Words.times(ratio, fastest())
                : "With " + Words.count(result.replicates(), "run")
                        + " a start none of them can be shown to be good, that is, to take " + limit;
    }

    /** The task's best start. */
    private String fastest() {
        Cell best = result.best();
        return "the fastest start" + (best != null ? ", " + Words.start(best.arm()) : "");
    }

    private static Limits limits(Estimate ratio) {
        Double value = ratio.value();
        Double low = ratio.low();
        Double high = ratio.high();
        return value == null || low == null || high == null ? Limits.exact(Double.NaN) : new Limits(value, low, high);
    }

    private static String fastOrSafe(ScaleResponse response) {
        BestSet fast = response.byErt();
        BestSet restart = response.byRestartErt();
        BestSet safe = response.byProbability();
        Double first = fast.best();
        Double second = restart.best();
        Double third = safe.best();
        if (first == null || second == null || third == null) {
            return "";
        }
        return "It depends on whether you want to be fast or safe: the fewest epochs per success came at "
                + Words.scale(first) + ", or at " + Words.scale(second)
                + " for one who gives up at the right moment, and the most successes came at " + Words.scale(third)
                + ".";
    }

    /** What it costs, against the best scale, to start a decade outside the set of best scales. */
    private Optional<String> decade(BestSet set, double centre, double edge, double factor) {
        Optional<Cell> centreCell = result.cell(FAMILY, centre);
        Optional<Cell> other = result.cell(FAMILY, edge * factor);
        if (centreCell.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Sample sample = other.get().comparable();
        Limits ratio = CostRatio.of(sample, centreCell.get().comparable(), CostRatio.AT_BUDGET, Cost.TAIL);
        boolean several = set.members().size() > 1;
        String place = "At " + Words.power(edge * factor) + ", ten times "
                + (factor < 1
                        ? "below the " + (several ? "smallest of the best" : "best")
                        : "above the " + (several ? "largest of the best" : "best"))
                + ", ";
        String reference = "at " + Words.power(centre);
        if (sample.successes() == 0) {
            return Optional.of(place + "none of " + Words.count(sample.n(), "run")
                    + " reached the threshold: a success takes " + Words.times(ratio, reference) + ".");
        }
        String partly = sample.allConverged()
                ? ""
                : "; " + sample.successes() + " of " + sample.n() + " runs reached the threshold";
        String doubt = ratio.low() <= 1 && ratio.high() >= 1 ? "no difference was shown: " : "";
        return Optional.of(place + doubt + "a success takes " + Words.times(ratio, reference) + partly + ".");
    }

    private void bestScheme() {
        Optional<Cell> found = result.cells().stream()
                .filter(cell -> cell.arm().scaleKind() == ScaleKind.GAIN && cell.eligible())
                .min(Comparator.comparingDouble(
                        cell -> Cost.atBudget(cell.comparable()).expected().value()));
        if (found.isEmpty()) {
            return;
        }
        Cell best = found.get();
        Limits ratio = limits(result.summary(best).ertRatio());
        boolean first = result.best() != null && best.arm().equals(result.best().arm());
        String compared = first
                ? ", and fastest of all starts in these runs"
                : Double.isNaN(ratio.value()) ? "" : ", taking " + Words.times(ratio, "the fastest start");
        sentences.add("Of the published schemes " + Words.start(best.arm()) + " was fastest" + compared + asPublished()
                + ".");
    }

    /** How the schemes rate at gain 1. */
    private String asPublished() {
        List<Cell> published = result.cells().stream()
                .filter(cell -> cell.arm().scaleKind() == ScaleKind.GAIN && cell.scale() == 1)
                .toList();
        if (published.isEmpty()) {
            return "";
        }
        List<String> good = published.stream()
                .filter(cell -> result.summary(cell).rating() == Rating.GOOD)
                .map(cell -> cell.arm().initializer())
                .toList();
        if (!good.isEmpty()) {
            return "; good as published (gain 1): " + Words.list(good);
        }
        return published.stream().allMatch(cell -> result.summary(cell).rating() == Rating.BAD)
                ? "; as published (gain 1) each takes more than " + Words.number(CellSummaries.GOOD_LIMIT)
                        + " times as many epochs as the fastest start"
                : "; as published (gain 1) none was shown to be good";
    }

    private void oddities() {
        int atStart = result.cells().stream().mapToInt(Cell::atStart).sum();
        if (atStart > 0) {
            sentences.add(Words.capitalized(Words.count(atStart, "run"))
                    + " met the threshold before the first update; in comparisons they count as one evaluation.");
        }
        int diverged = result.cells().stream()
                .mapToInt(cell -> cell.count(Outcome.DIVERGED))
                .sum();
        if (diverged > 0) {
            sentences.add(Words.capitalized(Words.count(diverged, "run"))
                    + " broke off because a number stopped being finite; a run that does so before the threshold is charged"
                    + " the whole budget.");
        }
    }
}
