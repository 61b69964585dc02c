package org.initbench.report;

import org.initbench.analysis.Analysis;
import org.initbench.analysis.TaskAnalysis;
import org.jspecify.annotations.Nullable;

/** {@code answers.md} of a study: the answers in words, a table a task, and the caveats. */
final class AnswersMarkdown {
    private final Markdown document = new Markdown();

    private AnswersMarkdown() {}

    /** The whole document, CommonMark with tables. */
    static String render(Analysis analysis) {
        AnswersMarkdown answers = new AnswersMarkdown();
        QuestionsSection questions = QuestionsSection.of(analysis);
        answers.head(analysis, questions);
        if (questions != null) {
            new QuestionsMarkdown(answers.document).details(questions);
        }
        answers.tasks(analysis);
        answers.legend(analysis);
        return answers.document.text();
    }

    private void head(Analysis analysis, @Nullable QuestionsSection questions) {
        document.line("# How small should the initial weights be?");
        document.gap();
        document.line("Study *" + Markdown.escape(analysis.study().name()) + "*: "
                + Markdown.escape(analysis.study().description()));
        document.line(Numbers.of((double) analysis.runs(), 15) + " runs on "
                + Markdown.escape(analysis.environment().cpuModel()) + ", "
                + Fact.when(analysis.environment().started()) + ".");
        if (!analysis.complete()) {
            document.gap();
            document.line("**Incomplete: planned runs are missing.**");
        }
        if (questions == null) {
            document.bullets(analysis.answer());
        } else {
            new QuestionsMarkdown(document).brief(questions);
        }
        document.table(TaskTables.overview(analysis));
        if (!analysis.caveats().isEmpty()) {
            document.heading(2, "Caveats");
            document.bullets(analysis.caveats());
        }
    }

    private void tasks(Analysis analysis) {
        for (TaskAnalysis task : analysis.tasks()) {
            document.heading(2, task.task().name());
            document.paragraph(task.task().description());
            document.bullets(task.answer());
            document.table(TaskTables.families(task));
            if (!task.responses().isEmpty()) {
                document.table(TaskTables.scales(task));
            }
            optional(RateTables.comparisons(task.rates()));
            optional(RateTables.gains(task.rates()));
        }
    }

    private void optional(@Nullable Table table) {
        if (table != null) {
            document.table(table);
        }
    }

    private void legend(Analysis analysis) {
        document.heading(2, "How to read the tables");
        document.gap();
        Glossary.of(analysis).forEach(entry -> document.bullet(entry.term() + ": " + entry.meaning()));
    }
}
