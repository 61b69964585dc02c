package org.initbench.report;

import java.util.List;
import org.initbench.analysis.Overview;

/** {@code answers.md} of several studies: the answers, what they rest on, the studies, and the caveats. */
final class OverviewMarkdown {
    private OverviewMarkdown() {}

    /**
     * The whole document, CommonMark with tables.
     *
     * @param studies the studies, in the order of the overview's bundles
     */
    static String render(Overview overview, List<StudyView> studies) {
        Markdown document = new Markdown();
        QuestionsSection section = QuestionsSection.of(overview, studies);
        QuestionsMarkdown questions = new QuestionsMarkdown(document);
        document.line("# How small should the initial weights be?");
        document.gap();
        document.line("Answers from " + overview.bundles().size() + " studies.");
        questions.brief(section);
        document.table(OverviewTables.studies(overview));
        if (!overview.caveats().isEmpty()) {
            document.heading(2, "Caveats");
            document.bullets(overview.caveats());
        }
        questions.details(section);
        document.heading(2, "The studies");
        for (int i = 0; i < studies.size(); i++) {
            Overview.Source source = overview.bundles().get(i);
            document.heading(3, source.name());
            document.paragraph(source.description());
            document.table(TaskTables.overview(studies.get(i).analysis()));
        }
        return document.text();
    }
}
