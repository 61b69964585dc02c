package org.initbench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Conclusions;
import org.initbench.analysis.KindsAnalysis;
import org.initbench.analysis.Laboratory;
import org.initbench.analysis.Question;
import org.initbench.analysis.RegretAnalysis;
import org.jspecify.annotations.Nullable;

/** The pictures and tables of each question, from the study that answers it best. */
final class QuestionPictures {
    private QuestionPictures() {}

    /**
     * The pictures.
     *
     * @param brief the answer, for those who do not see pictures
     */
    static List<Figure> figures(Question question, Analysis analysis, String brief) {
        Laboratory laboratory = analysis.laboratory();
        RegretAnalysis regret = regret(question, analysis);
        KindsAnalysis kinds = kinds(question, analysis);
        return Stream.of(
                        laboratory == null
                                ? Stream.<Figure>empty()
                                : LaboratoryPictures.figures(question, laboratory, brief).stream(),
                        Stream.ofNullable(regret).map(own -> RegretFigures.described(brief)),
                        Stream.ofNullable(kinds).map(own -> KindFigures.described(brief)))
                .flatMap(figures -> figures)
                .toList();
    }

    /** What the pictures of a study draw, by name; those of its claims apart. */
    static Map<String, LaboratoryFigure> drawn(Analysis analysis) {
        Map<String, LaboratoryFigure> drawn = new LinkedHashMap<>(LaboratoryFigures.of(analysis.laboratory()));
        Conclusions conclusions = analysis.conclusions();
        if (conclusions != null && conclusions.regret() != null) {
            drawn.put(RegretFigures.PROFILES, RegretFigures.profiles(conclusions.regret()));
        }
        if (conclusions != null && conclusions.kinds() != null) {
            drawn.put(KindFigures.KINDS, KindFigures.best(conclusions.kinds()));
        }
        return drawn;
    }

    /** The tables that are short enough for {@code answers.md}. */
    static List<Table> briefTables(Question question, Analysis analysis) {
        RegretAnalysis regret = regret(question, analysis);
        KindsAnalysis kinds = kinds(question, analysis);
        return Stream.concat(
                        Stream.ofNullable(regret).map(RegretTables::rules),
                        Stream.ofNullable(kinds).map(KindTables::agreements))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    /** All tables, for the page. */
    static List<Table> tables(Question question, Analysis analysis) {
        Laboratory laboratory = analysis.laboratory();
        RegretAnalysis regret = regret(question, analysis);
        KindsAnalysis kinds = kinds(question, analysis);
        return Stream.of(
                        briefTables(question, analysis),
                        regret == null
                                ? List.<Table>of()
                                : List.of(RegretTables.tasks(regret), RegretTables.withoutOne(regret)),
                        kinds == null ? List.<Table>of() : List.of(KindTables.best(kinds)),
                        laboratory == null ? List.<Table>of() : LaboratoryPictures.tables(question, laboratory))
                .flatMap(List::stream)
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static @Nullable RegretAnalysis regret(Question question, Analysis analysis) {
        Conclusions conclusions = analysis.conclusions();
        return question == Question.MAGIC_NUMBER && conclusions != null ? conclusions.regret() : null;
    }

    private static @Nullable KindsAnalysis kinds(Question question, Analysis analysis) {
        Conclusions conclusions = analysis.conclusions();
        return question == Question.KINDS && conclusions != null ? conclusions.kinds() : null;
    }
}
