package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.ClaimVerdict;
import org.initbench.analysis.Conclusions;
import org.initbench.analysis.RegretAnalysis;
import org.initbench.analysis.RuleRegret;
import org.initbench.analysis.TaskVerdict;
import org.initbench.report.LaboratoryFigure.Point;
import org.junit.jupiter.api.Test;

/** The pictures of questions draw what the analysis says, and nothing else. */
class QuestionFiguresTest {
    private static final Analysis QUICK = AnalysisFixture.quick();

    private static Conclusions conclusions() {
        return Objects.requireNonNull(QUICK.conclusions());
    }

    /** A row a comparison, by verdict, between margins. */
    @Test
    void aForestHasEveryComparisonOfItsClaims() {
        List<ClaimVerdict> measured = conclusions().verdicts().stream()
                .filter(ClaimVerdict::isMeasured)
                .toList();
        Map<String, LaboratoryFigure> figures = ClaimFigures.of("why", measured);
        assertThat(figures.values().stream().mapToInt(f -> f.points().size()).sum())
                .isEqualTo(measured.stream()
                        .flatMap(claim -> claim.comparisons().stream())
                        .filter(effect -> effect.verdict() != TaskVerdict.SAME)
                        .count());
        assertThat(figures).isNotEmpty().allSatisfy((name, figure) -> {
            assertThat(name).startsWith("why-");
            assertThat(figure.references()).hasSize(3).isSorted();
            assertThat(figure.kind()).isEqualTo("rows");
        });
    }

    /** A profile begins at no task, steps where the rule's regrets lie, and ends at the share that it reaches. */
    @Test
    void profilesStepAtTheRegrets() {
        RegretAnalysis regret = Objects.requireNonNull(conclusions().regret());
        LaboratoryFigure figure = RegretFigures.profiles(regret);
        assertThat(figure.kind()).isEqualTo("steps");
        for (int i = 0; i < figure.series().size(); i++) {
            int series = i;
            List<Point> line = figure.points().stream()
                    .filter(point -> point.series() == series)
                    .toList();
            RuleRegret rule = regret.rules().stream()
                    .filter(own ->
                            RegretTables.name(own.rule()).equals(figure.series().get(series)))
                    .findFirst()
                    .orElseThrow();
            assertThat(line).hasSize(rule.profile().size() + 2);
            assertThat(line.get(0).value()).isEqualTo(0);
            assertThat(line).extracting(Point::value).isSorted();
            assertThat(line.get(1).at())
                    .isEqualTo(ChartData.drawn(rule.profile().get(0).ratio()));
        }
    }

    /** Powers of ten of the analysis become scales; He's gain, a multiple of std·√fan-in, is left out. */
    @Test
    void kindsStandInThreePanels() {
        LaboratoryFigure figure =
                KindFigures.best(Objects.requireNonNull(conclusions().kinds()));
        assertThat(figure.points()).isNotEmpty();
        assertThat(figure.groups()).hasSizeBetween(1, 3);
        assertThat(figure.points())
                .allSatisfy(point -> assertThat(Objects.requireNonNull(point.value()))
                        .isBetween(Objects.requireNonNull(point.low()), Objects.requireNonNull(point.high())));
    }
}
