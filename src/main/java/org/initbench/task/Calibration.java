package org.initbench.task;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.common.DataException;

/**
 * The committed table of calibrated learning rates: for each task, every rate of a logarithmic grid with what it costs over
 * the whole range of scales. The rate with the lowest cost is the task's, whatever start that may favour.
 */
public final class Calibration {

    /** Name of the table's file, beside this class. */
    public static final String FILE = "calibration.csv";

    /** Columns of the table. */
    public static final List<String> COLUMNS = List.of(
            "task", "learning_rate", "geometric_mean_rmst", "best_std", "best_median", "chosen", "budget_epochs");

    private Calibration() {}

    /**
     * One rate that was tried on one task.
     *
     * @param task name of the task
     * @param learningRate the rate
     * @param geometricMeanRmst geometric mean, over the normal family's scales, of the mean of min(epochs, provisional budget)
     * @param bestStd the scale with the smallest median epochs of those at which every replicate learnt; NaN if there is none
     * @param bestMedian that median, in epochs; NaN likewise
     * @param chosen whether this is the task's rate
     * @param budgetEpochs 20 × {@code bestMedian} to two significant digits; NaN unless chosen
     */
    public record Row(
            String task,
            double learningRate,
            double geometricMeanRmst,
            double bestStd,
            double bestMedian,
            boolean chosen,
            double budgetEpochs) {}

    /**
     * The chosen row of a task, if the task was calibrated.
     *
     * @throws DataException if the table is missing
     */
    public static Optional<Row> chosen(String task) {
        return rows().stream().filter(r -> r.chosen && r.task.equals(task)).findFirst();
    }

    /** All rows of the committed table. */
    public static List<Row> rows() {
        try (InputStream in = Calibration.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new DataException(FILE + " is missing from the class path; rebuild initbench");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All rows of a table.
     *
     * @throws DataException if it is damaged
     */
    public static List<Row> read(InputStream in) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.forEach(record -> rows.add(row(record)));
        }
        return rows;
    }

    private static Row row(NamedCsvRecord record) {
        return new Row(
                field(record, "task"),
                number(record, "learning_rate"),
                number(record, "geometric_mean_rmst"),
                number(record, "best_std"),
                number(record, "best_median"),
                flag(record, "chosen"),
                number(record, "budget_epochs"));
    }

    private static double number(NamedCsvRecord record, String column) {
        String field = field(record, column);
        try {
            return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw damaged(record, column + " '" + field + "' is not a number");
        }
    }

    private static boolean flag(NamedCsvRecord record, String column) {
        String field = field(record, column);
        if (!field.equals("true") && !field.equals("false")) {
            throw damaged(record, column + " '" + field + "' is neither true nor false");
        }
        return field.equals("true");
    }

    private static String field(NamedCsvRecord record, String column) {
        return record.findField(column).orElseThrow(() -> damaged(record, "column '" + column + "' is missing"));
    }

    private static DataException damaged(NamedCsvRecord record, String problem) {
        return new DataException(FILE + ":" + record.getStartingLineNumber() + ": " + problem);
    }
}
