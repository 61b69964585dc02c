package org.initbench.cli;

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

/** {@code list}: what a study can name. */
@picocli.CommandLine.Command(
        name = "list",
        description = "Lists the tasks and initializers that a study file can name, with what their scales mean.")
final class ListCommand extends Command {

    private static final int NAME_WIDTH = 33;
    private static final int FORM_WIDTH = 46;
    private static final int SCALE_WIDTH = 8;
    private static final int TEXT_WIDTH = 66;

    @Override
    public Integer call() {
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
        out().flush();
        return ExitCodes.DONE;
    }

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
