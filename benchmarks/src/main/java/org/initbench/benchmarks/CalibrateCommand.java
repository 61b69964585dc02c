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
import org.initbench.study.Calibrator;
import org.initbench.study.EpochSurvey;
import org.initbench.study.ExpectedEpochs;
import org.initbench.task.Calibration;
import org.initbench.task.Tasks;
import org.initbench.training.NativeBackend;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code calibrate [TASK…]}: chooses learning rates and budgets, and writes the table that tasks read. */
@picocli.CommandLine.Command(
        name = "calibrate",
        description = {
            "Chooses each task's learning rate and budget over the whole range of scales,",
            "and writes the table that tasks read when initbench is built."
        })
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

    @Override
    public Integer call() throws InterruptedException, IOException {
        NativeBackend.require();
        if (epochs) {
            return surveyEpochs(tasks.isEmpty() ? Tasks.names() : tasks);
        }
        List<String> names = tasks.isEmpty() ? Tasks.calibratedNames() : tasks;
        names.forEach(CalibrateCommand::requireCalibrated);
        Path table = home().resolve("src/main/resources/org/initbench/task").resolve(Calibration.FILE);
        List<Calibration.Row> rows = othersThan(names, table);
        Calibrator calibrator = new Calibrator(seed, workers);
        for (String name : names) {
            err().println("calibrating " + name);
            List<Calibration.Row> tried = calibrator.calibrate(name);
            rows.addAll(tried);
            tried.stream().filter(Calibration.Row::chosen).forEach(row -> out().println(row));
        }
        Files.writeString(table, csv(rows));
        err().println("wrote " + table);
        return ExitCodes.DONE;
    }

    private int surveyEpochs(List<String> names) throws InterruptedException, IOException {
        Path table = home().resolve("src/main/resources/org/initbench/study").resolve(ExpectedEpochs.FILE);
        EpochSurvey survey = new EpochSurvey(seed, workers);
        for (String name : names) {
            err().println("training " + name);
            List<ExpectedEpochs.Row> surveyed = survey.survey(Tasks.byName(name));
            List<ExpectedEpochs.Row> rows = new ArrayList<>(Files.exists(table) ? epochRows(table) : List.of());
            rows.removeIf(row -> row.task().equals(name));
            rows.addAll(surveyed);
            Files.writeString(table, epochsCsv(rows));
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
            throw new UsageException("task '" + task + "' has a published learning rate and budget; calibrated are: "
                    + String.join(", ", Tasks.calibratedNames()));
        }
    }

    private static List<Calibration.Row> othersThan(List<String> names, Path table) throws IOException {
        try (InputStream in = Files.newInputStream(table)) {
            return new ArrayList<>(Calibration.read(in).stream()
                    .filter(row -> !names.contains(row.task()))
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
