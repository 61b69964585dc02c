package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question that people ask, from one study or from several.
 *
 * @param id a name for links, such as {@code why-random}
 * @param question the question
 * @param verdict by the rule of a single claim from the claims that decide the question; null where none of them was measured
 * @param standing the verdict with what it counts, such as {@code supported (for it on 13 of 15 tasks, open on 2)}; empty where there is none
 * @param statement what the verdict is on; empty where there is none
 * @param preliminary whether a deciding claim rests on fewer than 20 replicates
 * @param sentence the answer in a sentence or two, for everyone; says what would measure it where nothing was
 * @param claims names of the claims that bear on it, those that decide it first
 * @param findings what the studies found, that of the study made for the question first; empty where none found anything
 * @param caveats what a reader must know before using it
 * @param missing what was not measured of its claims, and which study measures it, one sentence a study
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionAnswer(
        String id,
        String question,
        @Nullable Verdict verdict,
        String standing,
        String statement,
        boolean preliminary,
        String sentence,
        List<String> claims,
        List<Finding> findings,
        List<String> caveats,
        List<String> missing) {

    public QuestionAnswer {
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
        caveats = List.copyOf(caveats);
        missing = List.copyOf(missing);
    }

    /** The same with other caveats. */
    QuestionAnswer with(List<String> others) {
        return new QuestionAnswer(
                id, question, verdict, standing, statement, preliminary, sentence, claims, findings, others, missing);
    }

    /** Whether any study says something about it. */
    public boolean measured() {
        return verdict != null || !findings.isEmpty();
    }
}
