package org.initbench.common;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables of expected values, each beside the script that made it. */
public final class GoldenTable {

    private GoldenTable() {}

    /** The rows of a table on the class path. */
    public static List<NamedCsvRecord> rows(String resource) {
        InputStream in = Objects.requireNonNull(GoldenTable.class.getResourceAsStream(resource), resource);
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
