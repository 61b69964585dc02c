package org.initbench.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Symmetry taken apart: what became of equal weights, of nearly equal ones, and of those that differ by no chance.
 *
 * @param answers one a question, in a fixed order
 * @param equalStarts one a task and start with all weights equal
 * @param doses one a task and shared value around which the weights lie
 * @param contrasts one a start beside the plain random start
 * @param growths one a cell and hidden layer that was looked into
 * @param zeroStarts one a task that was started from zero
 * @param nearness one a task
 * @param travels one a task and standard deviation of normal weights
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Laboratory(
        List<LaboratoryAnswer> answers,
        List<EqualStartEnd> equalStarts,
        List<DoseResponse> doses,
        List<StartContrast> contrasts,
        List<SpreadGrowth> growths,
        List<ZeroStart> zeroStarts,
        List<Nearness> nearness,
        List<WeightTravel> travels) {

    public Laboratory {
        answers = copy(answers);
        equalStarts = copy(equalStarts);
        doses = copy(doses);
        contrasts = copy(contrasts);
        growths = copy(growths);
        zeroStarts = copy(zeroStarts);
        nearness = copy(nearness);
        travels = copy(travels);
    }

    private static <T> List<T> copy(List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }

    /** Nothing was measured. */
    public static Laboratory none() {
        return new Laboratory(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What a bundle says about symmetry; {@link #none} where it says nothing. */
    static Laboratory of(List<TaskResult> results, Looks looks, LossCurves curves) {
        Laboratory data = new Laboratory(
                List.of(),
                EqualStartEnds.of(results, curves),
                DoseResponses.of(results),
                StartContrasts.of(results),
                SpreadGrowths.of(results, looks),
                ZeroStarts.of(results, looks),
                Nearnesses.of(results),
                WeightTravels.of(results));
        List<LaboratoryAnswer> answers = Stream.of(
                        EqualStartWords.answer(data.equalStarts),
                        DoseWords.answer(data.doses),
                        ContrastWords.answer(data.contrasts),
                        GrowthWords.answer(data.growths),
                        ZeroWords.answer(data.zeroStarts),
                        TravelWords.answer(data.nearness, data.travels))
                .toList();
        return answers.stream().noneMatch(LaboratoryAnswer::measured)
                ? none()
                : new Laboratory(
                        answers,
                        data.equalStarts,
                        data.doses,
                        data.contrasts,
                        data.growths,
                        data.zeroStarts,
                        data.nearness,
                        data.travels);
    }

    /** Whether there is nothing to tell. */
    @JsonIgnore
    public boolean isEmpty() {
        return answers.isEmpty();
    }

    /** Whether the study holds starts that are made for this laboratory, rather than zero, constant and normal ones alone. */
    @JsonIgnore
    public boolean isDedicated() {
        return !contrasts.isEmpty()
                || doses.stream().anyMatch(dose -> dose.centre() != 0)
                || equalStarts.stream().anyMatch(end -> end.control() != null);
    }
}
