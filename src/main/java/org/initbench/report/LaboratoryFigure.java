package org.initbench.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data of a picture that answers a question: small panels of lines, or rows of marks.
 *
 * @param kind {@code lines}, or {@code steps} that hold until the next point: a panel a group, a line a series; {@code rows}: a line a group and label, a mark a series
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows; empty for rows
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical axis is logarithmic
 * @param references values at which a line is drawn across: of {@code y} for lines, of {@code x} for rows
 * @param series names of the series, in the order of their colours
 * @param points what is drawn
 */
record LaboratoryFigure(
        String kind,
        String x,
        String y,
        boolean logX,
        boolean logY,
        List<Double> references,
        List<String> series,
        @JsonIgnore List<Point> points) {

    LaboratoryFigure {
        references = List.copyOf(references);
        series = List.copyOf(series);
        points = List.copyOf(points);
    }

    /** The points by panel or group of rows, in the order in which they appear. */
    @JsonProperty
    Map<String, List<Point>> groups() {
        return points.stream()
                .collect(Collectors.groupingBy(Point::group, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /**
     * A point; what does not exist, is not finite or is false is absent.
     *
     * @param group the panel or the group of rows
     * @param series index of the series
     * @param label the row; empty for lines
     * @param at position on the horizontal axis of lines; absent for rows
     * @param value the number
     * @param low lower limit
     * @param high upper limit
     * @param open whether the upper limit is infinite
     * @param partial whether the number rests on some of the runs only
     * @param tip what a pointer brings up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(
            @JsonIgnore String group,
            int series,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String label,
            @Nullable Double at,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean open,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial,
            String tip) {}
}
