package org.initbench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.task.Calibration;
import org.initbench.task.DataSets;
import org.initbench.task.Tasks;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Option;

/** {@code list}: what a study can name. */
@picocli.CommandLine.Command(
        name = "list",
        description = "Lists the tasks and initializers that a study file can name, with what their scales mean.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./run-benchmarks.sh list", "  ./run-benchmarks.sh list --json | jq -r '.initializers[].name'"})
final class ListCommand extends Command {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int NAME_WIDTH = 33;
    private static final int FORM_WIDTH = 46;
    private static final int SCALE_WIDTH = 8;
    private static final int TEXT_WIDTH = 66;

    @Option(names = "--json", description = "Print the lists as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        if (json) {
            out().println(JSON.writeValueAsString(Registered.all()));
        } else {
            printTables();
        }
        out().flush();
        return ExitCodes.DONE;
    }

    private void printTables() {
        out().println("Tasks");
        TextTable tasks = table(NAME_WIDTH, TEXT_WIDTH);
        for (String name : Tasks.names()) {
            tasks.addRowValues("  " + name, Tasks.description(name));
        }
        for (String name : Tasks.optionalNames()) {
            tasks.addRowValues("  " + name, Tasks.description(name) + wanting(name));
        }
        out().println(tasks);
        out().println("Initializers, and what their scale is");
        TextTable initializers = table(NAME_WIDTH, SCALE_WIDTH, TEXT_WIDTH - SCALE_WIDTH);
        List<Initializer> all = Initializers.all();
        all.forEach(
                i -> initializers.addRowValues("  " + i.name(), i.scaleKind().label(), i.law()));
        out().println(initializers);
        out().println("Initializers whose names have arguments, in capitals");
        TextTable forms = table(FORM_WIDTH, SCALE_WIDTH, NAME_WIDTH + TEXT_WIDTH - FORM_WIDTH - SCALE_WIDTH);
        for (Initializers.Form form : Initializers.forms()) {
            String scale = form.example().scaleKind().label();
            forms.addRowValues(
                    "  " + form.form(),
                    scale,
                    form.description() + " (" + form.example().name() + ")");
        }
        out().println(forms);
    }

    /**
     * What a study can name, as data.
     *
     * @param tasks the tasks
     * @param initializers the initializers whose names have no arguments
     * @param forms the initializers whose names have arguments
     */
    record Registered(List<TaskEntry> tasks, List<InitializerEntry> initializers, List<FormEntry> forms) {
        static Registered all() {
            List<TaskEntry> tasks = new ArrayList<>();
            Tasks.names().forEach(name -> tasks.add(new TaskEntry(name, Tasks.description(name), false)));
            Tasks.optionalNames().forEach(name -> tasks.add(new TaskEntry(name, Tasks.description(name), true)));
            return new Registered(
                    tasks,
                    Initializers.all().stream().map(InitializerEntry::of).toList(),
                    Initializers.forms().stream()
                            .map(form ->
                                    new FormEntry(form.form(), form.description(), InitializerEntry.of(form.example())))
                            .toList());
        }
    }

    /**
     * A task.
     *
     * @param optional whether its data do not come with initbench
     */
    record TaskEntry(String name, String description, boolean optional) {}

    /**
     * An initializer.
     *
     * @param scale what its scale is: {@code std}, {@code gain}, {@code value} or {@code none}
     * @param law what it draws
     */
    record InitializerEntry(String name, String scale, String law) {
        static InitializerEntry of(Initializer initializer) {
            return new InitializerEntry(
                    initializer.name(), initializer.scaleKind().label(), initializer.law());
        }
    }

    /**
     * Initializers whose names have arguments.
     *
     * @param form the name, arguments in capitals
     */
    record FormEntry(String form, String description, InitializerEntry example) {}

    /** What a task on data that do not come with initbench wants before a study can name it. */
    private static String wanting(String optionalTask) {
        String data = DataSets.fashionMnistInstalled() ? "" : " Its data are not installed.";
        boolean calibrated = Calibration.chosen(optionalTask).isPresent();
        return data + (calibrated ? "" : " It has no learning rate yet; first: calibrate " + optionalTask);
    }

    private static TextTable table(int... widths) {
        Column[] columns = new Column[widths.length];
        for (int i = 0; i < widths.length; i++) {
            columns[i] = new Column(widths[i], i == 0 ? 0 : 1, Overflow.WRAP);
        }
        return TextTable.forColumns(picocli.CommandLine.Help.defaultColorScheme(Ansi.OFF), columns);
    }
}
