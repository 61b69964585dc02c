package org.initbench.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.common.DataException;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.HypothesesReader;

/** Reads the documents of a bundle that say what was run, on what, and what was expected of it. */
final class Documents {
    private static final long MAX_BYTES = 16 << 20;

    private Documents() {}

    /**
     * Reads {@code study.yaml}.
     *
     * @throws DataException if it is missing, damaged, incomplete, asks for what no study can, or is of a newer version than this
     *     program knows
     */
    static ResolvedStudy study(Path bundle) {
        Path file = bundle.resolve(BundleFiles.STUDY);
        requireKnownSchema(file);
        ResolvedStudy study = read(file, Formats.yaml(), ResolvedStudy.class);
        StudyCheck.require(file.toString(), study);
        return study;
    }

    /**
     * Reads {@code environment.json}.
     *
     * @throws DataException if it is missing, damaged or incomplete
     */
    static Environment environment(Path bundle) {
        return read(bundle.resolve(BundleFiles.ENVIRONMENT), Formats.json(), Environment.class);
    }

    /**
     * Reads {@code hypotheses.yaml}; none if the bundle holds none.
     *
     * @throws DataException if it is damaged
     */
    static Hypotheses hypotheses(Path bundle) {
        Path file = bundle.resolve(BundleFiles.HYPOTHESES);
        try {
            return Files.exists(file) ? HypothesesReader.readCopy(file) : Hypotheses.none();
        } catch (UsageException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }

    static Optional<byte[]> hypothesesFile(Path bundle) {
        Path file = bundle.resolve(BundleFiles.HYPOTHESES);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads {@code shard.json}: the share of its study that the bundle holds, the whole if there is no such file.
     *
     * @throws DataException if it is damaged
     */
    static Shard shard(Path bundle) {
        Path file = bundle.resolve(BundleFiles.SHARD);
        return Files.exists(file) ? read(file, Formats.json(), Shard.class) : Shard.WHOLE;
    }

    /**
     * Reads {@code failures.csv}; none if there is no such file.
     *
     * @throws DataException if it is damaged
     */
    static List<Failure> failures(Path bundle) {
        Path file = bundle.resolve(BundleFiles.FAILURES);
        List<Failure> failures = new ArrayList<>();
        if (!Files.exists(file)) {
            return failures;
        }
        Findings findings = new Findings();
        try (InputStream in = Files.newInputStream(file)) {
            Tables.FAILURES.read(file.toString(), in, findings, (place, failure) -> failures.add(failure));
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
        findings.throwIfAny();
        return failures;
    }

    static Optional<String> jmh(Path bundle) {
        Path file = bundle.resolve(BundleFiles.JMH);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireKnownSchema(Path file) {
        JsonNode schema = read(file, Formats.yaml(), JsonNode.class).path("schema");
        if (!schema.isInt() || schema.intValue() < 1) {
            throw new DataException(file + ": key schema: the version of the format is expected, such as "
                    + ResolvedStudy.SCHEMA + "; the file is no study of a bundle");
        }
        if (schema.intValue() > ResolvedStudy.SCHEMA) {
            throw new DataException(file + ": key schema: version " + schema.intValue()
                    + " was written by a newer initbench; this one reads up to version " + ResolvedStudy.SCHEMA);
        }
    }

    private static <T> T read(Path file, ObjectMapper mapper, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + ": missing; is " + file.getParent() + " a bundle?");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DataException(file + ": larger than " + MAX_BYTES + " bytes");
            }
            T value = mapper.readValue(file.toFile(), type);
            String missing = value instanceof Record record ? Complete.firstMissing(record) : null;
            if (value == null || missing != null) {
                throw new DataException(file + ": " + (missing == null ? "empty" : "key " + missing + ": missing"));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new DataException(file + place(e) + ": " + problem(e), e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null) {
            List<String> known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
            return Suggestions.unknown("key", unknown.getPropertyName(), known);
        }
        String message = String.valueOf(e.getOriginalMessage());
        return message.startsWith("Cannot map `null`") ? "missing" : message;
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String line = location == null || location.getLineNr() < 1 ? "" : ", line " + location.getLineNr();
        return line + (e instanceof JsonMappingException mapping ? key(mapping) : "");
    }

    private static String key(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "" : ", key " + (path.startsWith(".") ? path.substring(1) : path);
    }
}
