package org.initbench.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.initbench.analysis.QuestionRule.Reading;
import org.jspecify.annotations.Nullable;

/** The verdict on a question, from the verdicts on the claims that decide it. */
final class QuestionVerdicts {
    private QuestionVerdicts() {}

    /** The verdict, what was not measured counted as open; null where none of the claims was measured. */
    static @Nullable Verdict of(Reading reading, List<ClaimVerdict> deciding) {
        return of(reading, measured(deciding), ClaimVerdict::verdict, deciding.size());
    }

    /** The verdict if what was measured were all. */
    static @Nullable Verdict whereMeasured(Reading reading, List<ClaimVerdict> deciding) {
        List<ClaimVerdict> measured = measured(deciding);
        return of(reading, measured, ClaimVerdict::whereMeasured, measured.size());
    }

    /** The claims of which anything was measured. */
    static List<ClaimVerdict> measured(List<ClaimVerdict> deciding) {
        return deciding.stream().filter(ClaimVerdict::isMeasured).toList();
    }

    private static @Nullable Verdict of(
            Reading reading, List<ClaimVerdict> measured, Function<ClaimVerdict, Verdict> which, int all) {
        List<Verdict> verdicts = measured.stream().map(which).toList();
        if (verdicts.isEmpty()) {
            return null;
        }
        return switch (reading) {
            case LEADING -> verdicts.get(0);
            case ANY -> any(measured, verdicts);
            case NONE_OF -> noneOf(verdicts, all);
        };
    }

    /** On "one of those that were measured holds everywhere": one task against a claim rules it out. */
    private static Verdict any(List<ClaimVerdict> measured, List<Verdict> verdicts) {
        if (verdicts.contains(Verdict.SUPPORTED)) {
            return Verdict.SUPPORTED;
        }
        boolean open = IntStream.range(0, verdicts.size())
                .anyMatch(i ->
                        verdicts.get(i) == Verdict.UNDECIDED && measured.get(i).count(TaskVerdict.AGAINST) == 0);
        return open ? Verdict.UNDECIDED : Verdict.REFUTED;
    }

    /** On "none of them holds": refuted claims speak for it, supported ones against it, the others are open. */
    private static Verdict noneOf(List<Verdict> verdicts, int all) {
        if (verdicts.contains(Verdict.DEPENDS)) {
            return Verdict.DEPENDS;
        }
        List<TaskVerdict> says = new ArrayList<>(Collections.nCopies(all - verdicts.size(), TaskVerdict.OPEN));
        for (Verdict verdict : verdicts) {
            says.add(
                    switch (verdict) {
                        case REFUTED -> TaskVerdict.FOR;
                        case SUPPORTED -> TaskVerdict.AGAINST;
                        case DEPENDS, UNDECIDED -> TaskVerdict.OPEN;
                    });
        }
        return Verdict.of(says);
    }
}
