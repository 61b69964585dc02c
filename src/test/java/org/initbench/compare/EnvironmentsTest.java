package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.initbench.run.Environment;
import org.initbench.run.Formats;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void whatChangesBitsComesFirstAndWhatNobodyKnowsLast() throws JsonProcessingException {
        List<Difference> differences = differences("""
                {"new_key": {"inner": [1, 2]}, "host": "a", "java_version": "17", "cpu_model": "X", "blas": "OpenBLAS, Haswell",
                 "threads": {"OMP_NUM_THREADS": "1", "OPENBLAS_CORETYPE": "Haswell"}, "nd4j_version": "1", "memory_bytes": 8589934592}
                """, """
                {"new_key": {"inner": [1, 3]}, "host": "b", "java_version": "21", "cpu_model": "X", "blas": "OpenBLAS, Zen",
                 "threads": {"OMP_NUM_THREADS": "2", "OPENBLAS_CORETYPE": "Zen"}, "nd4j_version": "1", "memory_bytes": 4294967296}
                """);
        assertThat(differences)
                .extracting(Difference::key)
                .containsExactly(
                        "blas",
                        "threads.OPENBLAS_CORETYPE",
                        "memory_bytes",
                        "threads.OMP_NUM_THREADS",
                        "java_version",
                        "host",
                        "new_key.inner");
        assertThat(differences)
                .extracting(Difference::effect)
                .containsExactly(
                        Effect.BITS,
                        Effect.BITS,
                        Effect.TIME,
                        Effect.TIME,
                        Effect.TIME,
                        Effect.NOTHING,
                        Effect.UNKNOWN);
        assertThat(differences.get(0).values()).containsExactly("OpenBLAS, Haswell", "OpenBLAS, Zen");
        assertThat(differences.get(2).values()).containsExactly("8.0 GiB", "4.0 GiB");
        assertThat(differences.get(6).values()).containsExactly("1, 2", "1, 3");
    }

    @Test
    void whatOnlyOneSaysIsADifference() throws JsonProcessingException {
        List<Difference> differences =
                differences("{\"threads\": {}}", "{\"threads\": {\"MKL_CBWR\": \"AVX2\"}}", "{\"threads\": {}}");
        assertThat(differences)
                .containsExactly(new Difference(
                        "threads.MKL_CBWR", "MKL_CBWR", Effect.BITS, List.of("not set", "AVX2", "not set")));
        assertThat(differences("{\"a\": 1}", "{\"a\": 1}")).isEmpty();
    }

    /** A property that is added to the environment and forgotten here would be ranked last: every one must be known. */
    @Test
    void everyPropertyOfAnEnvironmentIsKnown() {
        Environment environment = new MadeUpBundle("b").bundle().environment();
        JsonNode full = Formats.json().valueToTree(environment);
        List<Difference> differences = Environments.ofDocuments(List.of(full, MAPPER.createObjectNode()));
        assertThat(differences).hasSizeGreaterThan(20);
        assertThat(differences)
                .allSatisfy(difference ->
                        assertThat(difference.effect()).as(difference.key()).isNotEqualTo(Effect.UNKNOWN));
    }

    private static List<Difference> differences(String... documents) throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String document : documents) {
            nodes.add(MAPPER.readTree(document));
        }
        return Environments.ofDocuments(nodes);
    }
}
