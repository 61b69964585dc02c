package org.initbench.study;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.initbench.common.DataException;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;

/**
 * For how many epochs a model is expected to train until it has reached its hardest level, has diverged, or has spent its
 * budget: from a committed table of what a few starts of each task needed on replicates that are never reported ({@code
 * calibrate --epochs} makes it). A start that is not in the table is taken for the nearest of its kind: a random one for the
 * normal law of equal standard deviation, geometric mean over the drawn matrices; between two scales the table is interpolated
 * in the logarithm of the scale.
 */
public final class ExpectedEpochs {

    /** Name of the table's file, beside this class. */
    public static final String FILE = "expected-epochs.csv";

    /** Columns of the table. */
    public static final List<String> COLUMNS = List.of("task", "initializer", "scale", "epochs");

    private static final String NORMAL = "normal";
    private static final String EQUAL = "constant";

    private final List<Row> rows;

    private ExpectedEpochs(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * What a start needed.
     *
     * @param task name of the task
     * @param initializer name of the initializer
     * @param scale its scale
     * @param epochs mean epochs trained, the task's budget at most
     */
    public record Row(String task, String initializer, double scale, double epochs) {}

    /**
     * The committed table.
     *
     * @throws DataException if it is missing or damaged
     */
    public static ExpectedEpochs committed() {
        try (InputStream in = ExpectedEpochs.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new DataException(FILE + " is missing from the class path; rebuild initbench");
            }
            return new ExpectedEpochs(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of these rows. */
    static ExpectedEpochs of(List<Row> rows) {
        return new ExpectedEpochs(rows);
    }

    /** All rows. */
    public List<Row> rows() {
        return rows;
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
            reader.forEach(record -> rows.add(new Row(
                    field(record, "task"),
                    field(record, "initializer"),
                    number(record, "scale"),
                    number(record, "epochs"))));
        }
        return rows;
    }

    private static double number(NamedCsvRecord record, String column) {
        String field = field(record, column);
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw damaged(record, column + " '" + field + "' is not a number");
        }
    }

    private static String field(NamedCsvRecord record, String column) {
        return record.findField(column).orElseThrow(() -> damaged(record, "column '" + column + "' is missing"));
    }

    private static DataException damaged(NamedCsvRecord record, String problem) {
        return new DataException(FILE + ":" + record.getStartingLineNumber() + ": " + problem);
    }

    /**
     * The expected epochs of a cell.
     *
     * @param task the task; one that is not in the table is expected to spend its budget
     * @param arm a start that its network can have
     */
    public double of(TaskDescription task, ArmDescription arm) {
        String word = arm.initializer().split(":", -1)[0];
        double scale = arm.scale() == null ? 1 : arm.scale();
        List<Row> kin = kin(task, word);
        if (kin.isEmpty()) {
            double std = standardDeviation(task, arm, scale);
            kin = kin(task, std > 0 ? NORMAL : EQUAL);
            scale = std;
        }
        return Math.min(task.budgetEpochs(), kin.isEmpty() ? task.budgetEpochs() : interpolated(kin, scale));
    }

    /** Rows of a task whose initializers have a name that begins with this word, by scale. */
    private List<Row> kin(TaskDescription task, String word) {
        return rows.stream()
                .filter(row -> row.task.equals(task.name()) && row.initializer.split(":", -1)[0].equals(word))
                .sorted(Comparator.comparingDouble(Row::scale))
                .toList();
    }

    private static double interpolated(List<Row> rows, double scale) {
        Row below = rows.get(0);
        for (Row above : rows) {
            if (above.scale >= scale) {
                if (below.equals(above)) {
                    return above.epochs;
                }
                double share = StrictMath.log(scale / below.scale) / StrictMath.log(above.scale / below.scale);
                return below.epochs + share * (above.epochs - below.epochs);
            }
            below = above;
        }
        return below.epochs;
    }

    /** Geometric mean over the drawn matrices; where a rule leaves it to the data, that of a variance of 1/fan-in. */
    private static double standardDeviation(TaskDescription task, ArmDescription arm, double scale) {
        Initializer initializer = Initializers.byName(arm.initializer());
        if (initializer.scaleKind() == ScaleKind.VALUE) {
            return 0;
        }
        double mean = task.drawnMatrices().stream()
                .mapToDouble(matrix -> logStandardDeviation(initializer, matrix, scale))
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
        return StrictMath.exp(mean);
    }

    private static double logStandardDeviation(Initializer initializer, MatrixDescription matrix, double scale) {
        double variance = initializer.targetVariance(matrix.fanIn(), matrix.fanOut());
        return StrictMath.log(scale) + 0.5 * StrictMath.log(Double.isNaN(variance) ? 1.0 / matrix.fanIn() : variance);
    }
}
