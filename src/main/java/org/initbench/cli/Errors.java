package org.initbench.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.initbench.common.DataException;
import org.initbench.common.MachineException;
import org.initbench.common.Suggestions;
import org.initbench.common.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into one line for people and an exit code for the shell. */
final class Errors {

    /** A message may quote what a file holds. */
    private static final int LONGEST = 8000;

    private Errors() {}

    /** The command line itself is wrong. */
    static int report(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("initbench: " + problem(exception));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        printStackTrace(exception, command);
        return ExitCodes.USAGE;
    }

    /** A command failed. */
    static int report(Throwable exception, CommandLine command) {
        command.getErr().println("initbench: " + message(exception));
        printStackTrace(exception, command);
        return exitCode(exception);
    }

    private static String problem(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(exception.getMessage());
        }
        CommandLine command = unmatched.getCommandLine();
        String first = unmatched.getUnmatched().get(0);
        if (command.getParent() == null && !first.startsWith("-")) {
            return Suggestions.unknown(
                    "command", first, command.getSubcommands().keySet());
        }
        List<String> meant = unmatched.getSuggestions();
        return unmatched.getMessage() + (meant.isEmpty() ? "" : "; did you mean '" + meant.get(0) + "'?");
    }

    private static int exitCode(Throwable exception) {
        if (exception instanceof UsageException) {
            return ExitCodes.USAGE;
        }
        return exception instanceof DataException ? ExitCodes.DATA : ExitCodes.FAILURE;
    }

    private static String message(Throwable exception) {
        String message = exception.getMessage();
        boolean known = exception instanceof UsageException
                || exception instanceof DataException
                || exception instanceof MachineException
                || exception instanceof UncheckedIOException;
        if (known && message != null) {
            return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
        }
        return "failed: " + exception + " (--stacktrace shows where)";
    }

    private static void printStackTrace(Throwable exception, CommandLine command) {
        Object root = command.getCommandSpec().root().userObject();
        if (root instanceof Initbench initbench && initbench.stacktrace()) {
            exception.printStackTrace(command.getErr());
        }
    }
}
