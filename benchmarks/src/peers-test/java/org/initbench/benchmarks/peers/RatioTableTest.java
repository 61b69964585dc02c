package org.initbench.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.initbench.benchmarks.peers.PeerResults.Stacked;
import org.junit.jupiter.api.Test;

/** A ratio that divides the wrong way, or forgets a stack's size, would still look like a number. */
class RatioTableTest {

    /** Student's t at 0.995 for 4 degrees of freedom is 4.604 (any table); the deviation of 1…5 is √2.5. */
    @Test
    void errorsAreThoseOfTheTextbook() {
        Timing timing = Timing.of(new double[] {1, 2, 3, 4, 5}, 2);
        assertThat(timing.value()).isEqualTo(1.5);
        assertThat(timing.error()).isCloseTo(4.604095 * Math.sqrt(2.5) / Math.sqrt(5) / 2, within(1e-6));
    }

    @Test
    void relativeErrorsOfARatioAddAsSquares() {
        Timing ratio = new Timing(10, 0.3).ratioTo(new Timing(4, 0.16));
        assertThat(ratio.value()).isEqualTo(2.5);
        assertThat(ratio.error()).isCloseTo(2.5 * 0.05, within(1e-12));
    }

    @Test
    void oneMeasurementHasNoError() {
        assertThat(Timing.of(new double[] {7}, 1).error()).isNaN();
    }

    @Test
    void everyPeerIsComparedAtItsBestStackPerModel() throws IOException {
        Map<String, Stacked> best = PeerResults.best(entries(
                entry("EpochBenchmark.stack", 64, "640.0, 640.0"),
                entry("EpochBenchmark.stack", 256, "5120.0, 5120.0"),
                entry("PeerBenchmark.pyTorchStack", 64, "6400.0, 6400.0"),
                entry("PeerBenchmark.pyTorchStack", 256, "5120.0, 5120.0"),
                entry("PeerBenchmark.dl4j", 0, "1000.0, 1000.0")));
        assertThat(best.get("stack")).isEqualTo(new Stacked(64, new Timing(10, 0)));
        assertThat(best.get("pyTorchStack")).isEqualTo(new Stacked(256, new Timing(20, 0)));
        Map<String, Map<String, Stacked>> results = new LinkedHashMap<>();
        results.put("dense-64", best);
        assertThat(RatioTable.of(results))
                .contains("| dense-64 | 10.0 ± 0.0 (stack 64)")
                .contains("| 2.00 ± 0.00× (stack 256) | –                  | 100 ± 0×");
    }

    @Test
    void withoutInitbenchsOwnTimeTheTableShowsTimesInsteadOfRatios() throws IOException {
        Map<String, Map<String, Stacked>> results =
                Map.of("digits-cnn", PeerResults.best(entries(entry("PeerBenchmark.pyTorch", 0, "20.0, 20.0"))));
        assertThat(RatioTable.of(results)).contains("no such task").contains("20.0 ± 0.0 µs");
    }

    private static JsonNode entries(String... entries) throws IOException {
        return new ObjectMapper().readTree("[" + String.join(",", entries) + "]");
    }

    private static String entry(String benchmark, int stackSize, String values) {
        String stack = stackSize == 0 ? "" : ",\"stackSize\":\"" + stackSize + "\"";
        return "{\"benchmark\":\"org.initbench." + benchmark + "\",\"params\":{\"network\":\"dense-64\"" + stack
                + "},\"primaryMetric\":{\"scoreUnit\":\"us/op\",\"rawData\":[[" + values + "]]}}";
    }
}
