package org.initbench.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.initbench.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * What is looked into of the models of a stack, and the probes that do it; they take memory only once they are used. Copies of
 * the parameters wait until as many models are to be looked into as a probe runs at once.
 */
final class Insight implements AutoCloseable {

    private final Task task;
    private final Arithmetic arithmetic;
    private final @Nullable IntPredicate replicates;
    private final Diagnosis diagnosis;
    private final Set<ModelProgress> diagnosed = new HashSet<>();
    private final Map<ModelProgress, SymmetryWatch> watches = new HashMap<>();
    private final List<Look> waiting = new ArrayList<>();
    private int models;
    private @Nullable Probe looking;
    private @Nullable Probe judging;

    /**
     * Nothing seen yet.
     *
     * @param task the task
     * @param arithmetic what makes the probes
     * @param replicates whether models of a replicate are looked into; null if no model is, nor its symmetry watched
     */
    Insight(Task task, Arithmetic arithmetic, @Nullable IntPredicate replicates) {
        this.task = task;
        this.arithmetic = arithmetic;
        this.replicates = replicates;
        diagnosis = new Diagnosis(task);
    }

    /** A model at one moment. */
    private record Look(ModelProgress model, int updates, Parameters parameters) {}

    /** Takes note of a model that starts; all do before the first one is looked into. */
    void start(ModelProgress model, int replicate) {
        if (replicates == null) {
            return;
        }
        if (replicates.test(replicate)) {
            diagnosed.add(model);
            models++;
        }
        SymmetryWatch watch = new SymmetryWatch(diagnosis.units(), model.start());
        if (!watch.isOver()) {
            watches.put(model, watch);
        }
    }

    /** Whether any model is still to be looked into. */
    boolean isWanted() {
        return !diagnosed.isEmpty() || !watches.isEmpty();
    }

    /** Whether a model is to be looked into now. */
    boolean isWanted(ModelProgress model, boolean look) {
        SymmetryWatch watch = watches.get(model);
        return (look && diagnosed.contains(model)) || (watch != null && !watch.isOver());
    }

    /** Looks into a model, now or, where the parameters say all, by {@link #finish}. */
    void look(ModelProgress model, int updates, Parameters parameters, boolean look) {
        SymmetryWatch watch = watches.get(model);
        if (watch != null && !watch.isOver()) {
            watch.look(updates, parameters);
        }
        if (look && diagnosed.contains(model)) {
            waiting.add(new Look(model, updates, parameters));
            if (waiting.size() == looking().capacity()) {
                finish();
            }
        }
    }

    /** Looks into a model for the last time. */
    void end(ModelProgress model, int updates, Parameters parameters) {
        if (replicates == null) {
            return;
        }
        look(model, updates, parameters, true);
        SymmetryWatch watch = watches.remove(model);
        if (watch != null) {
            model.addDiagnostics(watch.seen());
        }
        diagnosed.remove(model);
    }

    /** Looks into all models that wait; then everything that was seen of a model is among its diagnostics. */
    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        Probe probe = looking();
        probe.run(waiting.stream().map(Look::parameters).toList());
        for (int i = 0; i < waiting.size(); i++) {
            Look look = waiting.get(i);
            look.model.addDiagnostics(diagnosis.of(look.updates, look.parameters, probe, i));
        }
        waiting.clear();
    }

    /**
     * Bytes of native memory that looking into models of a stack on ND4J takes, at most.
     *
     * @param task the task
     * @param models models of the stack
     */
    static long bytes(Task task, int models) {
        NativeProbe.Memory looking =
                NativeProbe.Memory.of(task, task.diagnosed().count());
        NativeProbe.Memory judging = NativeProbe.Memory.of(task, task.evaluationSamples());
        return looking.bytes(looking.together(models)) + judging.bytes(1);
    }

    /** What runs models over a few evaluation samples: those that were started, as many at once as is worth it. */
    Probe looking() {
        if (looking == null) {
            looking = arithmetic.probe(task, task.diagnosed().count(), models);
        }
        return looking;
    }

    /** What runs a model over all evaluation samples. */
    Probe judging() {
        if (judging == null) {
            judging = arithmetic.probe(task, task.evaluationSamples(), 1);
        }
        return judging;
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.close();
        }
        if (judging != null) {
            judging.close();
        }
    }
}
