package org.initbench.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.initbench.init.ScaleKind;
import org.initbench.run.RateKind;
import org.initbench.run.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one start on one task in two bundles.
 *
 * @param initializer name of the initializer
 * @param scaleKind what the scale means
 * @param scale the scale; null for a rule that takes none
 * @param rate where its learning rate comes from
 * @param learningRate the learning rate where it is a multiple of the task's; else null
 * @param runs runs in both bundles
 * @param equal those that are equal to the bit
 * @param onlyFirst runs that converged in the first bundle only
 * @param onlySecond runs that converged in the second only
 * @param divergedInOne runs that diverged in one bundle and ran out of epochs in the other
 * @param ratio geometric mean of the ratio of epochs, second over first, of the runs that converged in both after at least one update;
 *     null without such runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellAgreement(
        String initializer,
        ScaleKind scaleKind,
        @Nullable Double scale,
        RateKind rate,
        @Nullable Double learningRate,
        int runs,
        int equal,
        int onlyFirst,
        int onlySecond,
        int divergedInOne,
        @Nullable Double ratio) {

    /** Runs that end differently. */
    public int differing() {
        return onlyFirst + onlySecond + divergedInOne;
    }

    private record Key(
            String initializer,
            ScaleKind scaleKind,
            @Nullable Double scale,
            RateKind rate,
            @Nullable Double learningRate) {

        static Key of(RunRecord run) {
            return new Key(
                    run.initializer(),
                    run.scaleKind(),
                    run.scale().isPresent() ? (Double) run.scale().getAsDouble() : null,
                    run.rateKind(),
                    run.rateKind() == RateKind.FACTOR ? (Double) run.learningRate() : null);
        }
    }

    /** The cells of a task, in the order of its runs. */
    static List<CellAgreement> of(List<RunPair> pairs) {
        Map<Key, List<RunPair>> cells = new LinkedHashMap<>();
        for (RunPair pair : pairs) {
            cells.computeIfAbsent(Key.of(pair.first()), key -> new ArrayList<>())
                    .add(pair);
        }
        return cells.entrySet().stream()
                .map(cell -> of(cell.getKey(), cell.getValue()))
                .toList();
    }

    private static CellAgreement of(Key key, List<RunPair> pairs) {
        Outcomes outcomes = Outcomes.of(pairs, 1);
        OptionalDouble mean = pairs.stream()
                .map(RunPair::logRatio)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
        return new CellAgreement(
                key.initializer,
                key.scaleKind,
                key.scale,
                key.rate,
                key.learningRate,
                pairs.size(),
                (int) pairs.stream().filter(RunPair::equal).count(),
                outcomes.onlyFirst(),
                outcomes.onlySecond(),
                outcomes.divergedInOne(),
                mean.isPresent() ? (Double) Math.exp(mean.getAsDouble()) : null);
    }
}
