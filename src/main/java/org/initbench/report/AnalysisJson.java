package org.initbench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Overview;
import org.initbench.analysis.PairedStarts;
import org.initbench.common.WholeFile;
import org.initbench.run.Cause;

/**
 * Reads and writes {@code analysis.json}, of one bundle and of several.
 *
 * <p>Property names are the record components; constants are lower-case words; numbers that are not finite are the
 * strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}; a number that does not exist is absent.
 */
public final class AnalysisJson {
    /** A cell, a curve or a claim a line. */
    private static final int DEPTH = 4;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(lowerCaseConstants())
            .build();

    private AnalysisJson() {}

    /** The mapper of every document that is derived from bundles. */
    static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Writes an analysis; the file appears complete or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Analysis analysis, Path file) throws IOException {
        WholeFile.write(file, toJson(analysis) + "\n");
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file cannot be read, is no analysis, or was written in a newer format than
     *     {@link Analysis#SCHEMA}; the message names the file
     */
    public static Analysis read(Path file) throws IOException {
        try {
            return fromJson(Files.readString(file));
        } catch (com.fasterxml.jackson.core.JacksonException | UnsupportedSchemaException e) {
            throw new IOException(file + ": not a readable analysis: " + e.getMessage(), e);
        }
    }

    static String toJson(Analysis analysis) throws IOException {
        return MAPPER.writer(new ShallowPrinter(DEPTH)).writeValueAsString(analysis);
    }

    /** The content of an overview's file. */
    static String toJson(Overview overview) throws IOException {
        return MAPPER.writer(new ShallowPrinter(DEPTH)).writeValueAsString(overview);
    }

    /** Reads what {@link #toJson(Overview)} wrote. */
    static Overview overview(String json) throws IOException {
        JsonNode tree = MAPPER.readTree(json);
        if (!tree.path("kind").asText().equals(Overview.KIND)) {
            throw new UnsupportedSchemaException("it is no overview of several bundles");
        }
        checkSchema(tree, Overview.SCHEMA);
        return MAPPER.treeToValue(tree, Overview.class);
    }

    /**
     * Two starts, compared on each task, in the same manner.
     *
     * @throws IOException never in practice
     */
    public static String toJson(PairedStarts compared) throws IOException {
        return MAPPER.writer(new ShallowPrinter(DEPTH)).writeValueAsString(compared);
    }

    static Analysis fromJson(String json) throws IOException {
        JsonNode tree = MAPPER.readTree(json);
        if (tree.path("kind").asText().equals(Overview.KIND)) {
            throw new UnsupportedSchemaException("it is an overview of several bundles");
        }
        checkSchema(tree, Analysis.SCHEMA);
        return MAPPER.treeToValue(tree, Analysis.class);
    }

    private static void checkSchema(JsonNode tree, int newest) throws UnsupportedSchemaException {
        int schema = tree.path("schema").asInt(-1);
        if (schema < 1 || schema > newest) {
            throw new UnsupportedSchemaException(
                    "its schema is " + tree.path("schema") + "; this program reads 1 to " + newest);
        }
    }

    private static SimpleModule lowerCaseConstants() {
        SimpleModule module = new SimpleModule("lower-case constants");
        module.addSerializer(Enum.class, new LowerCase(false));
        module.addKeySerializer(Enum.class, new LowerCase(true));
        module.addKeyDeserializer(Cause.class, new CauseKey());
        return module;
    }

    private static final class UnsupportedSchemaException extends IOException {
        UnsupportedSchemaException(String message) {
            super(message);
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class LowerCase extends JsonSerializer<Enum> {
        private final boolean key;

        LowerCase(boolean key) {
            this.key = key;
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            String word = value.name().toLowerCase(Locale.ROOT);
            if (key) {
                out.writeFieldName(word);
            } else {
                out.writeString(word);
            }
        }
    }

    private static final class CauseKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return Cause.valueOf(key.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                return context.handleWeirdKey(Cause.class, key, "not a cause");
            }
        }
    }
}
