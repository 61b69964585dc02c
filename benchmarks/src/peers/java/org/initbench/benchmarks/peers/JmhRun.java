package org.initbench.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initbench.common.DataException;
import org.openjdk.jmh.Main;

/** One run of JMH in a process of its own, because only a new process can have another environment. */
final class JmhRun {

    /** What pins the kernels of OpenBLAS and oneDNN: initbench needs it, and a peer chooses its kernels itself. */
    private static final List<String> PINS = List.of("OPENBLAS_CORETYPE", "DNNL_MAX_CPU_ISA");

    private JmhRun() {}

    /**
     * Runs benchmarks and waits for them; what they print goes to standard error.
     *
     * @param benchmark regular expression of the benchmarks
     * @param parameters values of JMH parameters, separated by commas
     * @param options further options of JMH
     * @param pinned whether initbench's pinned kernels stay in the environment
     * @return JMH's results, an array
     * @throws DataException if a benchmark fails
     */
    static JsonNode run(String benchmark, Map<String, String> parameters, List<String> options, boolean pinned) {
        try {
            Path result = Files.createTempFile("peers", ".json");
            try {
                int exit = process(command(benchmark, parameters, options, result), pinned)
                        .waitFor();
                JsonNode entries = new ObjectMapper().readTree(result.toFile());
                if (exit != 0 || entries.size() == 0) {
                    throw new DataException(benchmark + " " + parameters + ": JMH measured nothing; see its messages");
                }
                return entries;
            } finally {
                Files.deleteIfExists(result);
            }
        } catch (IOException e) {
            throw new DataException(benchmark + " cannot be run: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException(benchmark + " was interrupted", e);
        }
    }

    private static List<String> command(
            String benchmark, Map<String, String> parameters, List<String> options, Path result) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), benchmark));
        command.addAll(List.of("-foe", "true", "-rf", "json", "-rff", result.toString()));
        parameters.forEach((name, values) -> command.addAll(List.of("-p", name + "=" + values)));
        command.addAll(options);
        return command;
    }

    private static Process process(List<String> command, boolean pinned) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        if (!pinned) {
            PINS.forEach(builder.environment()::remove);
        }
        Process process = builder.start();
        process.getInputStream().transferTo(System.err);
        return process;
    }
}
