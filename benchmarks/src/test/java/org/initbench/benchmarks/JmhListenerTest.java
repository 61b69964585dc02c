package org.initbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhListenerTest {

    /** Tuning can take longer than the blocks: progress that does not count it would stand still, and then go back. */
    @Test
    void theSetUpCountsByItsCostAndProgressNeverGoesBack() {
        List<Double> told = new ArrayList<>();
        PrintStream fork = new JmhListener(4, told::add).forkOutput();
        fork.println(ProgressLines.SET_UP + "0.2500");
        fork.println(ProgressLines.SET_UP + "1.0000");
        fork.println("# Warmup");
        fork.println(ProgressLines.ITERATION + "0.5000");
        assertThat(told).containsExactly(1.0, 4.0, 4.5);
    }

    @Test
    void whatTheForkSaysElseIsKeptForTheCaseOfFailure() {
        JmhListener listener = new JmhListener(0, share -> {});
        listener.forkOutput().println("a problem");
        listener.forkOutput().println(ProgressLines.SET_UP + "0.5000");
        assertThat(listener.transcript()).contains("a problem").doesNotContain("##initbench");
    }
}
