package org.initbench.study;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * A scalar of a study file, with the line that it stands on.
 *
 * @param text the scalar as written
 * @param line its line, from 1
 */
@JsonDeserialize(using = Located.Deserializer.class)
record Located(String text, int line) {

    static final class Deserializer extends StdDeserializer<Located> {
        Deserializer() {
            super(Located.class);
        }

        @Override
        public Located deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == null || !token.isScalarValue()) {
                return (Located) context.handleUnexpectedToken(Located.class, parser);
            }
            return new Located(parser.getText(), parser.currentTokenLocation().getLineNr());
        }
    }
}
