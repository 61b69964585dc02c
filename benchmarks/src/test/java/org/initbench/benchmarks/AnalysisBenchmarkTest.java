package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.initbench.analysis.Analysis;
import org.initbench.analysis.Analyzer;
import org.initbench.analysis.CellSummary;
import org.initbench.common.UsageException;
import org.initbench.run.Bundle;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle in which nothing happens would be analysed fast, and tell nothing of real ones. */
class AnalysisBenchmarkTest {

    private static ResolvedStudy quick() {
        return StudyReader.read(Program.root().resolve("benchmarks/studies/quick.yaml"));
    }

    @Test
    void everyCellOfTheStudyHasItsRunsOfWhichSomeConvergeAndSomeFail() {
        Bundle bundle = MadeUpBundle.of(quick(), 12);
        Analysis analysis = Analyzer.analyze(bundle, (name, fanIn, fanOut) -> 1);
        assertThat(analysis.tasks()).hasSameSizeAs(quick().tasks());
        analysis.tasks().forEach(task -> {
            assertThat(task.cells())
                    .hasSameSizeAs(quick().ownRateArmsOf(task.task().name()));
            List<CellSummary> drawn =
                    task.cells().stream().filter(cell -> !cell.exact()).toList();
            assertThat(drawn).allMatch(cell -> cell.n() == 12);
            assertThat(drawn).anyMatch(cell -> cell.converged() == 12);
            assertThat(drawn).anyMatch(cell -> cell.converged() > 0 && cell.converged() < 12);
        });
        assertThat(analysis.answer()).isNotEmpty();
        assertThat(bundle.curves()).hasSizeGreaterThan(10 * bundle.runs().size());
    }

    @Test
    void moreReplicatesAreMoreRunsOfTheSameCells() {
        Bundle small = MadeUpBundle.of(quick(), 3);
        Bundle large = MadeUpBundle.of(quick(), 30);
        long exact = small.runs().size()
                - small.runs().stream().filter(run -> run.replicate() > 0).count() * 3 / 2;
        assertThat(large.runs()).hasSize((int) (10 * (small.runs().size() - exact) + exact));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "20, 1"})
    void thereIsSomethingToCompare(int replicates, int times) {
        AnalysisBenchmark benchmark = new AnalysisBenchmark();
        benchmark.replicates = replicates;
        benchmark.times = times;
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(benchmark::prepare)
                .withMessageContaining("-p replicates=20 -p times=10");
    }
}
