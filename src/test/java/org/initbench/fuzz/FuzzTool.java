package org.initbench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Damages files and has them read, a million times or more: {@code FuzzTool [CASES [SEED]]}, by default 100000 cases of seed 1. Prints
 * what came out that may not; the exit code is 1 if anything did.
 */
public final class FuzzTool {

    private static final long STEP = 10_000;

    private FuzzTool() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        long cases = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("initbench-fuzz");
        Fuzzer fuzzer = new Fuzzer(folder, seed);
        int shown = 0;
        for (long done = 0; done < cases; done += STEP) {
            fuzzer.run(done, Math.min(STEP, cases - done));
            for (String crash : fuzzer.crashes().subList(shown, fuzzer.crashes().size())) {
                System.out.println(crash);
            }
            shown = fuzzer.crashes().size();
            System.out.println((fuzzer.accepted() + fuzzer.refused() + shown) + " cases: " + fuzzer.accepted()
                    + " read, " + fuzzer.refused() + " refused, " + shown + " crashes");
        }
        System.exit(shown == 0 ? 0 : 1);
    }
}
