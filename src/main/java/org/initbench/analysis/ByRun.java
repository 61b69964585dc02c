package org.initbench.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Groups the rows of a table by run. A bundle has those of one run next to each other, so that groups are views of the table. */
final class ByRun {
    private ByRun() {}

    /**
     * The rows of each run, in their order.
     *
     * @param rows the table, never changed afterwards
     * @param run identity of a row's run
     */
    static <T> Map<String, List<T>> of(List<T> rows, Function<T, String> run) {
        Map<String, List<T>> groups = new HashMap<>();
        int first = 0;
        for (int i = 1; i <= rows.size(); i++) {
            String id = run.apply(rows.get(first));
            if (i == rows.size() || !run.apply(rows.get(i)).equals(id)) {
                groups.merge(id, rows.subList(first, i), ByRun::joined);
                first = i;
            }
        }
        return groups;
    }

    private static <T> List<T> joined(List<T> before, List<T> after) {
        List<T> all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }
}
