package org.initbench.report;

import org.initbench.report.QuestionsSection.Appendix;
import org.initbench.report.QuestionsSection.Link;
import org.initbench.report.QuestionsSection.Other;
import org.initbench.report.QuestionsSection.Part;

/** The questions and their answers in {@code answers.md}. */
final class QuestionsMarkdown {
    private final Markdown document;

    QuestionsMarkdown(Markdown document) {
        this.document = document;
    }

    /** One line a question on which something was found, and one for all others. */
    void brief(QuestionsSection section) {
        document.gap();
        for (Part part : section.measured()) {
            document.line("- **" + Markdown.escape(part.answer().question()) + "** "
                    + Markdown.escape(part.answer().sentence()) + " " + verdict(part));
        }
        for (Part part : section.missing()) {
            document.line("- **" + Markdown.escape(part.answer().question()) + "** "
                    + Markdown.escape(part.answer().sentence()));
        }
    }

    /** A section a question on which something was found. */
    void details(QuestionsSection section) {
        document.heading(2, "Questions");
        document.paragraph(section.lede());
        section.measured().forEach(this::part);
        Appendix criterion = section.criterion();
        if (criterion != null) {
            document.heading(3, criterion.title());
            document.bullets(criterion.sentences());
        }
    }

    private void part(Part part) {
        document.heading(3, part.answer().question());
        document.gap();
        document.line(Markdown.escape(part.answer().sentence()));
        document.gap();
        document.line(verdict(part));
        document.bullets(part.numbers());
        part.briefTables().forEach(document::table);
        document.folded("One by one", part.details());
        if (!part.others().isEmpty()) {
            document.paragraph("Other studies:");
            document.gap();
            for (Other other : part.others()) {
                document.line("- " + link(other.study()) + ": " + Markdown.escape(other.brief()));
            }
        }
        if (!part.answer().caveats().isEmpty()) {
            document.paragraph("Caveats: " + String.join("; ", part.answer().caveats()) + ".");
        }
        document.bullets(part.answer().missing());
        sources(part);
    }

    /** The verdict and what it is on. */
    private static String verdict(Part part) {
        return ("*" + part.word() + "* " + Markdown.escape(part.judged())).strip();
    }

    private void sources(Part part) {
        if (!part.sources().isEmpty()) {
            document.gap();
            document.line("From "
                    + String.join(
                            ", ",
                            part.sources().stream().map(QuestionsMarkdown::link).toList()) + ".");
        }
    }

    private static String link(Link link) {
        return "[" + Markdown.escape(link.name()) + "]("
                + link.href().replace("(", "%28").replace(")", "%29") + ")";
    }
}
