package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ContrastCommandTest {
    private static final String QUICK = "../reports/reference/quick";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int contrast(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "contrast";
        System.arraycopy(args, 0, all, 1, args.length);
        return Initbench.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }

    /** Ten pairs in which only the second start learned: 2 of 2¹⁰ coin tosses are as lopsided. */
    @Test
    void zeroNeverLearnsWhereNormalWeightsDo() {
        assertThat(contrast("--task", "digits-mlp-tanh", QUICK, "zero", "normal=0.1"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(out.toString())
                .contains("1st: zero; 2nd: normal, std 0.1; study quick, paired by replicate")
                .containsPattern("digits-mlp-tanh +0 of 10 +0 +10 +– +0\\.00 +0\\.002 +0\\.002 +1\\.000 +2nd faster")
                .contains("adjusted by Holm for 1 task.")
                .contains("At 5 %: 1st faster on 0, 2nd faster on 1, equivalent on 0, open on 0 of 1.");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(125));
    }

    @Test
    void theSameAsData() throws IOException {
        assertThat(contrast("--json", QUICK, "zero", "normal=0.1")).isEqualTo(ExitCodes.DONE);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("tasks")).hasSize(6);
        JsonNode digits = json.get("tasks").get(4);
        assertThat(digits.get("task").asText()).isEqualTo("digits-mlp-tanh");
        assertThat(digits.get("finding").asText()).isEqualTo("second_faster");
        assertThat(digits.get("time").get("p").asDouble()).isEqualTo(2.0 / 1024);
    }

    @Test
    void mistakesSayWhatWouldBeRight() {
        assertThat(contrast(QUICK, "normal=small", "zero")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("start 'normal=small': 'small' is no scale; write normal=0.1");
        assertThat(contrast(QUICK, "normal", "zero")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("unknown start 'normal'").contains("normal=0.1");
    }
}
