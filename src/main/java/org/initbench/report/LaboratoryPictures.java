package org.initbench.report;

import java.util.List;
import java.util.Map;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.Question;

/** The pictures of the symmetry laboratory, and the tables behind them, by question. */
final class LaboratoryPictures {
    private static final String CHART = "laboratory";

    private LaboratoryPictures() {}

    /**
     * The pictures that belong to a question.
     *
     * @param brief the answer, for those who do not see pictures
     */
    static List<Figure> figures(Question question, Laboratory laboratory, String brief) {
        Map<String, LaboratoryFigure> drawn = LaboratoryFigures.of(laboratory);
        return names(question, laboratory).stream()
                .filter(drawn::containsKey)
                .map(name -> figure(name, brief))
                .toList();
    }

    /** Random parts around zero are normal weights, and tell how small; around another value, how little difference is enough. */
    private static List<String> names(Question question, Laboratory laboratory) {
        boolean around = around(laboratory);
        return switch (question) {
            case WHY_RANDOM -> List.of(LaboratoryFigures.ENDS);
            case NEAR_THE_SOLUTION -> List.of(LaboratoryFigures.SIGNS, LaboratoryFigures.TRAVEL);
            case MERELY_DIFFERENT ->
                around
                        ? List.of(LaboratoryFigures.CONTRASTS, LaboratoryFigures.DOSE)
                        : List.of(LaboratoryFigures.CONTRASTS);
            case GAP -> List.of(LaboratoryFigures.GROWTH);
            case HOW_SMALL -> around ? List.of() : List.of(LaboratoryFigures.DOSE);
            case ZERO, KINDS, MAGIC_NUMBER, UNIFORM_OR_NORMAL, STILL_MATTERS -> List.of();
        };
    }

    /** The tables that belong to a question; some may have no rows. */
    static List<Table> tables(Question question, Laboratory laboratory) {
        boolean around = around(laboratory);
        List<Table> doses = List.of(LaboratoryTables.prices(laboratory), LaboratoryTables.doses(laboratory));
        return switch (question) {
            case WHY_RANDOM -> List.of(LaboratoryTables.equalStarts(laboratory));
            case NEAR_THE_SOLUTION ->
                List.of(LaboratoryTables.travels(laboratory), LaboratoryTables.nearness(laboratory));
            case ZERO -> List.of(LaboratoryTables.zeroStarts(laboratory));
            case MERELY_DIFFERENT ->
                around
                        ? List.of(LaboratoryTables.contrasts(laboratory), doses.get(0), doses.get(1))
                        : List.of(LaboratoryTables.contrasts(laboratory));
            case GAP -> List.of(LaboratoryTables.growths(laboratory));
            case HOW_SMALL -> around ? List.of() : doses;
            case KINDS, MAGIC_NUMBER, UNIFORM_OR_NORMAL, STILL_MATTERS -> List.of();
        };
    }

    private static boolean around(Laboratory laboratory) {
        return laboratory.doses().stream().anyMatch(dose -> dose.centre() != 0);
    }

    private static Figure figure(String name, String brief) {
        String[] words = words(name);
        return new Figure(
                CHART, name, words[0], words[1], words[0] + " " + brief + " The table below has every number.");
    }

    private static String[] words(String name) {
        return switch (name) {
            case LaboratoryFigures.ENDS ->
                new String[] {
                    "Loss at the end of all-equal starts, beside that of networks with one unit a layer.",
                    "1 is the loss of guessing. Medians with their 95 % interval; a run that"
                            + " reached its hardest level is stopped there and counts with that level's loss, or 0 where the"
                            + " criterion is no loss."
                };
            case LaboratoryFigures.DOSE ->
                new String[] {
                    "Epochs against the size of the random part.",
                    "One panel a network, one line a value around which all weights lie. Medians with their 95 % interval; open"
                            + " marks: not every run converged. On these axes a logarithmic law is a straight line."
                };
            case LaboratoryFigures.CONTRASTS ->
                new String[] {
                    "Expected epochs as a multiple of the plain random start's at the same scale.",
                    "Bars: 95 % interval of each; dotted lines: 0.8, 1 and 1.25, within which two starts take equally long. An"
                            + " arrow: no upper limit; an arrow without a mark: no run arrived."
                };
            case LaboratoryFigures.GROWTH ->
                new String[] {
                    "How many times as large the gap between units became.",
                    "Largest distance between two units of the first hidden layer at the end, over that at the start. Medians of"
                            + " the runs looked into, at most three, by the standard deviation of a weight, or of its random part"
                            + " where all lie around another value; bars: smallest and largest; open marks: not all of them"
                            + " converged."
                };
            case LaboratoryFigures.SIGNS ->
                new String[] {
                    "Share of the weights that ended with the sign they began with.",
                    "Normal weights, runs that converged; medians with their 95 % interval. Dotted: 0.5, what chance gives. Open"
                            + " marks: not every run converged."
                };
            default ->
                new String[] {
                    "How far the weights moved, as a multiple of their initial length.",
                    "Normal weights, runs that converged; medians with their 95 % interval. Below the dotted line the weights"
                            + " moved by less than their own length."
                };
        };
    }
}
