package org.initbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.analysis.Overview;
import org.jspecify.annotations.Nullable;

/**
 * What the page of several studies shows.
 *
 * @param overview the overview
 * @param assets style and scripts
 * @param data the data of the charts, as JSON that can stand in a script element
 * @param questions the questions that people ask
 * @param table a row a study
 * @param studies one section a study
 */
public record OverviewPage(
        Overview overview,
        PageAssets assets,
        String data,
        QuestionsSection questions,
        Table table,
        List<Section> studies) {

    public OverviewPage {
        studies = List.copyOf(studies);
    }

    static OverviewPage of(Overview overview, List<StudyView> studies, PageAssets assets)
            throws JsonProcessingException {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            sections.add(Section.of(overview.bundles().get(i), studies.get(i), i));
        }
        QuestionsSection questions = QuestionsSection.of(overview, studies);
        return new OverviewPage(
                overview,
                assets,
                EmbeddedJson.of(ChartData.ofFigures(figures(overview, questions, studies))),
                questions,
                OverviewTables.studies(overview),
                sections);
    }

    /** The data of the pictures that the questions show, and of no others. */
    private static Map<String, LaboratoryFigure> figures(
            Overview overview, QuestionsSection questions, List<StudyView> studies) {
        List<String> shown = questions.parts().stream()
                .flatMap(part -> part.figures().stream())
                .map(Figure::name)
                .toList();
        Map<String, LaboratoryFigure> figures = new LinkedHashMap<>();
        for (StudyView study : studies) {
            QuestionPictures.drawn(study.analysis()).forEach((name, figure) -> {
                if (shown.contains(study.prefix() + name)) {
                    figures.put(study.prefix() + name, figure);
                }
            });
        }
        figures.putAll(ClaimFigures.all(overview.questions(), overview.verdicts()));
        return figures;
    }

    /** How much was run: studies and runs. */
    public String counts() {
        int runs = overview.bundles().stream().mapToInt(Overview.Source::runs).sum();
        return overview.bundles().size() + " studies · " + Numbers.of((double) runs, 15) + " training runs";
    }

    /**
     * The section of a study.
     *
     * @param id its anchor
     * @param source the bundle
     * @param report the way to its own report
     * @param counts how much was run
     * @param fastest the best cell of each task
     * @param map tasks by scale; null if no family of standard deviations was run
     */
    public record Section(
            String id,
            Overview.Source source,
            String report,
            String counts,
            Table fastest,
            @Nullable HeatMap map) {

        static Section of(Overview.Source source, StudyView study, int index) {
            int tasks = study.analysis().tasks().size();
            return new Section(
                    "study-" + (index + 1),
                    source,
                    study.report(),
                    Numbers.of((double) source.runs(), 15) + " training runs · " + tasks
                            + (tasks == 1 ? " task" : " tasks") + " · " + source.machine() + " · "
                            + Fact.when(source.started()),
                    TaskTables.overview(study.analysis()),
                    HeatMap.overview(study.analysis()));
        }
    }
}
