package org.initbench.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.SkippedCell;
import org.initbench.study.TaskPrediction;
import org.jspecify.annotations.Nullable;

/** A forecast for people: a line a task, and all in all. */
final class ForecastTable {

    private static final double MEBIBYTE = 1 << 20;

    private ForecastTable() {}

    /**
     * The table.
     *
     * @param study the study
     * @param forecast what it is expected to take
     * @param limit how long it may take; null if it does not say
     */
    static String of(ResolvedStudy study, Forecast forecast, @Nullable Duration limit) {
        StringBuilder text = new StringBuilder();
        text.append(line("task", "cells", "models", "stack", "time", "memory"));
        for (TaskPrediction task : forecast.tasks()) {
            text.append(line(
                    task.task(),
                    String.valueOf(task.cells()),
                    String.valueOf(task.models()),
                    String.valueOf(task.stackSize()),
                    clock(Costs.OF_FORK + task.tuningSeconds() + task.seconds()),
                    memory(task.memoryBytes())));
        }
        text.append(line("this forecast", "", "", "", clock(forecast.forecastSeconds()), ""));
        text.append(line("timings", "", "", "", clock(forecast.timingSeconds()), ""));
        text.append(line("analysis", "", "", "", clock(forecast.analysisSeconds()), ""));
        text.append(line(
                "in all",
                String.valueOf(forecast.cells()),
                String.valueOf(forecast.models()),
                "",
                clock(forecast.seconds()),
                memory(forecast.memoryBytes())));
        List<String> skipped = SkippedCell.clauses(study.skipped());
        skipped.forEach(clause -> text.append("not run: ").append(clause).append('\n'));
        if (limit != null) {
            text.append("time limit: ").append(clock((double) limit.toSeconds()));
            text.append(forecast.seconds() > limit.toSeconds() ? ", so that it would not be run" : "");
            text.append('\n');
        }
        return text.toString();
    }

    private static String line(String task, String cells, String models, String stack, String time, String memory) {
        return String.format(Locale.ROOT, "%-32s %6s %8s %6s %10s %12s", task, cells, models, stack, time, memory)
                .stripTrailing()
                .concat("\n");
    }

    private static String memory(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }

    /** Hours, minutes and seconds, such as {@code 1:02:03}. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
