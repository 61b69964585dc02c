package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.initbench.analysis.StartContrast.Question;
import org.initbench.analysis.StartContrast.Verdict;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.RunRecord;

/** Must it be random, or merely different: starts beside the plain random ones at the same scale. */
final class StartContrasts {
    /** Ratios of epochs up to which, and down to whose inverse, two starts take equally long. */
    static final double MARGIN = 1.25;

    /** Relative difference of losses up to which two runs are called the same: far above rounding, far below chance. */
    private static final double ROUNDING = 1e-6;

    private StartContrasts() {}

    private record Pair(Question question, String reference) {}

    /** A cell, what it is compared with, and the starts that turned out to be the same. */
    private record Compared(Pair pair, Cell cell, Cell reference, List<ArmDescription> copies) {}

    /**
     * One a start and scale at which the plain random start reached the threshold often enough, of the tasks with a hidden layer
     * that are no controls. A start that is the reference itself is left out, and starts that are the same count once: the others are
     * named as its copies.
     */
    static List<StartContrast> of(List<TaskResult> results) {
        List<StartContrast> all = new ArrayList<>();
        for (TaskResult result : results) {
            if (result.task().controlOf() == null && result.task().hiddenLayers() > 0) {
                all.addAll(of(result));
            }
        }
        return List.copyOf(all);
    }

    private static List<StartContrast> of(TaskResult result) {
        List<Compared> compared = new ArrayList<>();
        for (Cell cell : result.cells()) {
            pair(cell.arm())
                    .ifPresent(pair -> reference(result, cell, pair.reference())
                            .filter(reference -> reference.eligible() && !sameWeights(cell, reference))
                            .ifPresent(reference ->
                                    add(compared, new Compared(pair, cell, reference, new ArrayList<>()))));
        }
        return compared.stream().map(StartContrasts::contrast).toList();
    }

    private static void add(List<Compared> all, Compared next) {
        all.stream()
                .filter(other -> other.pair().equals(next.pair())
                        && other.reference().equals(next.reference())
                        && (sameWeights(other.cell(), next.cell()) || sameRuns(other.cell(), next.cell())))
                .findFirst()
                .ifPresentOrElse(other -> other.copies().add(next.cell().arm()), () -> all.add(next));
    }

    private static Optional<Pair> pair(ArmDescription arm) {
        String name = arm.initializer();
        if (arm.deterministic() && arm.scaleKind() == ScaleKind.STD && !name.contains(":")) {
            return Optional.of(new Pair(Question.DISTINCT, TaskAnswer.FAMILY));
        }
        String[] parts = name.split(":", -1);
        return switch (parts[0]) {
            case "one-layer" -> Optional.of(new Pair(Question.ONE_LAYER, rest(parts, isNumber(parts, 2) ? 3 : 2)));
            case "duplicated" -> Optional.of(new Pair(Question.DUPLICATED, rest(parts, 2)));
            case "same-in-every-layer" -> Optional.of(new Pair(Question.SAME_SEED, rest(parts, 1)));
            default -> Optional.empty();
        };
    }

    private static boolean isNumber(String[] parts, int index) {
        return index < parts.length && parts[index].matches("[-+.0-9][-+.0-9eE]*");
    }

    private static String rest(String[] parts, int from) {
        return String.join(":", Arrays.asList(parts).subList(Math.min(from, parts.length), parts.length));
    }

    private static Optional<Cell> reference(TaskResult result, Cell cell, String name) {
        return cell.arm().scaleKind() == ScaleKind.NONE
                ? result.cells().stream()
                        .filter(other -> other.arm().initializer().equals(name))
                        .findFirst()
                : result.cell(name, cell.scale());
    }

    /** Whether two starts have the same weights, to the last bit, as with copies of two units where there are two. */
    private static boolean sameWeights(Cell cell, Cell other) {
        return eachRun(cell, other, (run, twin) -> Objects.equals(run.initialDigest(), twin.initialDigest()));
    }

    /** Whether the same becomes of two starts, up to rounding, as with output weights that are all 0 or all 0.1 before a softmax. */
    private static boolean sameRuns(Cell cell, Cell other) {
        return cell.headline().successes() > 0 && eachRun(cell, other, StartContrasts::same);
    }

    private static boolean eachRun(Cell cell, Cell other, BiPredicate<RunRecord, RunRecord> alike) {
        int n = Math.min(cell.runs().size(), other.runs().size());
        return IntStream.range(0, n)
                .allMatch(i -> alike.test(cell.runs().get(i), other.runs().get(i)));
    }

    private static boolean same(RunRecord run, RunRecord other) {
        return run.replicate() == other.replicate()
                && run.epochs().equals(other.epochs())
                && close(run.initialLoss(), other.initialLoss())
                && close(run.finalLoss(), other.finalLoss());
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }

    private static StartContrast contrast(Compared compared) {
        Cell cell = compared.cell();
        Cell reference = compared.reference();
        Sample own = cell.comparable();
        Sample plain = reference.comparable();
        Limits limits = CostRatio.of(own, plain, CostRatio.AT_BUDGET, Cost.TAIL);
        boolean never = own.exact() && own.successes() == 0;
        Estimate ratio = never
                ? Estimate.undefined(1, "exact: this start never reaches the level within the budget")
                : Estimates.estimate(limits, Math.min(own.exact() ? plain.n() : own.n(), plain.n()), caveats(own));
        return new StartContrast(
                cell.task().name(),
                compared.pair().question(),
                cell.arm(),
                compared.copies(),
                reference.arm(),
                own.n(),
                own.successes(),
                plain.n(),
                plain.successes(),
                ratio,
                never ? Verdict.SLOWER : verdict(limits));
    }

    private static List<String> caveats(Sample own) {
        List<String> caveats = new ArrayList<>();
        if (own.exact()) {
            caveats.add("the start has one possible result; the interval is that of the random one");
        }
        if (own.successes() == 0) {
            caveats.add("none of " + own.n() + " runs converged; greater than the lower limit");
        }
        return caveats;
    }

    /** What the interval of a ratio says. */
    static Verdict verdict(Limits ratio) {
        if (ratio.low() >= 1 / MARGIN && ratio.high() <= MARGIN) {
            return Verdict.ALIKE;
        }
        if (ratio.high() < 1) {
            return Verdict.FASTER;
        }
        return ratio.low() > 1 ? Verdict.SLOWER : Verdict.OPEN;
    }
}
