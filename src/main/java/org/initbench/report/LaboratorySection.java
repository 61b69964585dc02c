package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.LaboratoryAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The section of the symmetry laboratory.
 *
 * @param parts one a question
 */
public record LaboratorySection(List<Part> parts) {

    public LaboratorySection {
        parts = List.copyOf(parts);
    }

    /**
     * A question.
     *
     * @param answer its answer
     * @param figures its pictures
     * @param tables the tables behind them
     */
    public record Part(LaboratoryAnswer answer, List<Figure> figures, List<Table> tables) {
        public Part {
            figures = List.copyOf(figures);
            tables = List.copyOf(tables);
        }
    }

    /**
     * A picture.
     *
     * @param name its place among the charts' data
     * @param title what it shows
     * @param caption how it is to be read
     * @param alt the picture in words
     */
    public record Figure(String name, String title, String caption, String alt) {}

    /** The section; null where nothing was measured. */
    static @Nullable LaboratorySection of(Analysis analysis) {
        Laboratory laboratory = analysis.laboratory();
        if (laboratory == null) {
            return null;
        }
        List<List<Table>> tables = List.of(
                List.of(LaboratoryTables.equalStarts(laboratory)),
                List.of(LaboratoryTables.prices(laboratory), LaboratoryTables.doses(laboratory)),
                List.of(LaboratoryTables.contrasts(laboratory)),
                List.of(LaboratoryTables.growths(laboratory)),
                List.of(LaboratoryTables.zeroStarts(laboratory)),
                List.of(LaboratoryTables.travels(laboratory), LaboratoryTables.nearness(laboratory)));
        List<List<String>> names = List.of(
                List.of(LaboratoryFigures.ENDS),
                List.of(LaboratoryFigures.DOSE),
                List.of(LaboratoryFigures.CONTRASTS),
                List.of(LaboratoryFigures.GROWTH),
                List.of(),
                List.of(LaboratoryFigures.SIGNS, LaboratoryFigures.TRAVEL));
        Map<String, LaboratoryFigure> drawn = LaboratoryFigures.of(laboratory);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            LaboratoryAnswer answer = laboratory.answers().get(i);
            parts.add(new Part(
                    answer,
                    names.get(i).stream()
                            .filter(drawn::containsKey)
                            .map(name -> figure(name, answer))
                            .toList(),
                    tables.get(i).stream()
                            .filter(table -> !table.rows().isEmpty())
                            .toList()));
        }
        return new LaboratorySection(parts);
    }

    private static Figure figure(String name, LaboratoryAnswer answer) {
        String[] words = words(name);
        return new Figure(
                name, words[0], words[1], words[0] + " " + answer.brief() + " The table below has every number.");
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
