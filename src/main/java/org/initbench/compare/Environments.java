package org.initbench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.run.Environment;
import org.initbench.run.Formats;
import org.jspecify.annotations.Nullable;

/** What differs between the environments of bundles, the most relevant first. */
final class Environments {
    /** Stands for the value of a property that a bundle does not have. */
    static final String ABSENT = "not set";

    /** Groups that the first versions of the file did not have. */
    private static final List<String> SINCE_FIRST = List.of("settings", "fingerprint");

    /**
     * A known property.
     *
     * @param key its path; where it ends with a dot, the beginning of the paths of a group
     */
    private record Known(String key, String label, Effect effect) {
        boolean names(String path) {
            return key.endsWith(".") ? path.startsWith(key) : path.equals(key);
        }

        String labelOf(String path) {
            return key.endsWith(".") ? label + path.substring(key.length()) : label;
        }
    }

    /** The known properties, the most relevant first. */
    private static final List<Known> KNOWN = List.of(
            new Known("settings.openblas_core", "BLAS core type", Effect.BITS),
            new Known("blas", "BLAS", Effect.BITS),
            new Known("threads.OPENBLAS_CORETYPE", "OPENBLAS_CORETYPE", Effect.BITS),
            new Known("threads.MKL_CBWR", "MKL_CBWR", Effect.BITS),
            new Known("threads.DNNL_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA", Effect.BITS),
            new Known("threads.GLIBC_TUNABLES", "GLIBC_TUNABLES", Effect.BITS),
            new Known("threads.LD_PRELOAD", "LD_PRELOAD", Effect.BITS),
            new Known("settings.c_library", "C library", Effect.BITS),
            new Known("settings.openblas", "OpenBLAS as built", Effect.BITS),
            new Known("settings.openblas_threads", "threads of OpenBLAS", Effect.BITS),
            new Known("settings.openmp_threads", "threads of ND4J", Effect.BITS),
            new Known("threads.OMP_NUM_THREADS", "OMP_NUM_THREADS", Effect.BITS),
            new Known("threads.OPENBLAS_NUM_THREADS", "OPENBLAS_NUM_THREADS", Effect.BITS),
            new Known("settings.onednn_max_cpu_isa", "instruction sets for oneDNN", Effect.BITS),
            new Known("settings.libnd4j", "ND4J as built", Effect.BITS),
            new Known("settings.instruction_sets", "instruction sets", Effect.BITS),
            new Known("native_extension", "native build", Effect.BITS),
            new Known("settings.native_libraries", "why no native libraries were loaded", Effect.BITS),
            new Known("nd4j_version", "ND4J", Effect.BITS),
            new Known("architecture", "architecture", Effect.BITS),
            new Known("initbench_version", "initbench", Effect.BITS),
            new Known("git_commit", "commit", Effect.BITS),
            new Known("git_dirty", "uncommitted changes", Effect.BITS),
            new Known("own_initializers.", "own initializer ", Effect.BITS),
            new Known("reference_digest", "reference computation", Effect.SIGN),
            new Known("fingerprint.", "fingerprint ", Effect.SIGN),
            new Known("cpu_model", "processor", Effect.TIME),
            new Known("physical_cores", "physical cores", Effect.TIME),
            new Known("logical_cores", "logical cores", Effect.TIME),
            new Known("caches", "caches", Effect.TIME),
            new Known("memory_bytes", "memory", Effect.TIME),
            new Known("container_limits.", "container limit: ", Effect.TIME),
            new Known("threads.", "", Effect.TIME),
            new Known("settings.frequency_governor", "frequency governor", Effect.TIME),
            new Known("settings.frequency_driver", "frequency driver", Effect.TIME),
            new Known("settings.frequency_boost", "frequency boost", Effect.TIME),
            new Known("settings.smt", "two threads a core (SMT)", Effect.TIME),
            new Known("settings.cpus_allowed", "processors allowed", Effect.TIME),
            new Known("settings.virtual_machine", "in a virtual machine", Effect.TIME),
            new Known("settings.numa_nodes", "memory nodes (NUMA)", Effect.TIME),
            new Known("settings.huge_pages", "huge pages", Effect.TIME),
            new Known("settings.page_bytes", "bytes of a page", Effect.TIME),
            new Known("settings.clock_source", "clock source", Effect.TIME),
            new Known("settings.java_machine", "Java machine", Effect.TIME),
            new Known("settings.java_build", "Java build", Effect.TIME),
            new Known("settings.java_collectors", "garbage collectors", Effect.TIME),
            new Known("settings.java_heap_limit", "bytes of the Java heap at most", Effect.TIME),
            new Known("settings.java_UseAVX", "UseAVX of Java", Effect.TIME),
            new Known("settings.java_UseSVE", "UseSVE of Java", Effect.TIME),
            new Known("settings.java_TieredStopAtLevel", "TieredStopAtLevel of Java", Effect.TIME),
            new Known("settings.java_UseCompressedOops", "UseCompressedOops of Java", Effect.TIME),
            new Known("java_version", "Java", Effect.TIME),
            new Known("java_vendor", "Java vendor", Effect.TIME),
            new Known("java_flags", "Java flags", Effect.TIME),
            new Known("operating_system", "system", Effect.TIME),
            new Known("load_at_start", "load at start", Effect.TIME),
            new Known("host", "host", Effect.NOTHING),
            new Known("started", "started", Effect.NOTHING));

    private Environments() {}

    /** What differs between environments; nothing of a group that one of them does not have at all, because an older version made it. */
    static List<Difference> differences(List<Environment> environments) {
        List<ObjectNode> documents = environments.stream()
                .map(environment -> Formats.json().<ObjectNode>valueToTree(environment))
                .toList();
        for (String group : SINCE_FIRST) {
            if (!documents.stream().allMatch(document -> document.has(group))) {
                documents.forEach(document -> document.remove(group));
            }
        }
        return ofDocuments(List.copyOf(documents));
    }

    /**
     * The same of documents of any shape; properties that nobody knows come last, in the order of the documents. Values that are
     * shown alike, such as loads that round to the same number, are no difference.
     */
    static List<Difference> ofDocuments(List<JsonNode> documents) {
        List<Map<String, String>> leaves = documents.stream().map(Trees::leaves).toList();
        List<Difference> differences = new ArrayList<>();
        for (String path : Trees.differing(leaves)) {
            List<String> values =
                    leaves.stream().map(own -> value(path, own.get(path))).toList();
            if (values.stream().distinct().count() > 1) {
                differences.add(difference(path, values));
            }
        }
        differences.sort(Comparator.comparingInt(difference -> rank(difference.key())));
        return List.copyOf(differences);
    }

    private static Difference difference(String path, List<String> values) {
        Optional<Known> known = known(path).findFirst();
        return new Difference(
                path,
                known.map(k -> k.labelOf(path)).orElse(path),
                known.map(Known::effect).orElse(Effect.UNKNOWN),
                values);
    }

    private static Stream<Known> known(String path) {
        return KNOWN.stream().filter(known -> known.names(path));
    }

    private static int rank(String path) {
        return known(path).findFirst().map(KNOWN::indexOf).orElse(KNOWN.size());
    }

    private static String value(String path, @Nullable String text) {
        if (text == null) {
            return ABSENT;
        }
        if (path.equals("load_at_start")) {
            return String.format(Locale.ROOT, "%.1f", Double.parseDouble(text));
        }
        return path.equals("memory_bytes")
                ? String.format(Locale.ROOT, "%.1f GiB", Double.parseDouble(text) / (1 << 30))
                : text;
    }
}
