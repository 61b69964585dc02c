package org.initbench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import org.initbench.common.Version;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: the root of all commands. */
@CommandLine.Command(
        name = "initbench",
        description = "How small should a neural network's initial weights be? Measured, not guessed.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Initbench.VersionLine.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./run-benchmarks.sh                            the quick study: trains, analyses, answers",
            "  ./run-benchmarks.sh run standard --dry-run     what the standard study would take",
            "  ./run-benchmarks.sh analyze --json BUNDLE      every statistic, as data",
            "  ./run-benchmarks.sh analyze -o DIR A B C       answers from several studies together",
            "  ./run-benchmarks.sh run --help                 options and examples of a command"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the program or the machine failed",
            "2:wrong usage, or a mistake in a study file",
            "3:a comparison or validation found a difference",
            "4:input data is missing or damaged",
            "130:interrupted (Ctrl-C); what was done is kept"
        })
public final class Initbench implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "On an error, print where in the program it arose.")
    private boolean stacktrace;

    private Initbench() {}

    /** Runs a command on the standard streams and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /**
     * Runs a command on the standard streams.
     *
     * @param args the command's name and arguments
     * @param extraCommands commands beside those of this package
     * @return the exit code, one of {@link ExitCodes}
     */
    public static int execute(String[] args, Object... extraCommands) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        CommandLine commands = commandLine(out, err, extraCommands);
        commands.setColorScheme(
                CommandLine.Help.defaultColorScheme(Terminal.colorsAllowed(System.getenv()) ? Ansi.AUTO : Ansi.OFF));
        int exitCode;
        try {
            exitCode = commands.execute(args);
        } catch (VirtualMachineError | LinkageError e) {
            exitCode = Errors.report(e, commands);
        }
        out.flush();
        err.flush();
        return exitCode;
    }

    /**
     * The command tree, to be run with {@link CommandLine#execute}: nothing it does reaches other streams than these, and
     * its exit code is returned.
     *
     * @param out where results go
     * @param err where everything else goes
     * @param extraCommands commands beside those of this package, annotated with {@link CommandLine.Command}
     */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err, Object... extraCommands) {
        CommandLine commands = new CommandLine(new Initbench());
        commands.addSubcommand(new AnalyzeCommand());
        commands.addSubcommand(new ContrastCommand());
        commands.addSubcommand(new ListCommand());
        commands.addSubcommand(new VerifyCommand());
        commands.addSubcommand(new MergeCommand());
        commands.addSubcommand(new CompletionCommand());
        for (Object command : extraCommands) {
            commands.addSubcommand(command);
        }
        return commands.setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Errors::report)
                .setExecutionExceptionHandler((exception, command, parsed) -> Errors.report(exception, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Whether the user wants to know where an error arose. */
    boolean stacktrace() {
        return stacktrace;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, Terminal.encoding());
    }

    /** The line that {@code --version} prints. */
    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"initbench " + Version.current()};
        }
    }
}
