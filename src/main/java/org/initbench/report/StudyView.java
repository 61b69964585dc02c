package org.initbench.report;

import org.initbench.analysis.Analysis;

/**
 * A study on a page.
 *
 * @param name what it goes by: the name of its bundle
 * @param analysis its analysis
 * @param report where its own report is, as a link; empty on that page itself
 * @param prefix what the names of its pictures begin with; empty on its own page
 */
record StudyView(String name, Analysis analysis, String report, String prefix) {

    /** A study on its own page. */
    static StudyView own(Analysis analysis) {
        return new StudyView(analysis.bundle(), analysis, "", "");
    }

    /** The link to a question in its own report. */
    QuestionsSection.Link link(String question) {
        return new QuestionsSection.Link(name, report + "#" + question);
    }
}
