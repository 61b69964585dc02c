package org.initbench.run;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.initbench.common.DataException;

/**
 * A table in a file: RFC 4180, UTF-8, one header line, no locale anywhere.
 *
 * @param columns names of the columns, in order
 * @param format the fields of a row
 * @param parse the inverse of {@code format}; throws a {@link DataException} that names place and reason
 */
record CsvTable<T>(List<String> columns, Function<T, List<String>> format, Function<CsvRow, T> parse) {
    private static final long MAX_BYTES = 4L << 30;

    /** Findings after which a table is not read on: it is no table, or made to keep its reader busy. */
    private static final long MOST_FINDINGS = 1000;

    /** Writes header and rows; the stream stays open. */
    void write(OutputStream out, Iterable<T> rows) throws IOException {
        CsvWriter writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        writer.writeRecord(columns);
        for (T row : rows) {
            writer.writeRecord(format.apply(row));
        }
        writer.flush();
    }

    /**
     * Reads all rows. A row that cannot be understood is a finding, and the next one is read.
     *
     * @param where the file's name for messages
     * @param in the table; stays open
     * @param rows takes each row, with its place for messages
     */
    void read(String where, InputStream in, Findings findings, BiConsumer<Line, T> rows) {
        CheckedInputStream checked = new CheckedInputStream(in, where, MAX_BYTES);
        try {
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(checked, StandardCharsets.UTF_8);
            Iterator<CsvRecord> records = reader.iterator();
            checkHeader(where, records);
            long before = findings.total();
            while (records.hasNext()) {
                readRow(where, records.next(), findings, rows);
                if (findings.total() - before > MOST_FINDINGS) {
                    findings.add(where + ": more than " + MOST_FINDINGS + " findings: the rest of it was not read");
                    return;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            findings.add(where + ": damaged or cut off: " + cause.getMessage());
            return;
        }
        if (checked.last() != '\n') {
            findings.add(where + ": cut off: the last line does not end");
        }
    }

    /**
     * Reads past the header line of a table that {@link #write} made.
     *
     * @throws DataException if the stream begins with anything else
     */
    void skipHeader(String where, InputStream in) throws IOException {
        byte[] header = (String.join(",", columns) + "\r\n").getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(header, in.readNBytes(header.length))) {
            throw new DataException(where + ", line 1: damaged: not the header " + String.join(",", columns));
        }
    }

    private void checkHeader(String where, Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            throw new DataException(where + ", line 1: empty; the header " + String.join(",", columns) + " is missing");
        }
        List<String> found = records.next().getFields();
        if (!found.equals(columns)) {
            throw new DataException(where + ", line 1: the header is '" + String.join(",", found) + "', not '"
                    + String.join(",", columns) + "'");
        }
    }

    private void readRow(String where, CsvRecord record, Findings findings, BiConsumer<Line, T> rows) {
        Line place = new Line(where, record.getStartingLineNumber());
        if (record.getFieldCount() != columns.size()) {
            findings.add(place + ": " + record.getFieldCount() + " fields instead of " + columns.size());
            return;
        }
        T row;
        try {
            row = parse.apply(new CsvRow(place, columns, record.getFields()));
        } catch (DataException e) {
            findings.add(String.valueOf(e.getMessage()));
            return;
        }
        rows.accept(place, row);
    }
}
