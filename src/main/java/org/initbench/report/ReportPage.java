package org.initbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.TaskAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * What the page template shows.
 *
 * @param analysis the analysis
 * @param assets style and scripts
 * @param data the data of the charts, as JSON that can stand in a script element
 * @param overview the best cell of each task
 * @param overviewMap tasks by scale; null if no family of standard deviations was run
 * @param sections one section a task
 * @param costs how the cost of an epoch grows; null if that was not timed
 * @param questions the questions that people ask; null if the study says nothing about them
 * @param machine the machine and the software
 */
public record ReportPage(
        Analysis analysis,
        PageAssets assets,
        String data,
        Table overview,
        @Nullable HeatMap overviewMap,
        List<Section> sections,
        @Nullable Table costs,
        @Nullable QuestionsSection questions,
        List<Fact> machine) {

    static ReportPage of(Analysis analysis, PageAssets assets) throws JsonProcessingException {
        List<Section> sections = new ArrayList<>();
        for (TaskAnalysis task : analysis.tasks()) {
            sections.add(Section.of(task, sections.size()));
        }
        List<CostSweep> sweeps = CostSweep.of(analysis.costs());
        return new ReportPage(
                analysis,
                assets,
                EmbeddedJson.of(ChartData.of(analysis)),
                TaskTables.overview(analysis),
                HeatMap.overview(analysis),
                List.copyOf(sections),
                sweeps.isEmpty() ? null : CostSweep.table(sweeps),
                QuestionsSection.of(analysis),
                Fact.of(analysis));
    }

    /** How much was run: tasks, cells and runs. */
    public String counts() {
        int cells = analysis.tasks().stream().mapToInt(t -> t.cells().size()).sum();
        return Numbers.of((double) analysis.runs(), 15) + " training runs · " + sections.size()
                + (sections.size() == 1 ? " task" : " tasks") + " · " + cells + " cells";
    }

    /** When the study was started, for people. */
    public String started() {
        return Fact.when(analysis.environment().started());
    }

    /**
     * The section of a task.
     *
     * @param id its anchor
     * @param index its place among the charts' data
     */
    public record Section(
            String id,
            int index,
            TaskAnalysis task,
            List<Fact> facts,
            Table families,
            Table scales,
            Table response,
            List<HeatMap> maps,
            Table ratios,
            Table curves,
            Table incidence,
            Table timing,
            Table symmetry,
            Table traces,
            Table profiles,
            @Nullable Table rates,
            @Nullable Table rateCells,
            @Nullable Table gains,
            Table theory,
            Table meanField) {

        static Section of(TaskAnalysis task, int index) {
            return new Section(
                    "task-" + (index + 1),
                    index,
                    task,
                    Fact.of(task.task()),
                    TaskTables.families(task),
                    TaskTables.scales(task),
                    PictureTables.response(task),
                    HeatMap.of(task),
                    PictureTables.ratios(task),
                    PictureTables.curves(task),
                    PictureTables.incidence(task),
                    PictureTables.timing(task),
                    InsightTables.symmetry(task),
                    InsightTables.traces(task),
                    InsightTables.profiles(task),
                    RateTables.comparisons(task.rates()),
                    RateTables.cells(task.rates()),
                    RateTables.gains(task.rates()),
                    TheoryTables.layers(task),
                    TheoryTables.meanField(task));
        }

        /** The chart by learning rate in words. */
        public String ratesAlt() {
            return "Charts of expected epochs against scale for " + task.task().name()
                    + ", one line a learning rate. The tables below have every number.";
        }

        /** The charts by depth in words. */
        public String depthAlt() {
            String theory = theory().rows().isEmpty()
                    ? ""
                    : " Predictions of mean-field theory are drawn beside what was measured before the first update.";
            return "Charts of activation variance and gradients of "
                    + task.task().name() + " by layer." + theory + " The tables below have the numbers.";
        }

        /** The charts of what was seen inside models in words. */
        public String insightAlt() {
            return "Charts of " + task.task().name() + " by epoch and by layer. The tables below have the numbers.";
        }

        /** The response chart in words. */
        public String responseAlt() {
            String best = task.best().isEmpty()
                    ? "No cell has five successes."
                    : "The fastest is " + Names.cell(task.best().get(0)) + ".";
            return "Chart of epochs against scale for " + task.task().name() + ". " + best
                    + " The table below has every number.";
        }

        /** The chart of the share converged in words. */
        public String incidenceAlt() {
            return "Chart of the share of runs that have converged against epochs for "
                    + task.task().name() + ", with the runs at risk. The table below has the numbers.";
        }

        /** The chart of learning curves in words. */
        public String curvesAlt() {
            List<String> cells = task.curves().stream()
                    .map(c -> c.role() + " (" + Names.cell(c.initializer(), c.scaleKind(), c.scale()) + ")")
                    .toList();
            return "Chart of loss against epochs for " + String.join(", ", cells)
                    + ". The table below has the numbers.";
        }
    }
}
