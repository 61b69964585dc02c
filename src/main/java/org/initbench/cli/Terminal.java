package org.initbench.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the standard streams can show. */
public final class Terminal {
    private Terminal() {}

    /** Whether the error stream is a terminal, so that a line may be drawn over again; the launcher knows. */
    public static boolean live() {
        return Boolean.getBoolean("initbench.terminal");
    }

    /** Whether colours may be used on the output stream: it is a terminal, and {@code NO_COLOR} is unset or empty. */
    public static boolean colorsOnOutput() {
        return Boolean.getBoolean("initbench.output.terminal") && colorsAllowed(System.getenv());
    }

    static boolean colorsAllowed(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** The encoding of the standard streams: the system's, but UTF-8 where the system only claims ASCII. */
    static Charset encoding() {
        Charset system = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return system.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : system;
    }
}
