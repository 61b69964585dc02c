package org.initbench.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initbench.common.Located;
import org.initbench.common.UsageException;
import org.initbench.init.Initializer;
import org.initbench.init.Initializers;
import org.initbench.init.ScaleKind;
import org.initbench.run.ArmDescription;
import org.initbench.run.ResolvedStudy;
import org.initbench.run.SkippedCell;
import org.initbench.task.Precision;
import org.initbench.task.Task;
import org.initbench.task.TaskDescription;
import org.initbench.task.Tasks;
import org.jspecify.annotations.Nullable;

/** Turns a study file into a study with every default written out, or says what is wrong and where. */
final class StudyResolver {

    private static final long DEFAULT_SEED = 1;
    private static final int DEFAULT_REPLICATES = 10;
    private static final int MOST_REPLICATES = 100_000;
    private static final int DEFAULT_WORKERS = 2;
    private static final String SINGLE = Precision.FLOAT32.label();
    private static final int LARGEST_STACK = 65_536;
    private static final int MOST_EPOCHS = 1_000_000;
    private static final int MOST_ARMS = 10_000;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(s|min|h)");
    private static final Pattern EXTENSION = Pattern.compile("\\.ya?ml$");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

    private final String label;

    StudyResolver(String label) {
        this.label = label;
    }

    ResolvedStudy resolve(StudyFile file) {
        String name = name(file.name());
        EngineResolver engine = new EngineResolver(this, file.engine());
        List<TaskDescription> tasks = tasks(file, engine);
        List<ArmDescription> arms = arms(file.initializers(), reach(file.precision()));
        List<SkippedCell> skipped = skipped(orEmpty(file.tasks()), arms);
        StudyFile.TimingEntry timing = file.timing();
        ResolvedStudy study = new ResolvedStudy(
                ResolvedStudy.SCHEMA,
                name,
                file.description() == null ? "" : file.description().text(),
                file.seed() == null ? DEFAULT_SEED : seed(file.seed()),
                integer(file.replicates(), "replicates", DEFAULT_REPLICATES, MOST_REPLICATES),
                integer(file.stackReplicates(), "stack_replicates", 1, 1000),
                stackSize(file.stackSize()),
                integer(file.workers(), "workers", DEFAULT_WORKERS, 1024),
                tasks,
                arms,
                engine.timing(timing == null ? new ResolvedStudy.Timing(List.of(), List.of()) : timing(timing)),
                skipped,
                new RateResolver(this, tasks, arms, skipped).resolve(file.learningRate()),
                engine.engine());
        if (study.runs() > ResolvedStudy.MOST_RUNS) {
            throw new UsageException(label + ": a study of " + study.runs() + " runs; " + ResolvedStudy.MOST_RUNS
                    + " at most: lower 'replicates', or make several studies of it");
        }
        return study;
    }

    /** What cannot be run; a task that nothing can start is a mistake. */
    private List<SkippedCell> skipped(List<Located> tasks, List<ArmDescription> arms) {
        return tasks.stream()
                .flatMap(task -> at(task, () -> Applicability.skipped(task.text(), arms)).stream())
                .toList();
    }

    private ResolvedStudy.Timing timing(StudyFile.TimingEntry timing) {
        return new ResolvedStudy.Timing(
                orEmpty(timing.epochStackSizes()).stream()
                        .map(size -> integer(size, "epoch_stack_sizes", 1, LARGEST_STACK))
                        .toList(),
                orEmpty(timing.initializers()).stream()
                        .map(i -> at(i, () -> TimedStart.of(i.text(), 1))
                                .initializer()
                                .name())
                        .toList(),
                costSweep(timing.costSweep()));
    }

    /** True, or null for what is absent or false. */
    private @Nullable Boolean costSweep(@Nullable Located scalar) {
        if (scalar == null) {
            return null;
        }
        return switch (scalar.text()) {
            case "true" -> true;
            case "false" -> null;
            default -> throw wrong(scalar, "cost_sweep '" + scalar.text() + "' must be true or false");
        };
    }

    /** How long the study may take; null if it does not say. */
    @Nullable
    Duration timeLimit(StudyFile file) {
        Located limit = file.timeLimit();
        if (limit == null) {
            return null;
        }
        Matcher matcher = DURATION.matcher(limit.text());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw wrong(
                    limit,
                    "time_limit '" + limit.text()
                            + "' must be a whole number, at least 1, of s, min or h, such as 30 min");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private List<TaskDescription> tasks(StudyFile file, EngineResolver engine) {
        List<Located> names = file.tasks();
        if (names == null || names.isEmpty()) {
            throw new UsageException(
                    label + ": a study needs 'tasks'. Known tasks: " + String.join(", ", Tasks.names()));
        }
        int largest = integer(file.largestBudget(), "largest_budget", Integer.MAX_VALUE, MOST_EPOCHS);
        Set<String> seen = new HashSet<>();
        List<TaskDescription> tasks = new ArrayList<>();
        for (Located name : names) {
            Task task = task(name, file);
            engine.require(name, task);
            tasks.add(task.describe().within(largest));
            if (!seen.add(name.text())) {
                throw wrong(name, "task '" + name.text() + "' is listed twice");
            }
        }
        return tasks;
    }

    private Task task(Located name, StudyFile file) {
        Task task = at(name, () -> Tasks.byName(name.text()));
        Located precision = file.precision();
        if (precision != null) {
            task = task.in(at(precision, () -> Precision.of(precision.text())));
        }
        return task;
    }

    private List<ArmDescription> arms(@Nullable List<StudyFile.Entry> entries, Reach reach) {
        if (entries == null || entries.isEmpty()) {
            throw new UsageException(
                    label + ": a study needs 'initializers', such as: - {name: normal, scales: [0.1]}");
        }
        List<ArmDescription> arms = new ArrayList<>();
        for (StudyFile.Entry entry : entries) {
            Located name = entry.name();
            Initializer initializer = at(name, () -> Initializers.byName(entry.initializer()));
            for (Double scale : scales(name, initializer, entry.scales(), reach)) {
                ArmDescription arm = new ArmDescription(
                        initializer.name(), initializer.scaleKind(), scale, initializer.deterministic());
                if (arms.contains(arm)) {
                    throw wrong(name, "'" + name.text() + "' is listed twice at scale " + scale);
                }
                arms.add(arm);
                if (arms.size() > MOST_ARMS) {
                    throw wrong(name, "more than " + MOST_ARMS + " starts; name fewer scales");
                }
            }
        }
        return arms;
    }

    private List<@Nullable Double> scales(
            Located name, Initializer initializer, StudyFile.@Nullable Scales scales, Reach reach) {
        List<@Nullable Double> values = new ArrayList<>();
        if (initializer.scaleKind() == ScaleKind.NONE) {
            if (scales != null) {
                throw wrong(name, "'" + initializer.name() + "' takes no scales");
            }
            values.add(null);
        } else if (scales == null) {
            throw wrong(
                    name,
                    "'" + initializer.name() + "' needs scales, such as {name: " + initializer.name()
                            + ", scales: [0.1, 1]}");
        } else if (scales.grid() != null) {
            values.addAll(grid(scales.grid(), reach));
        } else {
            for (Located scale : Objects.requireNonNull(scales.list())) {
                values.add(positive(scale, "scale", reach));
            }
        }
        return values;
    }

    private List<Double> grid(StudyFile.Grid grid, Reach reach) {
        try {
            return ScaleGrid.logarithmic(
                    positive(grid.from(), "from", reach),
                    positive(grid.to(), "to", reach),
                    integer(grid.perDecade(), "per_decade", 1, 100));
        } catch (IllegalArgumentException e) {
            throw wrong(grid.from(), String.valueOf(e.getMessage()));
        }
    }

    double number(Located scalar, String what) {
        if (!NUMBER.matcher(scalar.text()).matches()) {
            throw wrong(scalar, what + " '" + scalar.text() + "' is not a number");
        }
        return Double.parseDouble(scalar.text());
    }

    /**
     * The scales that a precision can work with: weights and their squares lie well within its numbers.
     *
     * @param precision its name
     * @param smallest smallest scale
     * @param largest largest scale
     */
    private record Reach(String precision, double smallest, double largest) {}

    private static Reach reach(@Nullable Located precision) {
        return precision == null || precision.text().equals(SINGLE)
                ? new Reach("single precision", 1e-30, 1e30)
                : new Reach("double precision", 1e-150, 1e150);
    }

    private double positive(Located scalar, String what, Reach reach) {
        double value = number(scalar, what);
        if (!(value > 0 && Double.isFinite(value))) {
            throw wrong(
                    scalar,
                    what + " " + scalar.text() + " must be a finite number greater than 0"
                            + (value == 0 ? "; for weights of zero use the initializer 'zero'" : ""));
        }
        if (value < reach.smallest() || value > reach.largest()) {
            throw wrong(
                    scalar,
                    what + " " + scalar.text() + " is out of reach of " + reach.precision() + "; from "
                            + reach.smallest() + " to " + reach.largest() + " is possible");
        }
        return value;
    }

    int integer(@Nullable Located scalar, String what, int absent, int most) {
        if (scalar == null) {
            return absent;
        }
        try {
            int value = Integer.parseInt(scalar.text());
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(scalar, what + " '" + scalar.text() + "' must be a whole number from 1 to " + most);
    }

    /** Null, which leaves the choice to the program, for what is absent or {@code auto}. */
    private @Nullable Integer stackSize(@Nullable Located scalar) {
        if (scalar == null || scalar.text().equals("auto")) {
            return null;
        }
        if (!NUMBER.matcher(scalar.text()).matches()) {
            throw wrong(scalar, "stack_size '" + scalar.text() + "' must be 'auto' or a whole number from 1");
        }
        return integer(scalar, "stack_size", 1, LARGEST_STACK);
    }

    private long seed(Located scalar) {
        try {
            return Long.parseLong(scalar.text());
        } catch (NumberFormatException e) {
            throw wrong(scalar, "seed '" + scalar.text() + "' must be a whole number of at most 64 bits");
        }
    }

    private String name(@Nullable Located scalar) {
        String name = scalar == null ? EXTENSION.matcher(label).replaceFirst("") : scalar.text();
        if (!NAME.matcher(name).matches()) {
            String problem =
                    "name '" + name + "' must be made of letters, digits, dots, dashes and underscores, at most"
                            + " 64 of them, a letter or digit first";
            throw scalar == null
                    ? new UsageException(label + ": the study's " + problem + "; rename the file or add a 'name'")
                    : wrong(scalar, problem);
        }
        return name;
    }

    private <T> T at(Located scalar, Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (UsageException e) {
            throw wrong(scalar, String.valueOf(e.getMessage()));
        }
    }

    UsageException wrong(Located scalar, String problem) {
        return new UsageException(label + ":" + scalar.line() + ": " + problem);
    }

    private static List<Located> orEmpty(@Nullable List<Located> list) {
        return list == null ? List.of() : list;
    }
}
