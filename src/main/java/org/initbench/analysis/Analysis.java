package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.initbench.run.CostTiming;
import org.initbench.run.Environment;
import org.initbench.run.ResolvedStudy;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says: the content of {@code analysis.json}, and all that any rendering shows.
 *
 * @param schema version of this format
 * @param bundle name of the bundle's folder
 * @param study the study
 * @param environment the machine and the software
 * @param runs number of runs analysed
 * @param complete whether every planned run was there
 * @param tasks one analysis a task, in the study's order
 * @param costs what an epoch of dense networks costs by width, depth, batch and stack; empty if it was not timed
 * @param answer the answer of the whole study in plain words, one sentence an element, the most important first
 * @param caveats what a reader must know before using the answer
 * @param laboratory what became of equal, nearly equal and merely different weights; null where nothing was measured
 * @param conclusions what the study says about the questions that people ask; null in schema 1
 * @param questions the answers to these questions, in a fixed order; empty in older files
 */
public record Analysis(
        int schema,
        String bundle,
        ResolvedStudy study,
        Environment environment,
        int runs,
        boolean complete,
        List<TaskAnalysis> tasks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CostTiming> costs,
        List<String> answer,
        List<String> caveats,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Laboratory laboratory,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conclusions conclusions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuestionAnswer> questions) {

    /** The version of {@code analysis.json} that this program writes. */
    public static final int SCHEMA = 2;

    public Analysis {
        tasks = List.copyOf(tasks);
        costs = List.copyOf(Objects.requireNonNullElse(costs, List.of()));
        answer = List.copyOf(answer);
        caveats = List.copyOf(caveats);
        laboratory = laboratory == null || laboratory.isEmpty() ? null : laboratory;
        questions = List.copyOf(Objects.requireNonNullElse(questions, List.of()));
    }

    /** The tasks that are no mere controls of others; all where there is nothing else. */
    public List<TaskAnalysis> networks() {
        List<TaskAnalysis> networks =
                tasks.stream().filter(task -> task.task().controlOf() == null).toList();
        return networks.isEmpty() ? tasks : networks;
    }

    /** An analysis without answers to questions. */
    public Analysis(
            int schema,
            String bundle,
            ResolvedStudy study,
            Environment environment,
            int runs,
            boolean complete,
            List<TaskAnalysis> tasks,
            List<CostTiming> costs,
            List<String> answer,
            List<String> caveats,
            @Nullable Laboratory laboratory,
            @Nullable Conclusions conclusions) {
        this(
                schema,
                bundle,
                study,
                environment,
                runs,
                complete,
                tasks,
                costs,
                answer,
                caveats,
                laboratory,
                conclusions,
                List.of());
    }

    /** An analysis without conclusions. */
    public Analysis(
            int schema,
            String bundle,
            ResolvedStudy study,
            Environment environment,
            int runs,
            boolean complete,
            List<TaskAnalysis> tasks,
            List<CostTiming> costs,
            List<String> answer,
            List<String> caveats,
            @Nullable Laboratory laboratory) {
        this(schema, bundle, study, environment, runs, complete, tasks, costs, answer, caveats, laboratory, null);
    }

    /** An analysis without a laboratory. */
    public Analysis(
            int schema,
            String bundle,
            ResolvedStudy study,
            Environment environment,
            int runs,
            boolean complete,
            List<TaskAnalysis> tasks,
            List<CostTiming> costs,
            List<String> answer,
            List<String> caveats) {
        this(schema, bundle, study, environment, runs, complete, tasks, costs, answer, caveats, null);
    }
}
