package org.initbench.benchmarks;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.common.UsageException;
import org.initbench.common.WholeFile;
import org.initbench.study.Calibrator;
import org.initbench.study.EpochSurvey;
import org.initbench.study.ExpectedEpochs;
import org.initbench.task.Calibration;
import org.initbench.task.Task;
import org.initbench.task.Tasks;
import org.initbench.training.MachineLimits;
import org.initbench.training.NativeBackend;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code calibrate [TASK…]}: chooses learning rates and budgets, and writes the table that tasks read. */
@picocli.CommandLine.Command(
        name = "calibrate",
        description = {
            "Chooses each task's learning rate and budget over the whole range of scales,",
            "and writes the table that tasks read when initbench is built."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./run-benchmarks.sh calibrate fashion-mlp-relu")
final class CalibrateCommand extends Command {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    @Parameters(
            paramLabel = "TASK",
            arity = "0..*",
            description = "The tasks; all that need calibration if none is named.")
    private List<String> tasks = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The seed (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "2",
            description = "Stacks trained at the same time (${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--epochs",
            description = {
                "Instead, measures for how many epochs starts of any task train, at the learning rate that it has,",
                "and writes the table that the predicted time of a study rests on."
            })
    private boolean epochs;

    private final Choice choice;

    /** Tries learning rates on a task. */
    @FunctionalInterface
    interface Choice {
        /** The rows of a task, as {@link Calibrator#calibrate} returns them. */
        List<Calibration.Row> of(String task, long seed, int workers) throws InterruptedException;
    }

    CalibrateCommand() {
        this((task, seed, workers) -> new Calibrator(seed, workers, MachineLimits.ofThisProcess()).calibrate(task));
    }

    /** A command that has rates chosen otherwise. */
    CalibrateCommand(Choice choice) {
        this.choice = choice;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        NativeBackend.require();
        if (workers < 1) {
            throw new UsageException("--workers is " + workers + "; at least 1 stack must be trained at a time");
        }
        List<String> named = tasks.stream().distinct().toList();
        return epochs
                ? surveyEpochs(named.isEmpty() ? Tasks.names() : named)
                : chooseRates(named.isEmpty() ? Tasks.calibratedNames() : named);
    }

    /** The table is written after each task: whoever ends this early keeps what was found. */
    private int chooseRates(List<String> names) throws InterruptedException, IOException {
        names.forEach(CalibrateCommand::requireCalibrated);
        Path table = home().resolve("src/main/resources/org/initbench/task").resolve(Calibration.FILE);
        othersThan(names.get(0), table);
        for (String name : names) {
            err().println("calibrating " + name);
            List<Calibration.Row> tried = choice.of(name, seed, workers);
            List<Calibration.Row> rows = othersThan(name, table);
            rows.addAll(tried);
            WholeFile.write(table, csv(rows));
            tried.stream().filter(Calibration.Row::chosen).forEach(row -> out().println(row));
        }
        err().println("wrote " + table);
        return ExitCodes.DONE;
    }

    private int surveyEpochs(List<String> names) throws InterruptedException, IOException {
        List<Task> surveyed = names.stream().map(Tasks::byName).toList();
        Path table = home().resolve("src/main/resources/org/initbench/study").resolve(ExpectedEpochs.FILE);
        EpochSurvey survey = new EpochSurvey(seed, workers, MachineLimits.ofThisProcess());
        for (Task task : surveyed) {
            err().println("training " + task.name());
            List<ExpectedEpochs.Row> found = survey.survey(task);
            List<ExpectedEpochs.Row> rows = new ArrayList<>(Files.exists(table) ? epochRows(table) : List.of());
            rows.removeIf(row -> row.task().equals(task.name()));
            rows.addAll(found);
            WholeFile.write(table, epochsCsv(rows));
        }
        err().println("wrote " + table);
        return ExitCodes.DONE;
    }

    private static List<ExpectedEpochs.Row> epochRows(Path table) throws IOException {
        try (InputStream in = Files.newInputStream(table)) {
            return ExpectedEpochs.read(in);
        }
    }

    private static String epochsCsv(List<ExpectedEpochs.Row> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(ExpectedEpochs.COLUMNS);
            for (ExpectedEpochs.Row row : rows) {
                String epochs = BigDecimal.valueOf(row.epochs())
                        .round(THREE_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
                csv.writeRecord(row.task(), row.initializer(), number(row.scale()), epochs);
            }
        }
        return text.toString();
    }

    private static void requireCalibrated(String task) {
        Tasks.controlled(task).ifPresent(controlled -> {
            throw new UsageException("task '" + task + "' has the learning rate and budget of '" + controlled
                    + "', whose control it is; calibrate that one");
        });
        if (!Double.isNaN(Tasks.uncalibrated(task).learningRate())) {
            throw new UsageException(
                    "task '" + task + "' has its learning rate and budget fixed by its definition; calibrated are: "
                            + String.join(", ", Tasks.calibratedNames()));
        }
    }

    private static List<Calibration.Row> othersThan(String task, Path table) throws IOException {
        if (!Files.exists(table)) {
            throw new UsageException(table + " does not exist: tasks are calibrated in the source tree of initbench");
        }
        try (InputStream in = Files.newInputStream(table)) {
            return new ArrayList<>(Calibration.read(in).stream()
                    .filter(row -> !row.task().equals(task))
                    .toList());
        }
    }

    private static String csv(List<Calibration.Row> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(Calibration.COLUMNS);
            for (Calibration.Row row : rows) {
                csv.writeRecord(
                        row.task(),
                        number(row.learningRate()),
                        number(row.geometricMeanRmst()),
                        number(row.bestStd()),
                        number(row.bestMedian()),
                        String.valueOf(row.chosen()),
                        number(row.budgetEpochs()));
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
