package org.initbench.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.initbench.task.Task;
import org.jspecify.annotations.Nullable;

/** What is looked into of the models of a stack, and the probes that do it; they take memory only once they are used. */
final class Insight implements AutoCloseable {

    private final Task task;
    private final @Nullable IntPredicate replicates;
    private final Diagnosis diagnosis;
    private final Set<ModelProgress> diagnosed = new HashSet<>();
    private final Map<ModelProgress, SymmetryWatch> watches = new HashMap<>();
    private @Nullable Probe looking;
    private @Nullable Probe judging;

    /**
     * Nothing seen yet.
     *
     * @param task the task
     * @param replicates whether models of a replicate are looked into; null if no model is, nor its symmetry watched
     */
    Insight(Task task, @Nullable IntPredicate replicates) {
        this.task = task;
        this.replicates = replicates;
        diagnosis = new Diagnosis(task);
    }

    /** Takes note of a model that starts. */
    void start(ModelProgress model, int replicate) {
        if (replicates == null) {
            return;
        }
        if (replicates.test(replicate)) {
            diagnosed.add(model);
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

    /** Looks into a model. */
    void look(ModelProgress model, int updates, Parameters parameters, boolean look) {
        SymmetryWatch watch = watches.get(model);
        if (watch != null && !watch.isOver()) {
            watch.look(updates, parameters);
        }
        if (look && diagnosed.contains(model)) {
            model.addDiagnostics(diagnosis.of(updates, parameters, this::looking));
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

    /** Bytes of native memory that looking into models takes, at most. */
    static long bytes(Task task) {
        return Probe.bytes(task, task.diagnosed().count()) + Probe.bytes(task, task.evaluationSamples());
    }

    /** What runs a model over a few evaluation samples. */
    Probe looking() {
        if (looking == null) {
            looking = new Probe(task, task.diagnosed().count());
        }
        return looking;
    }

    /** What runs a model over all evaluation samples. */
    Probe judging() {
        if (judging == null) {
            judging = new Probe(task, task.evaluationSamples());
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
