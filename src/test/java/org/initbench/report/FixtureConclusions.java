package org.initbench.report;

import java.util.List;
import org.initbench.analysis.Agreement;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.Conclusions;
import org.initbench.analysis.KindBest;
import org.initbench.analysis.KindsAnalysis;
import org.initbench.analysis.Parametrization;
import org.initbench.analysis.RegretAnalysis;
import org.initbench.analysis.Rule;
import org.initbench.analysis.RuleRegret;
import org.initbench.analysis.Sensitivity;
import org.initbench.analysis.TaskEffect;
import org.initbench.analysis.TaskRegret;
import org.initbench.analysis.TaskVerdict;
import org.initbench.analysis.Universality;
import org.initbench.analysis.Verdict;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Measure;
import org.initbench.init.ScaleKind;
import org.jspecify.annotations.Nullable;

/** Conclusions in which everything occurs once: decided, open, not measured; finite, infinite, never. */
final class FixtureConclusions {
    private static final double INF = Double.POSITIVE_INFINITY;

    private FixtureConclusions() {}

    /** Conclusions on a network of that name. */
    static Conclusions of(String task) {
        TaskEffect decided = new TaskEffect(
                task, null, 0.5, 0.4, 0.6, 20, false, TaskVerdict.FOR, null, null, null, "made-up", true);
        TaskEffect never = new TaskEffect(
                task, "other", 0.0, 0, 0.2, 20, false, TaskVerdict.FOR, null, null, null, "made-up", true);
        TaskEffect open =
                new TaskEffect(null, null, null, 0, INF, 1, true, TaskVerdict.OPEN, 41, null, null, null, true);
        return new Conclusions(
                List.of(
                        claim("one", task, Verdict.SUPPORTED, List.of(decided, never), null),
                        claim("two", task, Verdict.UNDECIDED, List.of(open), null),
                        claim("three", task, Verdict.UNDECIDED, List.of(), "symmetry"),
                        claim("four", task, Verdict.UNDECIDED, List.of(), null)),
                regret(task),
                kinds(task),
                new Sensitivity(
                        List.of(new Sensitivity.Varied(
                                "B/10",
                                1,
                                List.of(
                                        new Sensitivity.ScaleFlip(task, 0.1, 1.0),
                                        new Sensitivity.ScaleFlip(task, 0.1, null)),
                                1,
                                List.of(new Sensitivity.VerdictFlip("one", Verdict.SUPPORTED, Verdict.DEPENDS)))),
                        List.of("At B/10 " + task + " differs.")));
    }

    private static ClaimVerdict claim(
            String id, String task, Verdict verdict, List<TaskEffect> effects, @Nullable String study) {
        return new ClaimVerdict(
                id,
                "Why " + task + "?",
                "Because of " + task + ".",
                "2026-11-25",
                Measure.COST,
                Direction.FASTER,
                1.25,
                id.equals("one"),
                true,
                verdict,
                verdict,
                effects.size(),
                effects.size() + 1,
                0.99,
                effects,
                List.of(task),
                study,
                "Because of " + task + ": so it is.",
                List.of("not measured on " + task));
    }

    private static RegretAnalysis regret(String task) {
        Rule normal = new Rule("normal", ScaleKind.STD, 0.1);
        Rule zero = new Rule(task, ScaleKind.NONE, null);
        TaskRegret known = new TaskRegret(task, 1.2, 1, 1.4, 20);
        TaskRegret more = new TaskRegret(task, null, 8.19, INF, 20);
        TaskRegret never = new TaskRegret(task, null, INF, INF, 1);
        return new RegretAnalysis(
                200,
                0.95,
                List.of(task),
                List.of("hopeless " + task),
                List.of(new RegretAnalysis.Choice(task, normal, 0.9)),
                List.of(
                        new RuleRegret(
                                normal,
                                List.of(known),
                                List.of(),
                                known,
                                1.2,
                                Universality.SHOWN,
                                List.of(new RuleRegret.ProfilePoint(1.2, 1))),
                        rule(zero, never, Universality.REFUTED),
                        rule(new Rule("uniform", ScaleKind.STD, 1.0), more, Universality.OPEN),
                        new RuleRegret(
                                new Rule("fixup", ScaleKind.GAIN, 1.0),
                                List.of(),
                                List.of(task),
                                null,
                                null,
                                Universality.NOT_EVERYWHERE,
                                List.of())),
                List.of(
                        new RegretAnalysis.WithoutTask(task, normal, known, zero, never),
                        new RegretAnalysis.WithoutTask(task, null, null, null, null)),
                List.of(
                        new RegretAnalysis.FolkNumber("standard deviation 0.1", normal),
                        new RegretAnalysis.FolkNumber("He", null)),
                List.of("One number for " + task + "."));
    }

    private static RuleRegret rule(Rule rule, TaskRegret worst, Universality universality) {
        return new RuleRegret(rule, List.of(worst), List.of(), worst, null, universality, List.of());
    }

    private static KindsAnalysis kinds(String task) {
        return new KindsAnalysis(
                List.of(
                        new KindBest(task, task, "normal", Parametrization.STD, -0.8, -1.25, -0.25, false, false, 20),
                        new KindBest(task, task, "normal", Parametrization.HE, -3, -3, -0.25, true, true, 20)),
                List.of("edge of " + task),
                List.of(new Agreement(
                        Agreement.Scope.ALL,
                        2,
                        List.of(
                                new Agreement.Spread(Parametrization.STD, 0.3, 0.2, 0.4, 0.97),
                                new Agreement.Spread(Parametrization.HE, 0.5, 0.4, 0.6, 0.03)),
                        Parametrization.STD,
                        true)),
                1000,
                List.of("Kinds of " + task + " agree."));
    }
}
