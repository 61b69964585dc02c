package org.initbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.run.EnvironmentProbe;
import org.initbench.run.Formats;
import org.initbench.training.NativeBackend;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Settings that some machine has and another has not. */
    private static final List<String> ELSEWHERE = List.of(
            "smt",
            "frequency_governor",
            "frequency_driver",
            "frequency_boost",
            "huge_pages",
            "numa_nodes",
            "cpus_allowed",
            "clock_source",
            "page_bytes",
            "instruction_sets",
            "virtual_machine",
            "java_UseAVX",
            "java_UseSVE",
            "java_TieredStopAtLevel",
            "java_UseCompressedOops",
            "openblas_core",
            "openblas",
            "openblas_threads",
            "native_libraries");

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
                        "threads.OMP_NUM_THREADS",
                        "memory_bytes",
                        "java_version",
                        "host",
                        "new_key.inner");
        assertThat(differences)
                .extracting(Difference::effect)
                .containsExactly(
                        Effect.BITS,
                        Effect.BITS,
                        Effect.BITS,
                        Effect.TIME,
                        Effect.TIME,
                        Effect.NOTHING,
                        Effect.UNKNOWN);
        assertThat(differences.get(0).values()).containsExactly("OpenBLAS, Haswell", "OpenBLAS, Zen");
        assertThat(differences.get(3).values()).containsExactly("8.0 GiB", "4.0 GiB");
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

    /**
     * A property that is added to the environment and forgotten here would be ranked last: every one must be known, those that this
     * machine tells and those that only others do.
     */
    @Test
    void everyPropertyOfAnEnvironmentIsKnown() {
        ObjectNode document =
                Formats.json().valueToTree(EnvironmentProbe.probe(NativeBackend.describe(), Path.of("no source tree")));
        ObjectNode settings = document.withObject("/settings");
        assertThat(settings.size()).isGreaterThan(10);
        ELSEWHERE.forEach(name -> settings.put(name, "something"));
        document.withObject("/own_initializers").put("mine", "something");
        document.withObject("/container_limits").put("cpus", "1.5");
        List<Difference> differences = Environments.ofDocuments(List.of(document, MAPPER.createObjectNode()));
        assertThat(differences).hasSizeGreaterThan(60);
        assertThat(differences)
                .allSatisfy(difference ->
                        assertThat(difference.effect()).as(difference.key()).isNotEqualTo(Effect.UNKNOWN))
                .allSatisfy(difference ->
                        assertThat(difference.label()).as(difference.key()).doesNotStartWith("settings"));
    }

    @Test
    void aSettingHasItsOwnEffectAndOneThatIsNotKnownHasNone() throws JsonProcessingException {
        assertThat(differences("""
                {"settings": {"a_new_one": "1", "clock_source": "tsc", "native_libraries": "none for this system"},
                 "threads": {"OPENBLAS_NUM_THREADS": "2", "OMP_PLACES": "cores"}}
                """, "{}"))
                .extracting(Difference::key, Difference::effect)
                .containsExactly(
                        tuple("threads.OPENBLAS_NUM_THREADS", Effect.BITS),
                        tuple("settings.native_libraries", Effect.BITS),
                        tuple("threads.OMP_PLACES", Effect.TIME),
                        tuple("settings.clock_source", Effect.TIME),
                        tuple("settings.a_new_one", Effect.UNKNOWN));
    }

    @Test
    void whatIsShownAlikeIsNoDifference() throws JsonProcessingException {
        assertThat(differences(
                        "{\"load_at_start\": 0.12, \"memory_bytes\": 8589934592}",
                        "{\"load_at_start\": 0.14, \"memory_bytes\": 8589934593}"))
                .isEmpty();
        assertThat(differences("{\"load_at_start\": 0.12}", "{\"load_at_start\": 0.16}", "{\"load_at_start\": 0.14}"))
                .extracting(Difference::values)
                .containsExactly(List.of("0.1", "0.2", "0.1"));
    }

    private static List<Difference> differences(String... documents) throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String document : documents) {
            nodes.add(MAPPER.readTree(document));
        }
        return Environments.ofDocuments(nodes);
    }
}
