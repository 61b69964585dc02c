package org.initbench.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Kills a study some hundred times: {@code KillTool [KILLS [SEED]]}, by default 300 kills of seed 1, some ten seconds each. Prints what
 * should not have happened; the exit code is 1 if anything did. CONTRIBUTING.md says how it is started.
 */
public final class KillTool {

    private static final int KILLS_OF_A_BUNDLE = 12;

    private KillTool() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("initbench-kills");
        Kills kills = new Kills(folder, seed);
        kills.undisturbed();
        for (int bundle = 1; kills.done() < most; bundle++) {
            kills.disturb("bundle-" + bundle, Math.min(KILLS_OF_A_BUNDLE, most - kills.done()));
            System.out.println(bundle + " bundles, " + kills.done() + " kills, "
                    + kills.problems().size() + " problems");
        }
        kills.problems().forEach(System.out::println);
        System.out.println("the bundles and what was printed: " + folder);
        System.exit(kills.problems().isEmpty() ? 0 : 1);
    }
}
