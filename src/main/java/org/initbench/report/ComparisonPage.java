package org.initbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.initbench.common.Version;
import org.initbench.compare.BundlePair;
import org.initbench.compare.Speed;
import org.initbench.compare.StudyComparison;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a comparison shows.
 *
 * @param comparison the comparison
 * @param assets style and scripts
 * @param data the data of the charts, as JSON that can stand in a script element
 * @param bundles the bundles
 * @param environments what differs between the machines and the software
 * @param sections one section a bundle but the first
 */
public record ComparisonPage(
        StudyComparison comparison,
        PageAssets assets,
        String data,
        Table bundles,
        Table environments,
        List<Section> sections) {

    static ComparisonPage of(StudyComparison comparison, PageAssets assets) throws JsonProcessingException {
        List<Section> sections = new ArrayList<>();
        for (BundlePair pair : comparison.pairs()) {
            sections.add(Section.of(pair, sections.size(), comparison.margin()));
        }
        return new ComparisonPage(
                comparison,
                assets,
                EmbeddedJson.of(ComparisonChart.of(comparison)),
                ComparisonTables.bundles(comparison),
                ComparisonTables.environments(comparison),
                List.copyOf(sections));
    }

    /** The version of this program. */
    public String version() {
        return Version.current();
    }

    /** The result as one word. */
    public String word() {
        return Names.word(comparison.accord());
    }

    /** The study's name. */
    public String study() {
        return comparison.bundles().get(0).study();
    }

    /**
     * The section of a bundle beside the first.
     *
     * @param index its place among the charts' data
     * @param margin the margin as text
     * @param times null where nothing was timed in both
     */
    public record Section(
            int index,
            String label,
            String margin,
            boolean allEqual,
            Table tasks,
            Table cells,
            @Nullable Table scales,
            @Nullable Table verdicts,
            @Nullable Table times) {

        static Section of(BundlePair pair, int index, double margin) {
            Speed speed = pair.speed();
            return new Section(
                    index,
                    pair.label(),
                    Numbers.of(margin),
                    pair.bits().allEqual(),
                    ComparisonTables.tasks(pair),
                    ComparisonTables.cells(pair),
                    pair.scales().isEmpty() ? null : ComparedConclusions.scales(pair),
                    pair.verdicts().isEmpty() ? null : ComparedConclusions.verdicts(pair),
                    speed == null ? null : ComparedConclusions.times(pair, speed));
        }

        /** Its anchor. */
        public String id() {
            return "bundle-" + (index + 1);
        }
    }
}
