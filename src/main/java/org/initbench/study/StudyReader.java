package org.initbench.study;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import org.initbench.run.ResolvedStudy;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads study files. Whatever is wrong is said with the file, the line, and what would be right. */
public final class StudyReader {

    private static final int LARGEST_FILE = 1 << 20;
    private static final int DEEPEST_NESTING = 10;

    private StudyReader() {}

    /**
     * Reads a study file and writes out every default.
     *
     * @param file the file
     * @throws UsageException if it cannot be read, or names what does not exist, or asks for what makes no sense
     */
    public static ResolvedStudy read(Path file) {
        String label = String.valueOf(file.getFileName());
        return new StudyResolver(label).resolve(parse(label, text(file)));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new UsageException("study file " + file + " is larger than 1 MiB; a study fits on a page");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("study file " + file + " does not exist", e);
        } catch (IOException e) {
            throw new UsageException("study file " + file + " cannot be read: " + e, e);
        }
    }

    private static StudyFile parse(String label, String text) {
        try {
            StudyFile file = mapper().readValue(text, StudyFile.class);
            if (file == null) {
                throw new UsageException(label + ": the file is empty; a study needs at least tasks and initializers");
            }
            return file;
        } catch (UnrecognizedPropertyException e) {
            String known = Suggestions.unknown(
                    "key",
                    e.getPropertyName(),
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList());
            throw new UsageException(label + ":" + line(e.getLocation()) + ": " + known, e);
        } catch (MismatchedInputException e) {
            throw new UsageException(label + ":" + line(e.getLocation()) + ": " + mismatch(e), e);
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("not understood");
            throw new UsageException(label + ":" + line(e.getLocation()) + ": not a study file: " + problem, e);
        }
    }

    /** What a value should have been, in the words of the file rather than of its parser. */
    private static String mismatch(MismatchedInputException e) {
        String key = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .map(name -> "key '" + name + "': ")
                .orElse("");
        Class<?> type = e.getTargetType();
        if (e instanceof InvalidNullException) {
            return key + "a value is missing";
        }
        if (type == null || type == StudyFile.class && key.isEmpty()) {
            return "keys with values are expected, at least 'tasks' and 'initializers'";
        }
        if (type == Located.class) {
            return key + "one value is expected, not a list or keys";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return key + "a list is expected, such as [a, b]";
        }
        return key + "keys with values are expected, such as {a: 1, b: 2}";
    }

    private static int line(JsonLocation location) {
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    private static ObjectMapper mapper() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEEPEST_NESTING);
        limits.setCodePointLimit(LARGEST_FILE);
        limits.setAllowDuplicateKeys(false);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(limits).build();
        return YAMLMapper.builder(factory)
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
