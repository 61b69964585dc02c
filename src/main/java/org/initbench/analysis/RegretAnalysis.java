package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a magic number works for all: the regret of every rule on every task, by cross-fitting. The best start of a task is chosen
 * on one half of the replicates, and what it and the rule cost is taken on the other half, or else the best would be flattered by chance.
 *
 * @param splits number of splits into halves
 * @param confidence of each interval, such that those of one rule hold together with 95 %
 * @param tasks tasks on which regret is taken
 * @param leftOut tasks on which it is not, as no start reached the threshold in half of its runs, or the replicates are too few
 * @param choices for each task the start that was chosen most often
 * @param rules one a rule, in plan order
 * @param withoutOne one a task, where there are three or more
 * @param folk numbers that people use, by name
 * @param answer the answer in sentences
 */
public record RegretAnalysis(
        int splits,
        double confidence,
        List<String> tasks,
        List<String> leftOut,
        List<Choice> choices,
        List<RuleRegret> rules,
        List<WithoutTask> withoutOne,
        List<FolkNumber> folk,
        List<String> answer) {

    /**
     * The start that was called best most often.
     *
     * @param task the task
     * @param rule the start
     * @param share share of the splits in which it was
     */
    public record Choice(String task, Rule rule, double share) {}

    /**
     * What would be chosen if a task were not known, and what it costs there.
     *
     * @param task the task that is left out
     * @param byWorst the rule with the smallest worst regret on the other tasks; null if each fails somewhere
     * @param worstRegret its regret on the task left out; null where {@code byWorst} is
     * @param byMean the rule with the smallest geometric mean on the other tasks; null as above
     * @param meanRegret its regret on the task left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WithoutTask(
            String task,
            @Nullable Rule byWorst,
            @Nullable TaskRegret worstRegret,
            @Nullable Rule byMean,
            @Nullable TaskRegret meanRegret) {}

    /**
     * A number that people use.
     *
     * @param name what it is called
     * @param rule the rule of the study that it is; null if the study has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FolkNumber(String name, @Nullable Rule rule) {}

    public RegretAnalysis {
        tasks = List.copyOf(tasks);
        leftOut = List.copyOf(leftOut);
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        withoutOne = List.copyOf(withoutOne);
        folk = List.copyOf(folk);
        answer = List.copyOf(answer);
    }
}
