package org.initbench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Breaks the lines of JSON down to some depth: what lies deeper stands on the line of what holds it. */
final class ShallowPrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1;

    private final int depth;

    /**
     * A printer.
     *
     * @param depth what is held by so many objects and arrays stands on a line of its own, with all that it holds
     */
    ShallowPrinter(int depth) {
        this.depth = depth;
        Shallow indenter = new Shallow(depth);
        indentObjectsWith(indenter);
        indentArraysWith(indenter);
    }

    @Override
    public ShallowPrinter createInstance() {
        return new ShallowPrinter(depth);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        if (_nesting > depth) {
            _nesting--;
            out.writeRaw('}');
        } else {
            super.writeEndObject(out, entries);
        }
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) throws IOException {
        if (_nesting > depth) {
            _nesting--;
            out.writeRaw(']');
        } else {
            super.writeEndArray(out, values);
        }
    }

    private static final class Shallow extends NopIndenter {
        private static final long serialVersionUID = 1;
        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

        private final int depth;

        Shallow(int depth) {
            this.depth = depth;
        }

        @Override
        public void writeIndentation(JsonGenerator out, int level) throws IOException {
            if (level <= depth) {
                LINES.writeIndentation(out, level);
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
