package org.initbench.benchmarks;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.cli.Command;
import org.initbench.cli.ExitCodes;
import org.initbench.common.UsageException;
import org.initbench.study.Calibrator;
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

    @Override
    public Integer call() throws InterruptedException, IOException {
        NativeBackend.require();
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
