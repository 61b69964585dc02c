package org.initbench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * How everything is measured: the documentation's page {@code reports/method.md} as a section of a report. HTML in it is shown as text.
 *
 * @param title the title, plain text
 * @param body the rest as HTML, its headings one level lower
 */
public record MethodPage(String title, String body) {
    private static final String FILE = "method.md";

    /** The page of this version of the program. */
    public static MethodPage load() {
        return of(markdown());
    }

    /**
     * Renders a page.
     *
     * @param markdown CommonMark that begins with a title, a heading of level 1
     * @throws IllegalArgumentException if it begins otherwise
     */
    static MethodPage of(String markdown) {
        Node document = Parser.builder().build().parse(markdown);
        if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
            throw new IllegalArgumentException("a page begins with its title, such as '# Method'");
        }
        String words = TextContentRenderer.builder().build().render(title).strip();
        title.unlink();
        document.accept(new Lowering());
        HtmlRenderer html =
                HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
        return new MethodPage(words, html.render(document));
    }

    /** The page as it is written. */
    static String markdown() {
        try (InputStream in = MethodPage.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own file " + FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + FILE + " cannot be read", e);
        }
    }

    /** The report's sections have headings of level 2: what stands in one is lower. */
    private static final class Lowering extends AbstractVisitor {
        private static final int LOWEST = 6;

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST, heading.getLevel() + 1));
        }
    }
}
