package org.initbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a reader must know before using the answers of several studies. */
final class OverviewCaveats {
    private OverviewCaveats() {}

    /** Those of the studies, each with the names of the studies that have it unless all have, after those of their union. */
    static List<String> of(List<Overview.Source> sources, List<Analysis> analyses) {
        List<String> caveats = new ArrayList<>();
        List<String> machines =
                sources.stream().map(Overview.Source::machine).distinct().toList();
        if (machines.size() > 1) {
            caveats.add("The studies were run on different machines (" + String.join("; ", machines)
                    + "): where arithmetic differs in the last bit, so may epochs.");
        }
        Map<String, List<String>> own = new LinkedHashMap<>();
        IntStream.range(0, sources.size())
                .forEach(i -> analyses.get(i)
                        .caveats()
                        .forEach(caveat -> own.computeIfAbsent(caveat, c -> new ArrayList<>())
                                .add(sources.get(i).name())));
        own.forEach((caveat, names) ->
                caveats.add(names.size() == sources.size() ? caveat : Words.list(names) + ": " + caveat));
        return List.copyOf(caveats);
    }
}
