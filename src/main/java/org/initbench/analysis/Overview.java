package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several bundles say together: the content of an overview's {@code analysis.json}. What each says of its own tasks stands in
 * the analysis of that bundle.
 *
 * @param schema version of this format
 * @param kind {@code overview}, which tells it from the analysis of one bundle
 * @param bundles the bundles, in the order in which they were named
 * @param questions the answers to the questions that people ask, from all bundles
 * @param verdicts one a claim, over all bundles
 * @param caveats what a reader must know before using the answers
 */
public record Overview(
        int schema,
        String kind,
        List<Source> bundles,
        List<QuestionAnswer> questions,
        List<ClaimVerdict> verdicts,
        List<String> caveats) {

    /** The version of the format that this program writes. */
    public static final int SCHEMA = 1;

    /** The kind of file. */
    public static final String KIND = "overview";

    public Overview {
        bundles = List.copyOf(bundles);
        questions = List.copyOf(questions);
        verdicts = List.copyOf(verdicts);
        caveats = List.copyOf(caveats);
    }

    /**
     * A bundle.
     *
     * @param name name of its folder
     * @param study name of its study
     * @param description what the study asks
     * @param seed the study's seed
     * @param machine the processor
     * @param started when it was started, ISO 8601
     * @param runs number of runs
     * @param complete whether every planned run is there
     * @param path its folder as seen from the overview's, with slashes
     * @param manifest SHA-256 of its {@code MANIFEST.sha256}; null where it is not sealed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            String name,
            String study,
            String description,
            long seed,
            String machine,
            String started,
            int runs,
            boolean complete,
            String path,
            @Nullable String manifest) {}
}
