package org.initbench.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.hypothesis.Arm;
import org.initbench.hypothesis.Direction;
import org.initbench.hypothesis.Hypotheses;
import org.initbench.hypothesis.Hypothesis;
import org.initbench.hypothesis.Measure;
import org.initbench.hypothesis.Opponent;
import org.initbench.hypothesis.Place;
import org.jspecify.annotations.Nullable;

/** Claims with the usual margins, and verdicts on them. */
final class MadeUpClaims {
    static final Arm A = new Arm("normal", 0.1);
    static final Arm B = new Arm("uniform", 0.1);

    /** Tasks of a claim: {@code task-0}, {@code task-1}, … */
    static final int TASKS = 10;

    private MadeUpClaims() {}

    static Hypothesis claim(Measure measure, Direction direction, Arm first, @Nullable Opponent second) {
        return claim("claim", "claim", measure, direction, first, second, places(TASKS));
    }

    static Hypothesis claim(
            String id,
            String family,
            Measure measure,
            Direction direction,
            Arm first,
            @Nullable Opponent second,
            List<Place> places) {
        return new Hypothesis(
                id,
                "Which?",
                "The first.",
                LocalDate.of(2026, 11, 25),
                null,
                family,
                measure,
                direction,
                measure.ratio() ? 1.25 : 0.2,
                first,
                second,
                places);
    }

    static List<Place> places(int tasks) {
        return IntStream.range(0, tasks).mapToObj(i -> Place.of("task-" + i)).toList();
    }

    static Judgement judge(Hypothesis hypothesis, Evidence... evidence) {
        return new Judge(List.of(evidence), new Hypotheses(List.of(hypothesis)))
                .all()
                .get(0);
    }
}
