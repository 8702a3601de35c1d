package gradus.studio.terminal;

import gradus.course.Lesson;
import gradus.mastery.Recommendation;
import gradus.studio.desk.Desk;
import gradus.studio.desk.HintReply;
import gradus.studio.desk.PartStanding;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.json.Json;
import gradus.studio.refusal.Refusal;
import gradus.studio.terminal.Paper.Ink;
import gradus.studio.workspace.Started;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// What can be typed, and what each of it does. Every command returns its exit code.
@Command(
        name = "gradus",
        description = "Starts the studio and opens the browser. With a command, works in the terminal.",
        footer = {"", "`gradus test` runs everything that the project checks, as CI runs it."})
final class Commands implements Callable<Integer> {

    private final Surroundings around;
    private final Opener opener;
    private final Paper paper;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the workspace and the journal are (default: $$GRADUS_HOME, else ~/gradus).")
    private @Nullable Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--no-browser", description = "Do not open a browser.")
    private boolean noBrowser;

    @Option(names = "--port", paramLabel = "PORT", description = "Serve the studio here (default: any free port).")
    private int port;

    Commands(Surroundings around, Opener opener, Paper paper) {
        this.around = around;
        this.opener = opener;
        this.paper = paper;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw Refusal.misuse(
                    "The port must be from 0 to 65535, not " + port + "; leave --port out for a free one.");
        }
        opener.studio(home(), port, !noBrowser, this::ready);
        return Exit.DONE;
    }

    @Command(description = "What to do now, and why.")
    int next() {
        return atDesk(desk -> {
            Recommendation next = desk.next();
            return tell(next, () -> new NextText(paper, desk).print(next));
        });
    }

    @Command(description = "Put a lab's starter into the workspace; never overwrites your work.")
    int start(@Parameters(paramLabel = "LESSON", description = "The lesson.") String lesson) {
        return atDesk(desk -> {
            Started started = desk.start(lesson);
            return tell(started, () -> new Tables(paper).started(started));
        });
    }

    @Command(description = "Hand in a lab. Exit code: 0 passed, 1 not yet, 2 misuse, 3 fault of the judge.")
    int check(
            @Parameters(
                            paramLabel = "LESSON",
                            arity = "0..1",
                            description = "The lesson (default: the one that you began last).")
                    Optional<String> lesson,
            @Option(names = "--watch", description = "Check again at every save, until Ctrl-C.") boolean watch) {
        if (watch && json) {
            throw Refusal.misuse("--watch prints verdict after verdict and --json prints one object; use one of them.");
        }
        return atDesk(desk -> {
            var checking = new Checking(around, paper, desk, json, lesson);
            if (watch) {
                checking.atEverySave();
                return Exit.DONE;
            }
            return checking.once();
        });
    }

    @Command(description = "The next hint.")
    int hint(
            @Parameters(paramLabel = "LESSON", description = "The lesson.") String lesson,
            @Parameters(
                            paramLabel = "TASK",
                            arity = "0..1",
                            description = "The task (default: the first that has a hint left).")
                    Optional<String> task) {
        return atDesk(desk -> {
            HintReply hint = desk.hint(lesson, task);
            return tell(hint, () -> {
                String which = hint.task() + ", hint " + hint.level() + " of " + hint.of();
                paper.line(Ink.STRONG, "", Ink.STRONG, which);
                paper.prose("  ", hint.html());
            });
        });
    }

    @Command(description = "What is due for review.")
    int review() {
        return atDesk(desk -> {
            List<Lesson> due = desk.due();
            var lines = due.stream()
                    .map(it -> Map.of("lesson", it.id(), "title", it.title()))
                    .toList();
            return tell(Map.of("due", lines), () -> new Tables(paper).due(due));
        });
    }

    @Command(description = "Where each lesson stands, and how much of the library is yours.")
    int progress() {
        return atDesk(desk -> {
            var standing = desk.standing();
            return tell(
                    standing,
                    () -> new Tables(paper).progress(standing, around.clock().getZone()));
        });
    }

    @Command(description = "Which parts run, yours or the library's; and switch one.")
    int parts(
            @Parameters(paramLabel = "PART", arity = "0..1", description = "The part to switch.") Optional<String> part,
            @Parameters(paramLabel = "mine|library", arity = "0..1", description = "Which of the two shall run.")
                    Optional<String> whose) {
        if (part.isPresent()
                && whose.filter(List.of("mine", "library")::contains).isEmpty()) {
            throw Refusal.misuse("Whose " + part.get() + " shall run must be said by \"mine\" or \"library\""
                    + whose.map(word -> ", not \"" + word + "\"").orElse(", and nothing came")
                    + "; write `gradus parts " + part.get() + " library`, for instance.");
        }
        return atDesk(desk -> {
            List<PartStanding> parts = part.isPresent()
                    ? List.of(desk.choose(part.get(), whose.orElseThrow().equals("mine")))
                    : desk.partStandings();
            return tell(Map.of("parts", parts), () -> new Tables(paper).parts(parts));
        });
    }

    @Command(description = "Whether all is well, and what confines your code. Exit code: 0 well, 3 broken.")
    int doctor() {
        DoctorReport report = opener.doctor(home());
        boolean well = report.broken() == 0;
        tell(
                Map.of("well", well, "findings", report.findings(), "health", report.health()),
                () -> new DoctorText(paper).print(report));
        return well ? Exit.DONE : Exit.FAULT;
    }

    @Command(description = "Show what a command does and takes.")
    int help(
            @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command.") @Nullable
                    List<String> names) {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        for (String name : names == null ? List.<String>of() : names) {
            var found = line.getSubcommands().get(name);
            if (found == null) {
                throw Complaints.unknownCommand(line, name);
            }
            line = found;
        }
        return help(line.getCommandSpec());
    }

    int help(CommandSpec command) {
        String usage = command.commandLine().getUsageMessage().stripTrailing();
        String name = command.qualifiedName(" ");
        return tell(Map.of("command", name, "usage", usage), () -> paper.kept("", usage));
    }

    boolean json() {
        return json;
    }

    /// The learner's home, as it was asked for.
    Path home() {
        if (home != null) {
            return home.toAbsolutePath().normalize();
        }
        return around.set("GRADUS_HOME")
                .map(Path::of)
                .or(() -> around.set("HOME").map(folder -> Path.of(folder, "gradus")))
                .map(folder -> folder.toAbsolutePath().normalize())
                .orElseThrow(() -> Refusal.misuse(
                        "There is no home, for neither GRADUS_HOME nor HOME is set; name one with --home DIR."));
    }

    int tell(Object json, Runnable words) {
        if (this.json) {
            paper.json(Json.write(json));
        } else {
            words.run();
        }
        return Exit.DONE;
    }

    private int atDesk(ToIntFunction<Desk> work) {
        try (var ctrlC = new CtrlC()) {
            try (Desk desk = opener.desk(home())) {
                return work.applyAsInt(desk);
            } catch (RuntimeException e) {
                if (ctrlC.pressed()) {
                    return Exit.NOT_YET;
                }
                throw e;
            }
        }
    }

    private void ready(URI address) {
        tell(Map.of("address", address.toString()), () -> paper.line("Gradus is at " + address + " (Ctrl-C ends it)."));
    }
}
