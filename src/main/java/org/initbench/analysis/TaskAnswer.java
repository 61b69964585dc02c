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
    static List<String> of(TaskResult result) {
        TaskAnswer answer = new TaskAnswer(result);
        if (result.best() == null) {
            answer.nothing();
        }
        result.response(FAMILY).ifPresent(answer::bestScale);
        result.cells()
                .forEach(cell -> EqualStart.sentence(cell, result.summary(cell)).ifPresent(answer.sentences::add));
        answer.bestScheme();
        answer.oddities();
        return List.copyOf(answer.sentences);
    }

    private void nothing() {
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
                + bestText(best, response.scales().size()) + "; " + goodText(response) + ".");
        if (response.fastOrSafe()) {
            sentences.add(fastOrSafe(response));
        }
        decade(centre, best.members().get(0), 0.1).ifPresent(sentences::add);
        decade(centre, best.members().get(best.members().size() - 1), 10).ifPresent(sentences::add);
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

    private String goodText(ScaleResponse response) {
        Range good = response.goodRange();
        if (good == null) {
            return "with " + Words.count(result.replicates(), "run")
                    + " a cell none could be shown to cost at most half as much again as the best start";
        }
        String range = good.low() == good.high()
                ? Words.scale(good.low()) + " costs"
                : "anything from " + Words.range(good.low(), good.high()) + " costs";
        String open = good.openBelow() && good.openAbove()
                ? " (all that was tried)"
                : good.openBelow()
                        ? " (and perhaps smaller ones, which were not tried)"
                        : good.openAbove() ? " (and perhaps larger ones, which were not tried)" : "";
        return range + " at most half as much again as the best start" + open;
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
    private Optional<String> decade(double centre, double edge, double factor) {
        Optional<Cell> best = result.cell(FAMILY, centre);
        Optional<Cell> other = result.cell(FAMILY, edge * factor);
        if (best.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Sample sample = other.get().comparable();
        Limits ratio = CostRatio.of(sample, best.get().comparable(), CostRatio.AT_BUDGET, Cost.TAIL);
        String subject = "A decade too " + (factor < 1 ? "small" : "large") + " (" + Words.power(edge * factor)
                + " rather than " + Words.power(edge) + ") ";
        if (sample.successes() == 0) {
            return Optional.of(subject + "never reached the threshold in " + Words.count(sample.n(), "run")
                    + ": a success costs " + Words.times(ratio) + " as at the best scale.");
        }
        String partly = sample.allConverged()
                ? ""
                : "; " + sample.successes() + " of " + sample.n() + " runs reached the threshold";
        String cost = ratio.low() <= 1 && ratio.high() >= 1
                ? "was not shown to differ from the best scale (" + Words.times(ratio) + ")"
                : "costs " + Words.times(ratio) + " as the best scale";
        return Optional.of(subject + cost + partly + ".");
    }

    private void bestScheme() {
        Optional<Cell> best = result.cells().stream()
                .filter(cell -> cell.arm().scaleKind() == ScaleKind.GAIN && cell.eligible())
                .min(Comparator.comparingDouble(
                        cell -> Cost.atBudget(cell.comparable()).expected().value()));
        if (best.isEmpty()) {
            return;
        }
        Estimate ratio = result.summary(best.get()).ertRatio();
        Double value = ratio.value();
        Double low = ratio.low();
        Double high = ratio.high();
        String compared =
                result.best() != null && best.get().arm().equals(result.best().arm())
                        ? ": no other start did better"
                        : value == null || low == null || high == null
                                ? ""
                                : ", with " + Words.times(new Limits(value, low, high)) + " as the best start";
        List<String> good = result.cells().stream()
                .filter(cell -> cell.arm().scaleKind() == ScaleKind.GAIN && cell.scale() == 1)
                .filter(cell -> result.summary(cell).rating() == Rating.GOOD)
                .map(cell -> cell.arm().initializer())
                .toList();
        sentences.add("Of the published schemes " + best.get().arm().initializer() + " at gain "
                + Words.number(best.get().scale()) + " did best" + compared
                + (good.isEmpty()
                        ? "; none could be shown, as published, to cost at most half as much again as the best start."
                        : "; as published (gain 1), " + Words.list(good)
                                + (good.size() == 1 ? " costs" : " cost")
                                + " at most half as much again as the best start."));
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
