package org.initbench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.initbench.compare.StudyComparison;

/** A comparison as JSON, in the manner of {@link AnalysisJson}: what {@code compare --json} prints. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** The comparison as indented JSON. */
    public static String toJson(StudyComparison comparison) {
        try {
            return AnalysisJson.mapper().writeValueAsString(comparison);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a comparison is always JSON", e);
        }
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IOException if the text is no comparison, or of a newer format than {@link StudyComparison#SCHEMA}
     */
    public static StudyComparison fromJson(String json) throws IOException {
        JsonNode tree = AnalysisJson.mapper().readTree(json);
        int schema = tree.path("schema").asInt(-1);
        if (schema < 1 || schema > StudyComparison.SCHEMA) {
            throw new IOException("no readable comparison: its schema is " + tree.path("schema")
                    + "; this program reads 1 to " + StudyComparison.SCHEMA);
        }
        return AnalysisJson.mapper().treeToValue(tree, StudyComparison.class);
    }
}
