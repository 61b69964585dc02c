package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.initbench.analysis.RoundingComparison.Machine;
import org.initbench.common.DataException;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.Bundle;
import org.initbench.run.Cause;
import org.initbench.run.Diagnostic;
import org.initbench.run.Engine;
import org.initbench.run.Environment;
import org.initbench.run.Outcome;
import org.initbench.run.Quantity;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.RunRecord;
import org.initbench.task.Precision;
import org.initbench.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Made-up bundles of one study on three machines: what a reader is told is what their records say. */
class RoundingComparisonTest {

    private static final ArmDescription ZERO = new ArmDescription("zero", ScaleKind.NONE, null, true);
    private static final ArmDescription EQUAL = new ArmDescription("constant", ScaleKind.VALUE, 0.1, true);
    private static final ArmDescription RANDOM = new ArmDescription("normal", ScaleKind.STD, 0.1, false);

    /** A bundle whose second run of {@link #EQUAL} came apart at an epoch, in layer 0 later than in layer 1. */
    private static Bundle bundle(
            Engine engine, @Nullable String core, Precision precision, String cpu, @Nullable Double epoch) {
        return bundle(engine, core, precision, cpu, epoch, 7, true);
    }

    private static Bundle bundle(
            Engine engine,
            @Nullable String core,
            Precision precision,
            String cpu,
            @Nullable Double epoch,
            long seed,
            boolean complete) {
        List<RunRecord> runs = new ArrayList<>();
        for (String task : List.of("iris-mlp-tanh", "digits-logistic")) {
            for (ArmDescription arm : List.of(ZERO, EQUAL, RANDOM)) {
                runs.add(run(task, arm, 0, engine, precision, false));
                runs.add(run(task, arm, 1, engine, precision, epoch != null && arm.equals(EQUAL)));
            }
        }
        String apart = id("iris-mlp-tanh", EQUAL, 1);
        List<Diagnostic> diagnostics = epoch == null
                ? List.of(new Diagnostic(apart, 0, Quantity.EQUAL_UNITS, 0, 8))
                : List.of(
                        new Diagnostic(apart, 0, Quantity.EQUAL_UNITS, 0, 8),
                        new Diagnostic(apart, epoch, Quantity.SYMMETRY_BROKEN, 1, 2),
                        new Diagnostic(apart, epoch + 1, Quantity.SYMMETRY_BROKEN, 0, 3),
                        new Diagnostic(apart, epoch + 2, Quantity.SYMMETRY_BROKEN_VISIBLY, 0, 8));
        return new Bundle(
                Path.of("machines", engine + "-" + core + "-" + precision.label()),
                study(engine, precision, seed),
                environment(core, cpu),
                runs,
                List.of(),
                List.of(),
                diagnostics,
                List.of(),
                List.of(),
                List.of(),
                complete);
    }

    private static ResolvedStudy study(Engine engine, Precision precision, long seed) {
        return new ResolvedStudy(
                ResolvedStudy.SCHEMA,
                "rounding",
                "",
                seed,
                2,
                1,
                null,
                1,
                Stream.of("iris-mlp-tanh", "digits-logistic")
                        .map(name -> Tasks.byName(name).in(precision).describe())
                        .toList(),
                List.of(ZERO, EQUAL, RANDOM),
                new ResolvedStudy.Timing(List.of(), List.of()),
                List.of(),
                List.of(),
                engine);
    }

    private static String id(String task, ArmDescription arm, int replicate) {
        return task + " " + arm.initializer() + " " + replicate;
    }

    private static RunRecord run(
            String task, ArmDescription arm, int replicate, Engine engine, Precision precision, boolean converged) {
        Double scale = arm.scale();
        return new RunRecord(
                id(task, arm, replicate),
                task,
                arm.initializer(),
                arm.scaleKind(),
                scale == null ? OptionalDouble.empty() : OptionalDouble.of(scale),
                replicate,
                engine.label(),
                precision.label(),
                converged ? Outcome.CONVERGED : Outcome.CENSORED,
                converged ? Cause.ROUNDING : Cause.SYMMETRIC,
                converged ? OptionalDouble.of(30) : OptionalDouble.empty(),
                62,
                744,
                62,
                1.1,
                0.1,
                0.9,
                1,
                1,
                1,
                "a",
                "b");
    }

    private static Environment environment(@Nullable String core, String cpu) {
        return new Environment(
                "host",
                cpu,
                2,
                2,
                List.of(),
                1L,
                Map.of(),
                "os",
                "amd64",
                Double.NaN,
                "17",
                "vendor",
                List.of(),
                "0.1.0",
                "unknown",
                false,
                "nd4j",
                "ext",
                "blas",
                core == null ? Map.of() : Map.of("OPENBLAS_CORETYPE", core),
                Map.of(),
                "digest of " + core,
                Map.of(),
                "2026-01-01T00:00:00Z",
                Map.of());
    }

    private static final Bundle REFERENCE = bundle(Engine.REFERENCE, "Haswell", Precision.FLOAT32, "cpu", null);
    private static final Bundle HASWELL = bundle(Engine.ND4J, "Haswell", Precision.FLOAT32, "cpu", 2.5);
    private static final Bundle NEHALEM = bundle(Engine.ND4J, "Nehalem", Precision.FLOAT32, "cpu", null);
    private static final Bundle DOUBLE = bundle(Engine.ND4J, "Haswell", Precision.FLOAT64, "cpu", 20.0);

    /** The core type that the environment names is none of the reference engine's. */
    @Test
    void machinesAreNamedByWhatComputesTheReferenceFirst() {
        RoundingComparison comparison = RoundingComparison.of(List.of(DOUBLE, NEHALEM, HASWELL, REFERENCE));
        assertThat(comparison.machines())
                .extracting(Machine::name, Machine::precision)
                .containsExactly(
                        tuple("reference", "float32"),
                        tuple("nd4j Haswell", "float32"),
                        tuple("nd4j Nehalem", "float32"),
                        tuple("nd4j Haswell", "float64"));
        Bundle other = bundle(Engine.ND4J, null, Precision.FLOAT32, "another cpu", null);
        assertThat(RoundingComparison.of(List.of(HASWELL, other)).machines())
                .extracting(Machine::name)
                .containsExactly("nd4j Haswell on cpu", "nd4j amd64 on another cpu");
    }

    /** Two starts of the task with a hidden layer: neither the random one, nor those of the other task. */
    @Test
    void everyEqualStartHasItsFateOnEveryMachine() {
        RoundingComparison comparison = RoundingComparison.of(List.of(REFERENCE, HASWELL));
        assertThat(comparison.fates())
                .containsExactly(
                        new EqualStartFate("iris-mlp-tanh", ZERO, "reference", "float32", 2, 0, 0, 0, 0, null),
                        new EqualStartFate("iris-mlp-tanh", ZERO, "nd4j Haswell", "float32", 2, 0, 0, 0, 0, null),
                        new EqualStartFate("iris-mlp-tanh", EQUAL, "reference", "float32", 2, 0, 0, 0, 0, null),
                        new EqualStartFate("iris-mlp-tanh", EQUAL, "nd4j Haswell", "float32", 2, 1, 1, 1, 1, 2.5));
    }

    @Test
    void wordsSayWhereUnitsCameApart() {
        assertThat(RoundingWords.sentences(RoundingComparison.of(List.of(REFERENCE, HASWELL, DOUBLE))))
                .containsExactly(
                        "reference, float32: hidden units stayed equal to the last bit in every run of all 2 equal starts.",
                        "nd4j Haswell, float32: rounding set hidden units apart in 1 of 2 equal starts, first at epoch 2.5; in"
                                + " 1 the gap grew beyond 10^-6 of the weights, and 1 then reached the threshold.",
                        "nd4j Haswell, float64: rounding set hidden units apart in 1 of 2 equal starts, first at epoch 20; in"
                                + " 1 the gap grew beyond 10^-6 of the weights, and 1 then reached the threshold.");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Bundle another = bundle(Engine.ND4J, "Zen", Precision.FLOAT32, "cpu", null, 8, true);
        assertThatThrownBy(() -> RoundingComparison.of(List.of(REFERENCE, another)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nd4j-Zen-float32: a bundle of another study than");
        Bundle unfinished = bundle(Engine.ND4J, "Zen", Precision.FLOAT32, "cpu", null, 7, false);
        assertThatThrownBy(() -> RoundingComparison.of(List.of(REFERENCE, unfinished)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nd4j-Zen-float32: an unfinished bundle");
        assertThatThrownBy(() -> RoundingComparison.of(List.of(HASWELL, REFERENCE, HASWELL)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("both are of nd4j Haswell in float32");
    }
}
