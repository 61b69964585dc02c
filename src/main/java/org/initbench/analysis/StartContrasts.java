package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.initbench.analysis.StartContrast.Question;
import org.initbench.analysis.StartContrast.Verdict;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;

/** Must it be random, or merely different: starts beside the plain random ones at the same scale. */
final class StartContrasts {
    /** Ratios of epochs up to which, and down to whose inverse, two starts take equally long. */
    static final double MARGIN = 1.25;

    private static final Set<String> DISTINCT = Set.of("weyl", "linear-ramp", "sine");

    private StartContrasts() {}

    private record Pair(Question question, String reference) {}

    /**
     * One a start and scale at which the plain random start reached the threshold often enough, of the tasks with a hidden layer
     * that are no controls. A start whose weights are those of the reference to the last bit is left out.
     */
    static List<StartContrast> of(List<TaskResult> results) {
        List<StartContrast> all = new ArrayList<>();
        for (TaskResult result : results) {
            if (result.task().controlOf() == null && result.task().hiddenLayers() > 0) {
                for (Cell cell : result.cells()) {
                    pair(cell.arm())
                            .ifPresent(pair -> reference(result, cell, pair.reference())
                                    .filter(reference -> reference.eligible() && !same(cell, reference))
                                    .ifPresent(reference -> all.add(contrast(pair.question(), cell, reference))));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Pair> pair(ArmDescription arm) {
        String name = arm.initializer();
        if (DISTINCT.contains(name)) {
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

    /** Whether the start is the reference itself: two units of which both are distinct, say. */
    private static boolean same(Cell cell, Cell reference) {
        int n = Math.min(cell.runs().size(), reference.runs().size());
        return IntStream.range(0, n)
                .allMatch(i -> Objects.equals(
                        cell.runs().get(i).initialDigest(),
                        reference.runs().get(i).initialDigest()));
    }

    private static StartContrast contrast(Question question, Cell cell, Cell reference) {
        Sample own = cell.comparable();
        Sample plain = reference.comparable();
        Limits limits = CostRatio.of(own, plain, CostRatio.AT_BUDGET, Cost.TAIL);
        boolean never = own.exact() && own.successes() == 0;
        Estimate ratio = never
                ? Estimate.undefined(1, "exact: this start never reaches the level within the budget")
                : Estimates.estimate(limits, Math.min(own.exact() ? plain.n() : own.n(), plain.n()), caveats(own));
        return new StartContrast(
                cell.task().name(),
                question,
                cell.arm(),
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
