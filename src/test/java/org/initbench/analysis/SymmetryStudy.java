package org.initbench.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Crossing;
import org.initbench.run.CurvePoint;
import org.initbench.run.Diagnostic;
import org.initbench.run.Outcome;
import org.initbench.run.Quantity;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.DescribedLayers;
import org.initbench.task.LayerDescription;
import org.initbench.task.TaskDescription;
import org.jspecify.annotations.Nullable;

/** A bundle written run by run: budget 100 epochs, chance loss 2, levels half and fifth (the headline) of it. */
public final class SymmetryStudy {
    static final double CHANCE = 2;
    private static final double BUDGET = 100;

    private String optimizer = "sgd";
    private final List<TaskDescription> tasks = new ArrayList<>();
    private final List<ArmDescription> arms = new ArrayList<>();
    private final List<RunRecord> runs = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<CurvePoint> curves = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public static ArmDescription zero() {
        return new ArmDescription("zero", ScaleKind.NONE, null, true);
    }

    static ArmDescription constant(double value) {
        return new ArmDescription("constant", ScaleKind.VALUE, value, true);
    }

    public static ArmDescription std(String initializer, double scale) {
        return new ArmDescription(initializer, ScaleKind.STD, scale, false);
    }

    /** A network of 4 inputs, {@code hidden} layers of 3 units, and 2 outputs. */
    public SymmetryStudy task(String name, int hidden, @Nullable String controlOf) {
        List<LayerDescription> layers = new ArrayList<>();
        for (int i = 0; i < hidden; i++) {
            layers.add(DescribedLayers.dense(i == 0 ? 4 : 3, 3, "tanh"));
        }
        layers.add(DescribedLayers.dense(hidden == 0 ? 4 : 3, 2, "identity"));
        tasks.add(new TaskDescription(
                name,
                "a task",
                "a network",
                "data",
                "sha",
                40,
                40,
                0,
                "4",
                layers,
                "cross-entropy",
                optimizer,
                "",
                0.1,
                null,
                20,
                2,
                false,
                List.of("half", "fifth"),
                List.of(CHANCE / 2, CHANCE / 5),
                "fifth",
                CHANCE,
                "accuracy",
                BUDGET,
                null,
                "float32",
                controlOf,
                null,
                null));
        return this;
    }

    /** The optimizer of the tasks that follow. */
    SymmetryStudy trainedBy(String name) {
        optimizer = name;
        return this;
    }

    /** The last task as a study has it that gives up runs after at most so many epochs. */
    SymmetryStudy cut(double largestBudget) {
        tasks.set(tasks.size() - 1, tasks.get(tasks.size() - 1).within(largestBudget));
        return this;
    }

    /** Runs that converge after so many epochs. */
    public SymmetryStudy converged(String task, ArmDescription arm, Cause cause, double... epochs) {
        for (int r = 0; r < epochs.length; r++) {
            run(task, arm, r, OptionalDouble.of(epochs[r]), cause, 0.1, 3, 0.75);
        }
        return this;
    }

    /** Runs that spend the budget and end at these losses. */
    public SymmetryStudy censored(String task, ArmDescription arm, Cause cause, double... losses) {
        for (int r = 0; r < losses.length; r++) {
            run(task, arm, r, OptionalDouble.empty(), cause, losses[r], 0, 1);
        }
        return this;
    }

    SymmetryStudy run(
            String task,
            ArmDescription arm,
            int replicate,
            OptionalDouble epochs,
            Cause cause,
            double finalLoss,
            double distance,
            double signsKept) {
        if (!arms.contains(arm)) {
            arms.add(arm);
        }
        String id = id(task, arm, replicate);
        runs.add(new RunRecord(
                id,
                task,
                arm.initializer(),
                arm.scaleKind(),
                arm.scale() == null ? OptionalDouble.empty() : OptionalDouble.of(arm.scale()),
                replicate,
                "made up",
                "float32",
                epochs.isPresent() ? Outcome.CONVERGED : Outcome.CENSORED,
                cause,
                epochs,
                epochs.orElse(BUDGET),
                Math.round(2 * epochs.orElse(BUDGET)),
                BUDGET,
                2.1 + 0.01 * replicate,
                finalLoss,
                0.5,
                2,
                distance,
                signsKept,
                id,
                "end"));
        epochs.ifPresent(epoch -> crossings.add(new Crossing(id, "half", epoch / 2)));
        epochs.ifPresent(epoch -> crossings.add(new Crossing(id, "fifth", epoch)));
        return this;
    }

    /** A quantity of a layer of replicate 0 at epochs 0, 1, 2, … */
    SymmetryStudy looks(String task, ArmDescription arm, Quantity quantity, int layer, double... values) {
        return looks(task, arm, 0, quantity, layer, values);
    }

    /** A quantity of a layer of a replicate at epochs 0, 1, 2, … */
    SymmetryStudy looks(
            String task, ArmDescription arm, int replicate, Quantity quantity, int layer, double... values) {
        for (int epoch = 0; epoch < values.length; epoch++) {
            diagnostics.add(new Diagnostic(id(task, arm, replicate), epoch, quantity, layer, values[epoch]));
        }
        return this;
    }

    /** Runs that spend the budget; each is given by its losses half way and at the end. */
    SymmetryStudy spent(String task, ArmDescription arm, Cause cause, double[]... losses) {
        for (int r = 0; r < losses.length; r++) {
            run(task, arm, r, OptionalDouble.empty(), cause, losses[r][1], 3, 1);
            curves.add(new CurvePoint(id(task, arm, r), 0, CHANCE, 0.5));
            curves.add(new CurvePoint(id(task, arm, r), BUDGET / 2, losses[r][0], 0.5));
            curves.add(new CurvePoint(id(task, arm, r), BUDGET, losses[r][1], 0.5));
        }
        return this;
    }

    private static String id(String task, ArmDescription arm, int replicate) {
        return task + "/" + arm.initializer() + "/" + arm.scale() + "/" + replicate;
    }

    public Analysis analysis() {
        return Analyzer.analyze(bundle(), (initializer, fanIn, fanOut) -> 1);
    }

    /** The cells of a task. */
    List<Cell> cells(String task) {
        Bundle bundle = bundle();
        TaskDescription description =
                tasks.stream().filter(t -> t.name().equals(task)).findFirst().orElseThrow();
        return Cell.of(bundle, description, arms);
    }

    /** The bundle. */
    Bundle bundle() {
        ResolvedStudy study = new ResolvedStudy(
                2, "made-up", "made up", 1, 5, 1, null, 1, tasks, arms, new ResolvedStudy.Timing(List.of(), List.of()));
        return new Bundle(
                Path.of("made-up"),
                study,
                new SyntheticStudy().bundle(true).environment(),
                runs,
                crossings,
                curves,
                diagnostics,
                List.of(),
                List.of(),
                true);
    }

    /** The laboratory's part; fails where there is none. */
    Laboratory laboratory() {
        Laboratory laboratory = analysis().laboratory();
        if (laboratory == null) {
            throw new AssertionError("nothing was measured");
        }
        return laboratory;
    }

    /** The answer to one question, by its place: 0 equal starts … 5 travel. */
    LaboratoryAnswer answer(int question) {
        return laboratory().answers().get(question);
    }
}
