package org.initbench.run;

import static java.lang.Double.POSITIVE_INFINITY;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.initbench.init.ScaleKind;

/** The tables of a bundle: their columns, and how a record becomes a row and back. */
final class Tables {
    private static final List<String> RATE_COLUMNS = List.of("learning_rate", "learning_rate_rule");

    private static final Map<String, ScaleKind> SCALE_KINDS = words(ScaleKind.values());
    private static final Map<String, RateKind> RATE_RULES = words(RateKind.values());
    private static final Map<String, Outcome> OUTCOMES = words(Outcome.values());
    private static final Map<String, Cause> CAUSES = words(Cause.values());
    private static final Map<String, Quantity> QUANTITIES = words(Quantity.values());
    private static final String A_QUANTITY = "one of " + QUANTITIES.keySet();

    private static final List<String> RUN_COLUMNS = List.of(
            "run_id",
            "task",
            "initializer",
            "scale_kind",
            "scale",
            "learning_rate",
            "learning_rate_rule",
            "replicate",
            "engine",
            "precision",
            "outcome",
            "cause",
            "epochs",
            "epochs_run",
            "steps_run",
            "budget",
            "initial_loss",
            "final_loss",
            "final_metric",
            "initial_norm",
            "distance",
            "signs_kept",
            "initial_digest",
            "final_digest");

    /** {@code runs.csv}. */
    static final CsvTable<RunRecord> RUNS = new CsvTable<>(RUN_COLUMNS, Tables::formatRun, Tables::parseRun);

    /** {@code runs.csv} before version 3: every run was trained at the task's own learning rate, which it does not tell. */
    private static final CsvTable<RunRecord> UNRATED_RUNS = new CsvTable<>(
            RUN_COLUMNS.stream()
                    .filter(column -> !RATE_COLUMNS.contains(column))
                    .toList(),
            run -> {
                throw new UnsupportedOperationException("old versions are only read");
            },
            Tables::parseUnratedRun);

    /** {@code crossings.csv}. */
    static final CsvTable<Crossing> CROSSINGS = new CsvTable<>(
            List.of("run_id", "level", "epoch"),
            c -> List.of(c.runId(), c.level(), number(c.epoch())),
            row -> new Crossing(row.text("run_id"), row.word("level"), row.amount("epoch")));

    /** {@code curves.csv.gz}. */
    static final CsvTable<CurvePoint> CURVES = new CsvTable<>(
            List.of("run_id", "epoch", "loss", "metric"),
            p -> List.of(p.runId(), number(p.epoch()), number(p.loss()), number(p.metric())),
            row -> new CurvePoint(row.text("run_id"), row.amount("epoch"), row.number("loss"), row.number("metric")));

    /** {@code diagnostics.csv.gz}. */
    static final CsvTable<Diagnostic> DIAGNOSTICS = new CsvTable<>(
            List.of("run_id", "epoch", "quantity", "layer", "value"),
            d -> List.of(
                    d.runId(), number(d.epoch()), d.quantity().label(), Integer.toString(d.layer()), number(d.value())),
            row -> new Diagnostic(
                    row.text("run_id"),
                    row.amount("epoch"),
                    row.constant("quantity", QUANTITIES, A_QUANTITY),
                    (int) row.count("layer", Integer.MAX_VALUE),
                    row.number("value")));

    /** {@code tuning.csv}. */
    static final CsvTable<TuningTrial> TUNING = new CsvTable<>(
            List.of("task", "initializer", "scale", "factor", "learning_rate", "geometric_mean_rmst", "chosen"),
            t -> List.of(
                    t.task(),
                    t.initializer(),
                    format(t.scale()),
                    number(t.factor()),
                    number(t.learningRate()),
                    number(t.geometricMeanRmst()),
                    Boolean.toString(t.chosen())),
            row -> new TuningTrial(
                    row.word("task"),
                    row.word("initializer"),
                    row.optional("scale"),
                    row.amount("factor"),
                    row.amount("learning_rate"),
                    row.amount("geometric_mean_rmst"),
                    row.flag("chosen")));

    /** {@code failures.csv}. */
    static final CsvTable<Failure> FAILURES = new CsvTable<>(
            List.of("time", "trial", "problem"),
            failure -> List.of(failure.time(), failure.trial(), failure.problem()),
            row -> new Failure(row.text("time"), row.text("trial"), row.text("problem")));

    private Tables() {}

    /** {@code runs.csv} of a bundle of the study's version. */
    static CsvTable<RunRecord> runs(ResolvedStudy study) {
        return study.rated() ? RUNS : UNRATED_RUNS;
    }

    private static List<String> formatRun(RunRecord run) {
        return List.of(
                run.runId(),
                run.task(),
                run.initializer(),
                run.scaleKind().label(),
                format(run.scale()),
                number(run.learningRate()),
                run.rateKind().label(),
                Integer.toString(run.replicate()),
                run.engine(),
                run.precision(),
                lower(run.outcome()),
                lower(run.cause()),
                format(run.epochs()),
                number(run.epochsRun()),
                Long.toString(run.stepsRun()),
                number(run.budget()),
                number(run.initialLoss()),
                number(run.finalLoss()),
                number(run.finalMetric()),
                number(run.initialNorm()),
                number(run.distance()),
                number(run.signsKept()),
                run.initialDigest(),
                run.finalDigest());
    }

    private static RunRecord parseRun(CsvRow row) {
        return parseUnratedRun(row)
                .at(
                        row.amount("learning_rate"),
                        row.constant("learning_rate_rule", RATE_RULES, "task, factor or tuned"));
    }

    private static RunRecord parseUnratedRun(CsvRow row) {
        return new RunRecord(
                row.text("run_id"),
                row.word("task"),
                row.word("initializer"),
                row.constant("scale_kind", SCALE_KINDS, "std, gain, value or none"),
                row.optional("scale"),
                (int) row.count("replicate", Integer.MAX_VALUE),
                row.word("engine"),
                row.word("precision"),
                row.constant("outcome", OUTCOMES, "converged, censored or diverged"),
                row.constant("cause", CAUSES, "none, symmetric, rounding, dead, saturated or exploded"),
                row.optional("epochs"),
                row.amount("epochs_run"),
                row.count("steps_run", Long.MAX_VALUE),
                row.amount("budget"),
                row.number("initial_loss"),
                row.number("final_loss"),
                row.number("final_metric"),
                row.within("initial_norm", 0, POSITIVE_INFINITY),
                row.within("distance", 0, POSITIVE_INFINITY),
                row.within("signs_kept", 0, 1),
                row.text("initial_digest"),
                row.text("final_digest"));
    }

    private static String format(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    /** Constants by their names in lower case, in their order. */
    private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(lower(constant), constant);
        }
        return words;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The shortest digits that read back exactly, by one algorithm, whatever the Java version. */
    private static String number(double value) {
        return NumberOutput.toString(value, true);
    }
}
