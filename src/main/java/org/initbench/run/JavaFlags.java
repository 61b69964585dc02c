package org.initbench.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arguments of a Java machine as they may be passed around.
 *
 * <ul>
 *   <li>{@code -Dinitbench.…} is left out: it only names folders and streams.
 *   <li>Of other {@code -D} options the value is told if it can matter to bits or time; else {@code ...} stands for it, for it may be a
 *       password or a person's folder.
 *   <li>{@code -javaagent:}, {@code -agentlib:} and {@code -agentpath:} are told without the agent's own arguments and its folder.
 *   <li>Everything else is told as it is.
 * </ul>
 */
final class JavaFlags {
    private static final String PROPERTY = "-D";
    private static final String OWN = PROPERTY + "initbench.";

    /** What begins the names of properties that can matter to bits or time. */
    private static final List<String> TELLING =
            List.of("org.bytedeco.", "org.nd4j.", "java.util.concurrent.", "user.language", "file.encoding");

    private static final Pattern AGENT =
            Pattern.compile("(-javaagent:|-agentlib:|-agentpath:)([^=]*)(?:=.*)?", Pattern.DOTALL);

    private JavaFlags() {}

    /** The arguments that may be told, in their order. */
    static List<String> told(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.startsWith(OWN))
                .map(JavaFlags::told)
                .toList();
    }

    /** An argument as it may be told. */
    static String told(String argument) {
        if (argument.startsWith(PROPERTY)) {
            return property(argument);
        }
        Matcher agent = AGENT.matcher(argument);
        return agent.matches() ? agent.group(1) + lastName(agent.group(2)) : argument;
    }

    private static String property(String argument) {
        int end = argument.indexOf('=');
        boolean telling = TELLING.stream().anyMatch(start -> argument.startsWith(start, PROPERTY.length()));
        return end < 0 || telling ? argument : argument.substring(0, end) + "=...";
    }

    private static String lastName(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }
}
