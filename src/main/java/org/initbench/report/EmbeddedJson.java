package org.initbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/**
 * JSON that can stand inside an HTML {@code script} element: whatever could end the element, open a comment or end a line
 * of script is written as a Unicode escape.
 */
final class EmbeddedJson {
    private static final ObjectMapper MAPPER = mapper();

    private EmbeddedJson() {}

    /**
     * Any value as JSON.
     *
     * @throws JsonProcessingException if it cannot be serialized
     */
    static String of(Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsString(value);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.getFactory().setCharacterEscapes(new HtmlEscapes());
        return mapper;
    }

    private static final class HtmlEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '\''}) {
                codes[c] = ESCAPE_CUSTOM;
            }
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return new SerializedString(String.format(Locale.ROOT, "\\u%04x", c));
        }
    }
}
