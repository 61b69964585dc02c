package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.run.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * What a study says about the questions that people ask.
 *
 * @param verdicts one a claim, in the order of the hypotheses
 * @param regret whether a magic number works for all; null where no regret can be taken
 * @param kinds how kinds of networks differ; null where fewer than two networks of the digits ladder have a best scale
 * @param sensitivity which conclusions would be others at another threshold level or budget
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conclusions(
        List<ClaimVerdict> verdicts,
        @Nullable RegretAnalysis regret,
        @Nullable KindsAnalysis kinds,
        @Nullable Sensitivity sensitivity) {

    public Conclusions {
        verdicts = List.copyOf(verdicts);
    }

    /** The claims of which anything was measured. */
    @JsonIgnore
    public List<ClaimVerdict> measured() {
        return verdicts.stream().filter(ClaimVerdict::isMeasured).toList();
    }

    /** Whether the study says nothing about any of the questions. */
    @JsonIgnore
    public boolean isEmpty() {
        return measured().isEmpty() && regret == null && kinds == null;
    }

    /**
     * Draws them.
     *
     * @param networks the tasks that are no mere controls
     * @param shipped the hypotheses of the program
     */
    static Conclusions of(Bundle bundle, List<TaskResult> networks, Hypotheses shipped) {
        List<ClaimVerdict> verdicts = ClaimVerdict.of(List.of(bundle), shipped);
        return new Conclusions(
                verdicts,
                Regrets.of(bundle, networks),
                Kinds.of(networks, bundle.study().seed()),
                Sensitivity.of(bundle, networks, verdicts, shipped));
    }
}
