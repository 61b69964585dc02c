package org.initbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.initbench.run.Bundle;
import org.initbench.task.LayerDescription;
import org.initbench.task.MatrixDescription;
import org.initbench.task.TaskDescription;
import org.junit.jupiter.api.Test;

/** Gains and standard deviations are one answer in two units: the conversion must be that of the matrices that were drawn. */
class ScaleResponsesTest {

    private static final Bundle TEMPLATE =
            new SyntheticStudy().hidden("tanh", -1).linear("logistic").bundle(true);

    /** A drawn bias is a column of the matrix, but only where there is one. */
    @Test
    void drawnBiasesCountAmongTheColumnsOfAnOrthogonalMatrix() {
        TaskDescription t = TEMPLATE.study().tasks().get(0);
        assertThat(variancesAskedFor(with(t.layers(), true)))
                .contains("orthogonal 65 32", "orthogonal 33 10", "he-normal 64 32")
                .doesNotContain("orthogonal 64 32");
        LayerDescription withoutBias = oneMatrix(new MatrixDescription("weight", 32, 64, 64, 32, "drawn", null));
        assertThat(variancesAskedFor(with(List.of(withoutBias), true))).contains("orthogonal 64 32");
    }

    /** Schemes follow the fans; an orthogonal matrix is what it is, whatever feeds it: else a good gain is given as a wrong std. */
    @Test
    void convolutionsAndEmbeddingsAreJudgedByFansAndOrthogonalOnesByTheirMatrix() {
        LayerDescription convolution = oneMatrix(new MatrixDescription("weight", 16, 72, 72, 144, "drawn", 0.0));
        LayerDescription embedding = oneMatrix(new MatrixDescription("weight", 8, 100, 1, 8, "drawn", null));
        LayerDescription identity = oneMatrix(new MatrixDescription("recurrent weight", 7, 7, 7, 7, "identity", null));
        assertThat(variancesAskedFor(with(List.of(convolution, embedding, identity), false)))
                .contains("he-normal 72 144", "he-normal 1 8", "orthogonal 72 16", "orthogonal 100 8")
                .allMatch(asked -> !asked.endsWith(" 7 7"));
    }

    /** Of a one-hot word one weight feeds each unit: an embedding's σ_w is its std. */
    @Test
    void theNormalizedRangeOfAnEmbeddingIsItsStd() {
        LayerDescription embedding = oneMatrix(new MatrixDescription("weight", 8, 100, 1, 8, "drawn", null));
        LayerDescription dense = oneMatrix(new MatrixDescription("weight", 8, 64, 64, 8, "drawn", 0.0));
        ScaleResponse normal = responses(with(List.of(embedding, dense), false), (name, fanIn, fanOut) -> 1).stream()
                .filter(response -> response.initializer().equals("normal"))
                .findFirst()
                .orElseThrow();
        ScaleResponse.Range std = Objects.requireNonNull(normal.goodRange());
        assertThat(normal.goodRangeNormalized())
                .isEqualTo(new ScaleResponse.Range(std.low(), 8 * std.high(), std.openBelow(), std.openAbove()));
        assertThat(normal.fanInConfounded()).as("1 and 64 tell them apart").isFalse();
    }

    private static LayerDescription oneMatrix(MatrixDescription matrix) {
        return new LayerDescription("layer", "", "identity", "8", List.of(matrix));
    }

    private static Set<String> variancesAskedFor(TaskDescription task) {
        Set<String> asked = new HashSet<>();
        assertThat(responses(task, (name, fanIn, fanOut) -> {
                    asked.add(name + " " + fanIn + " " + fanOut);
                    return 1;
                }))
                .isNotEmpty();
        return asked;
    }

    private static List<ScaleResponse> responses(TaskDescription task, WeightVariance variance) {
        List<Cell> cells = Cell.of(TEMPLATE, task);
        Cell best = CellSummaries.best(cells).orElseThrow();
        List<CellSummary> summaries = cells.stream()
                .map(cell -> CellSummaries.of(cell, best, Optional.empty()))
                .toList();
        return new ScaleResponses(task, variance).of(cells, summaries);
    }

    private static TaskDescription with(List<LayerDescription> layers, boolean drawnBiases) {
        TaskDescription t = TEMPLATE.study().tasks().get(0);
        return new TaskDescription(
                t.name(),
                t.description(),
                t.kind(),
                t.dataSet(),
                t.dataDigest(),
                t.trainingSamples(),
                t.evaluationSamples(),
                t.testSamples(),
                t.input(),
                layers,
                t.loss(),
                t.optimizer(),
                t.optimizerConstants(),
                t.learningRate(),
                t.gradientClip(),
                t.batchSize(),
                t.updatesPerEpoch(),
                drawnBiases,
                t.levels(),
                t.levelLosses(),
                t.headline(),
                t.chanceLoss(),
                t.metric(),
                t.budgetEpochs(),
                t.precision());
    }
}
