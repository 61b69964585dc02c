package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.initbench.analysis.ScaleResponse.BestSet;
import org.initbench.common.Streams;
import org.initbench.init.ScaleKind;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** How the kinds of networks of the digits ladder differ in their best scale. */
final class Kinds {
    private static final int FEWEST_SCALES = 3;

    private final List<Agreements.Member> members = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<KindBest> best = new ArrayList<>();

    private Kinds(List<TaskResult> networks) {
        networks.stream().filter(result -> ladder(result.task())).forEach(this::add);
    }

    /**
     * The analysis; null where fewer than two networks of the ladder have a best scale.
     *
     * @param networks the tasks that are no mere controls
     * @param seed the study's seed
     */
    static @Nullable KindsAnalysis of(List<TaskResult> networks, long seed) {
        Kinds kinds = new Kinds(networks);
        if (kinds.members.size() < 2) {
            return null;
        }
        List<Agreement> agreements = new Agreements(kinds.members).of(Streams.of(seed, "kinds"));
        return new KindsAnalysis(
                kinds.best,
                kinds.leftOut,
                agreements,
                Agreements.SAMPLES,
                KindsWords.sentences(kinds.best, kinds.leftOut, agreements));
    }

    /** Classifiers of the digits under plain gradient descent: all else would differ in more than the network. */
    private static boolean ladder(TaskDescription task) {
        return task.dataSet().equals("digits")
                && task.loss().equals("softmax-cross-entropy")
                && task.optimizer().equals("sgd")
                && task.controlOf() == null;
    }

    private void add(TaskResult result) {
        result.responses().stream()
                .filter(response ->
                        response.byErt().best() != null && response.scales().size() >= FEWEST_SCALES)
                .forEach(response -> add(result, response));
        BestSet set = result.response(TaskAnswer.FAMILY)
                .filter(response -> response.scales().size() >= FEWEST_SCALES)
                .map(ScaleResponse::byErt)
                .orElse(null);
        if (set == null || set.best() == null) {
            leftOut.add(result.task().name() + " (no best scale)");
        } else if (set.openBelow() || set.openAbove()) {
            leftOut.add(result.task().name() + " (only bounded: the best scales reach the edge of what was run)");
        } else {
            members.add(new Agreements.Member(result.task(), optimum(result, TaskAnswer.FAMILY)));
        }
    }

    private static Optimum optimum(TaskResult result, String initializer) {
        return new Optimum(result.cells().stream()
                .filter(cell -> cell.arm().initializer().equals(initializer) && cell.scale() > 0)
                .sorted(Comparator.comparingDouble(Cell::scale))
                .toList());
    }

    private void add(TaskResult result, ScaleResponse response) {
        BestSet set = response.byErt();
        double low = Math.log10(Objects.requireNonNull(set.low(), "a set with a best scale has limits"));
        double high = Math.log10(Objects.requireNonNull(set.high(), "a set with a best scale has limits"));
        Optimum optimum = optimum(result, response.initializer());
        for (Parametrization way : ways(response)) {
            double shift = response.scaleKind() == ScaleKind.STD ? shift(result.task(), way) : 0;
            best.add(new KindBest(
                    result.task().name(),
                    result.task().kind(),
                    response.initializer(),
                    way,
                    optimum.log10() + shift,
                    low + shift,
                    high + shift,
                    set.openBelow(),
                    set.openAbove(),
                    optimum.n()));
        }
    }

    /** A family of standard deviations is written in every way, a scheme's gains in its own. */
    private static List<Parametrization> ways(ScaleResponse response) {
        return switch (response.initializer()) {
            case TaskAnswer.FAMILY -> List.of(Parametrization.values());
            case "glorot-normal" -> List.of(Parametrization.GLOROT);
            case "he-normal" -> List.of(Parametrization.HE);
            case "lecun-normal" -> List.of(Parametrization.NORMALIZED);
            default -> List.of();
        };
    }

    /** What a logarithm of a standard deviation is shifted by: the mean over the drawn matrices. */
    static double shift(TaskDescription task, Parametrization way) {
        List<MatrixDescription> matrices = task.drawnMatrices();
        return matrices.stream()
                .mapToDouble(matrix -> Math.log10(way.factor(matrix)))
                .average()
                .orElse(0);
    }
}
