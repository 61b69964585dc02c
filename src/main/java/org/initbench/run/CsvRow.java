package org.initbench.run;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.initbench.common.DataException;

/**
 * One row of a table, read by column name. Every method throws a {@link DataException} that names place, column, what
 * was found and what would be right. An empty field is a missing value, never zero.
 *
 * @param place file and line
 * @param columns names of the columns
 * @param fields one field a column
 */
record CsvRow(Line place, List<String> columns, List<String> fields) {
    /** A text that may not be empty. */
    String text(String column) {
        String field = field(column);
        if (field.isEmpty()) {
            throw wrong(column, "a value");
        }
        return field;
    }

    /** A text of which a table has few: equal ones are one object. */
    String word(String column) {
        return text(column).intern();
    }

    /** A double, possibly NaN or infinite, in the spelling of {@link Double#toString}. */
    double number(String column) {
        String field = field(column);
        if (!NumberText.isNumber(field)) {
            throw wrong(column, "a number");
        }
        return NumberText.parse(field);
    }

    /** A double that is finite and not negative. */
    double amount(String column) {
        double value = number(column);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw wrong(column, "a finite number of at least 0");
        }
        return value;
    }

    /** A double in [low, high], or NaN. */
    double within(String column, double low, double high) {
        double value = number(column);
        if (value < low || value > high) {
            throw wrong(column, "a number from " + low + " to " + high);
        }
        return value;
    }

    /** A double, or empty if the field is. */
    OptionalDouble optional(String column) {
        return field(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
    }

    /** An integer of at least 0 and at most {@code max}. */
    long count(String column, long max) {
        try {
            long value = Long.parseLong(field(column));
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(column, "a whole number of at least 0");
        }
        throw wrong(column, "a whole number from 0 to " + max);
    }

    /** {@code true} or {@code false}. */
    boolean flag(String column) {
        return switch (field(column)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(column, "true or false");
        };
    }

    /**
     * A constant of an enum.
     *
     * @param constants the constants by the words that stand for them
     */
    <E> E constant(String column, Map<String, E> constants, String expected) {
        E constant = constants.get(field(column));
        if (constant == null) {
            throw wrong(column, expected);
        }
        return constant;
    }

    /** The error that says what a column should hold. */
    DataException wrong(String column, String expected) {
        String field = field(column);
        return new DataException(place + ", column " + column + ": " + (field.isEmpty() ? "empty" : "'" + field + "'")
                + " where " + expected + " is expected");
    }

    private String field(String column) {
        return fields.get(columns.indexOf(column));
    }
}
