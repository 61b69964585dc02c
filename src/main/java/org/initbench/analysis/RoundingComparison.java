package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.initbench.common.DataException;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.Engine;
import org.initbench.run.Outcome;
import org.initbench.run.RateKind;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.TaskDescription;

/**
 * What one study's starts with all weights equal became in several arithmetics.
 *
 * <p>Hidden units that start equal, under equal weights, get equal gradients: in exact arithmetic they are equal for ever. Where
 * they come apart, it is by rounding: sums of the same numbers taken in another order, or by other instructions, for one unit than
 * for another.
 *
 * @param machines the arithmetics, those of the reference engine first
 * @param fates one for each task with a hidden layer, start and arithmetic; starts in the study's order, arithmetics in theirs
 */
public record RoundingComparison(List<Machine> machines, List<EqualStartFate> fates) {

    private static final String CORE_TYPE = "OPENBLAS_CORETYPE";

    public RoundingComparison {
        machines = List.copyOf(machines);
        fates = List.copyOf(fates);
    }

    /**
     * An arithmetic.
     *
     * @param name the engine and, on ND4J, the BLAS kernels; with the processor where bundles are from several
     * @param precision {@code float32} or {@code float64}
     * @param digest digest of a fixed computation in single precision: equal digests, equal arithmetic there
     */
    public record Machine(String name, String precision, String digest) {}

    /**
     * Compares bundles.
     *
     * @param bundles complete bundles of one study, on several engines, kernels, processors or in both precisions
     * @throws DataException if they are of different studies, one is incomplete, or two are of one arithmetic
     */
    public static RoundingComparison of(List<Bundle> bundles) {
        bundles.forEach(bundle -> requireComparable(bundles.get(0), bundle));
        boolean several = bundles.stream()
                        .map(bundle -> bundle.environment().cpuModel())
                        .distinct()
                        .count()
                > 1;
        List<Part> parts = bundles.stream()
                .map(bundle -> new Part(machine(bundle, several), bundle, new Separations(bundle.diagnostics())))
                .sorted(Comparator.comparing((Part part) -> part.machine.precision())
                        .thenComparing(part -> part.bundle.study().trainedBy(), Comparator.reverseOrder())
                        .thenComparing(part -> part.machine.name()))
                .toList();
        requireDistinct(parts);
        List<EqualStartFate> fates = new ArrayList<>();
        for (Start start : starts(bundles.get(0).study())) {
            parts.forEach(part -> fates.add(part.fate(start)));
        }
        return new RoundingComparison(parts.stream().map(Part::machine).toList(), fates);
    }

    /** The fates in one arithmetic. */
    public List<EqualStartFate> fatesOf(Machine machine) {
        return fates.stream()
                .filter(fate -> fate.machine().equals(machine.name())
                        && fate.precision().equals(machine.precision()))
                .toList();
    }

    private static Machine machine(Bundle bundle, boolean several) {
        String core = bundle.environment().threads().get(CORE_TYPE);
        String name = bundle.study().trainedBy() == Engine.REFERENCE
                ? Engine.REFERENCE.label()
                : Engine.ND4J.label() + " "
                        + (core == null || core.isBlank() ? bundle.environment().architecture() : core);
        return new Machine(
                several ? name + " on " + bundle.environment().cpuModel() : name,
                bundle.study().tasks().get(0).precision(),
                bundle.environment().referenceDigest());
    }

    private static void requireComparable(Bundle first, Bundle other) {
        if (!other.complete()) {
            throw new DataException(
                    other.folder() + ": an unfinished bundle; finish it first, with the command that began it");
        }
        if (!What.of(first.study()).equals(What.of(other.study()))) {
            throw new DataException(other.folder() + ": a bundle of another study than " + first.folder()
                    + ", whose name, seed, replicates, starts, tasks and budgets it must share");
        }
    }

    private static void requireDistinct(List<Part> parts) {
        for (int i = 1; i < parts.size(); i++) {
            Part one = parts.get(i - 1);
            Part two = parts.get(i);
            boolean same = one.machine.name().equals(two.machine.name())
                    && one.machine.precision().equals(two.machine.precision());
            if (same) {
                throw new DataException(one.bundle.folder() + " and " + two.bundle.folder() + ": both are of "
                        + one.machine.name() + " in " + one.machine.precision() + "; take one away");
            }
        }
    }

    private static List<Start> starts(ResolvedStudy study) {
        List<Start> starts = new ArrayList<>();
        for (TaskDescription task : study.tasks()) {
            if (task.hiddenLayers() > 0) {
                study.ownRateArmsOf(task.name()).stream()
                        .filter(EqualStart::is)
                        .forEach(arm -> starts.add(new Start(task.name(), arm)));
            }
        }
        return starts;
    }

    /** What bundles that are compared share. */
    private record What(String name, long seed, int replicates, List<ArmDescription> arms, List<List<Object>> tasks) {
        static What of(ResolvedStudy study) {
            return new What(
                    study.name(),
                    study.seed(),
                    study.replicates(),
                    study.arms(),
                    study.tasks().stream()
                            .map(task -> List.<Object>of(
                                    task.name(), task.dataDigest(), task.learningRate(), task.budgetEpochs()))
                            .toList());
        }
    }

    /** A start of a task. */
    private record Start(String task, ArmDescription arm) {

        boolean began(RunRecord run) {
            Double scale = run.scale().isPresent() ? (Double) run.scale().getAsDouble() : null;
            return run.task().equals(task)
                    && run.rateKind() == RateKind.TASK
                    && run.initializer().equals(arm.initializer())
                    && Objects.equals(scale, arm.scale());
        }
    }

    /** A bundle and its arithmetic. */
    private record Part(Machine machine, Bundle bundle, Separations separations) {

        EqualStartFate fate(Start start) {
            List<RunRecord> runs = bundle.runs().stream().filter(start::began).toList();
            List<RunRecord> apart = runs.stream().filter(separations::apart).toList();
            OptionalDouble first = separations.first(runs);
            return new EqualStartFate(
                    start.task,
                    start.arm,
                    machine.name(),
                    machine.precision(),
                    runs.size(),
                    apart.size(),
                    (int) runs.stream().filter(separations::visibly).count(),
                    converged(runs),
                    converged(apart),
                    first.isPresent() ? (Double) first.getAsDouble() : null);
        }

        private static int converged(List<RunRecord> runs) {
            return (int) runs.stream()
                    .filter(run -> run.outcome() == Outcome.CONVERGED)
                    .count();
        }
    }
}
