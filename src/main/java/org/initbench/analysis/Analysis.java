package org.initbench.analysis;

import java.util.List;
import org.initbench.run.Environment;
import org.initbench.run.ResolvedStudy;

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
 * @param answer the answer of the whole study in plain words, one sentence an element, the most important first
 * @param caveats what a reader must know before using the answer
 */
public record Analysis(
        int schema,
        String bundle,
        ResolvedStudy study,
        Environment environment,
        int runs,
        boolean complete,
        List<TaskAnalysis> tasks,
        List<String> answer,
        List<String> caveats) {

    /** The version of {@code analysis.json} that this program writes. */
    public static final int SCHEMA = 1;

    public Analysis {
        tasks = List.copyOf(tasks);
        answer = List.copyOf(answer);
        caveats = List.copyOf(caveats);
    }
}
