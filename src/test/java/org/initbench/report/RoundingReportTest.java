package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.analysis.EqualStartFate;
import org.initbench.analysis.RoundingComparison;
import org.initbench.analysis.RoundingComparison.Machine;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.junit.jupiter.api.Test;

class RoundingReportTest {

    private static final ArmDescription EQUAL = new ArmDescription("constant", ScaleKind.VALUE, 0.1, true);
    private static final ArmDescription ZERO = new ArmDescription("zero", ScaleKind.NONE, null, true);
    private static final RoundingComparison COMPARISON = new RoundingComparison(
            List.of(new Machine("reference", "float32", "aa"), new Machine("nd4j Haswell", "float32", "bb")),
            List.of(
                    new EqualStartFate("digits-mlp-tanh", ZERO, "reference", "float32", 2, 0, 0, 0, 0, null),
                    new EqualStartFate("digits-mlp-tanh", ZERO, "nd4j Haswell", "float32", 2, 1, 0, 0, 0, 0.0444),
                    new EqualStartFate("digits-mlp-tanh", EQUAL, "reference", "float32", 2, 0, 0, 0, 0, null),
                    new EqualStartFate("digits-mlp-tanh", EQUAL, "nd4j Haswell", "float32", 2, 2, 2, 1, 1, 3.5)));

    @Test
    void aRowForEachStartAndAColumnForEachMachine() {
        assertThat(RoundingReport.markdown(COMPARISON))
                .startsWith("# Do equal weights stay equal?\n\n")
                .contains("**digest**: of a fixed computation in single precision")
                .contains("- reference, float32: hidden units stayed equal")
                .contains("\n## float32\n\n")
                .contains("| task | start | reference | nd4j Haswell |\n| --- | --- | --- | --- |\n")
                .contains("| `digits-mlp-tanh` | all weights zero | = | 0.044 (1/2) |\n")
                .contains("| `digits-mlp-tanh` | all weights 0.1 | = | 3.5 learned |\n")
                .endsWith("| digest |  | aa | bb |\n");
    }

    @Test
    void programsReadEveryNumber() {
        assertThat(RoundingReport.csv(COMPARISON).lines())
                .containsExactly(
                        "task,initializer,scale,engine,precision,runs,apart,apart_visibly,converged,converged_apart,epoch",
                        "digits-mlp-tanh,zero,,reference,float32,2,0,0,0,0,",
                        "digits-mlp-tanh,zero,,nd4j Haswell,float32,2,1,0,0,0,0.0444",
                        "digits-mlp-tanh,constant,0.1,reference,float32,2,0,0,0,0,",
                        "digits-mlp-tanh,constant,0.1,nd4j Haswell,float32,2,2,2,1,1,3.5");
    }
}
