package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.analysis.Estimate;

/**
 * A table as every rendering shows it.
 *
 * @param caption what it shows
 * @param columns its columns
 * @param rows its rows, as long as there are columns
 * @param notes what the letters behind cells refer to, in their order
 */
public record Table(String caption, List<Column> columns, List<Row> rows, List<String> notes) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** The letters of the note with this index: a, b, … z, aa, ab, … */
    public static String letter(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    /** Which columns are words, as names of styles: {@code t1 t3}. */
    public String textColumns() {
        return IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).numeric())
                .mapToObj(i -> "t" + (i + 1))
                .collect(Collectors.joining(" "));
    }

    /**
     * A column.
     *
     * @param title its heading
     * @param numeric whether its cells are numbers, to be aligned at the right
     */
    public record Column(String title, boolean numeric) {
        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    /**
     * A row.
     *
     * @param cells its cells
     * @param strong whether it is the one to look at
     */
    public record Row(List<Cell> cells, boolean strong) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text what it says
     * @param detail what belongs to it in small print, such as an interval; may be empty
     * @param noteLetters letters of its notes, comma-separated; may be empty
     */
    public record Cell(String text, String detail, String noteLetters) {
        static Cell of(String text) {
            return new Cell(text, "", "");
        }

        static Cell of(int count) {
            return of(Integer.toString(count));
        }
    }

    /** Collects rows and the notes that their cells refer to. */
    static final class Builder {
        private final String caption;
        private final List<Column> columns;
        private final List<Row> rows = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Builder(String caption, Column... columns) {
            this.caption = caption;
            this.columns = List.of(columns);
        }

        Builder row(boolean strong, Cell... cells) {
            rows.add(new Row(List.of(cells), strong));
            return this;
        }

        /** A cell with an estimate in epochs or as a ratio, its interval and its caveats. */
        Cell estimate(Estimate estimate) {
            return new Cell(Numbers.value(estimate), Numbers.interval(estimate), letters(estimate.caveats()));
        }

        /** A cell with a probability, its interval and its caveats. */
        Cell probability(Estimate p) {
            String interval = p.low() == null || p.high() == null
                    ? ""
                    : Numbers.probability(p.low()) + "–" + Numbers.probability(p.high());
            return new Cell(Numbers.probability(p.value()), interval, letters(p.caveats()));
        }

        /** A cell with remarks. */
        Cell noted(String text, List<String> remarks) {
            return new Cell(text, "", letters(remarks));
        }

        Table build() {
            return new Table(caption, columns, rows, notes);
        }

        private String letters(List<String> caveats) {
            List<String> letters = new ArrayList<>();
            for (String caveat : caveats) {
                int index = notes.indexOf(caveat);
                if (index < 0) {
                    index = notes.size();
                    notes.add(caveat);
                }
                letters.add(letter(index));
            }
            return String.join(",", letters);
        }
    }
}
