package gradus.studio.terminal;

import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.mastery.Recommendation;
import gradus.studio.desk.ArenaStanding;
import gradus.studio.desk.Desk;
import gradus.studio.desk.HintReply;
import gradus.studio.desk.LibraryPartStatus;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import gradus.studio.run.Run;
import gradus.studio.workspace.StartResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The commands of the terminal. Each returns its exit code.
@Command(
        name = "gradus",
        description = "Start the studio and open it in a browser. With a command, Gradus works in the terminal.",
        footer = {"", "`gradus test` runs all tests of the project, as CI does; `gradus bench` measures."})
final class Commands implements Callable<Integer> {

    private final TerminalEnvironment around;
    private final Application application;
    private final ConsolePrinter consolePrinter;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the workspace and the journal (default: $$GRADUS_HOME, else ~/gradus).")
    private @Nullable Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--no-browser", description = "Don't open a browser.")
    private boolean noBrowser;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the studio (default: the last one if free, else any).")
    private int port;

    Commands(TerminalEnvironment around, Application application, ConsolePrinter consolePrinter) {
        this.around = around;
        this.application = application;
        this.consolePrinter = consolePrinter;
    }

    @Override
    public Integer call() {
        application
                .serveStudio(home(), CommandLineErrors.validPort(port), !noBrowser, this::ready)
                .ifPresent(this::alreadyRuns);
        return ExitCode.SUCCESS;
    }

    @Command(description = "Show what to do next, and why.")
    int next() {
        return withDesk(desk -> {
            Recommendation next = desk.next();
            return print(next, () -> new RecommendationPrinter(consolePrinter, desk).print(next));
        });
    }

    @Command(description = "Put a lab's starter code into the workspace. Never overwrites your work.")
    int start(@Parameters(paramLabel = "LESSON", description = "The lesson.") String lesson) {
        return withDesk(desk -> {
            StartResult startResult = desk.start(lesson);
            Lab lab = desk.lesson(lesson).lab().orElseThrow();
            return print(startResult, () -> new TablePrinter(consolePrinter).started(startResult, lab));
        });
    }

    @Command(description = "Submit a lab. Exit code: 0 passed, 1 not passed, 2 usage error, 3 judge error.")
    int check(
            @Parameters(
                            paramLabel = "LESSON",
                            arity = "0..1",
                            description = "The lesson (default: the one you started last).")
                    Optional<String> lesson,
            @Option(names = "--watch", description = "Check again on every save, until Ctrl-C.") boolean watch) {
        if (watch && json) {
            throw UserFacingException.usageError(
                    "--watch prints many verdicts and --json prints one object; use only one of them.");
        }
        return withDesk(application::openDeskToCheck, desk -> {
            var submissionChecker = new SubmissionChecker(around, consolePrinter, desk, json, lesson);
            if (watch) {
                submissionChecker.watch();
                return ExitCode.SUCCESS;
            }
            return submissionChecker.checkOnce();
        });
    }

    @Command(
            description =
                    "Run a milestone, or the gate of a lab that trains for minutes, and show how it goes. Ctrl-C"
                            + " cancels it. Exit codes as of check. In an arena, probe a contender, or show what the probes say.")
    int run(
            @Parameters(paramLabel = "LESSON", arity = "0..1", description = "The lesson.") Optional<String> lesson,
            @Parameters(paramLabel = "CONTENDER", arity = "0..1", description = "What to probe, in an arena.")
                    Optional<String> contender,
            @Option(names = "--start-over", description = "In an arena, begin again with a new prediction.")
                    boolean startOver,
            @Option(names = "--list", description = "List all runs and their results.") boolean list) {
        if (lesson.isPresent() == list) {
            throw UserFacingException.usageError(
                    "Name the lesson to run, as in `gradus run LESSON`, or list all runs with `gradus run --list`.");
        }
        return withDesk(desk -> {
            if (list) {
                List<Run> runs = desk.runs().all();
                var printer = new RunPrinter(consolePrinter, around.clock().getZone());
                return print(Map.of("runs", runs), () -> printer.list(runs));
            }
            if (contender.isPresent()
                    || startOver
                    || desk.lesson(lesson.orElseThrow()).arena().isPresent()) {
                var arena = new ArenaCommand(consolePrinter, desk.runs().arenas(), lesson.orElseThrow());
                ArenaStanding standing = arena.run(contender, startOver);
                return print(standing, () -> arena.print(standing));
            }
            var command = new RunCommand(around, consolePrinter, desk, json);
            Run run = command.run(lesson.orElseThrow());
            print(run, () -> command.print(run));
            return RunCommand.exitCode(run);
        });
    }

    @Command(description = "Show the next hint.")
    int hint(
            @Parameters(paramLabel = "LESSON", description = "The lesson.") String lesson,
            @Parameters(
                            paramLabel = "TASK",
                            arity = "0..1",
                            description = "The task (default: the mistake in your last submission, then the first"
                                    + " task with a hint left).")
                    Optional<String> task) {
        return withDesk(desk -> {
            HintReply hint = desk.hint(lesson, task);
            return print(hint, () -> new HintPrinter(consolePrinter).print(hint));
        });
    }

    @Command(description = "List the lessons due for review.")
    int review() {
        return withDesk(desk -> {
            List<Lesson> due = desk.due();
            var lines = due.stream()
                    .map(it -> Map.of("lesson", it.id(), "title", it.title()))
                    .toList();
            return print(Map.of("due", lines), () -> new TablePrinter(consolePrinter).due(due));
        });
    }

    @Command(description = "Show the state of each lesson, and how much of the library is yours.")
    int progress() {
        return withDesk(desk -> {
            var courseProgress = desk.courseProgress();
            return print(
                    courseProgress, () -> new TablePrinter(consolePrinter).progress(courseProgress, around.clock()));
        });
    }

    @Command(description = "Show which version of each part runs, yours or the library's, or switch one.")
    int parts(
            @Parameters(paramLabel = "PART", arity = "0..1", description = "The part to switch.") Optional<String> part,
            @Parameters(paramLabel = "mine|library", arity = "0..1", description = "Which one to run.")
                    Optional<String> owner) {
        if (part.isPresent()
                && owner.filter(List.of("mine", "library")::contains).isEmpty()) {
            throw CommandLineErrors.whoseShouldRun(part.get(), owner);
        }
        return withDesk(desk -> {
            List<LibraryPartStatus> parts = part.isPresent()
                    ? List.of(desk.choosePart(part.get(), owner.orElseThrow().equals("mine")))
                    : desk.partStatuses();
            return print(Map.of("parts", parts), () -> new TablePrinter(consolePrinter).parts(parts));
        });
    }

    @Command(description = "Check that Gradus works here, and what its sandbox blocks. Exit code: 0 works, 3 broken.")
    int doctor() {
        DoctorReport report = application.doctor(home());
        boolean well = report.brokenCount() == 0;
        print(
                Map.of("well", well, "findings", report.findings(), "health", report.health()),
                () -> new DoctorPrinter(consolePrinter).print(report));
        return well ? ExitCode.SUCCESS : ExitCode.SYSTEM_ERROR;
    }

    @Command(description = "Show what a command does, and its options.")
    int help(
            @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command.") @Nullable
                    List<String> names) {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        if (names != null && names.size() == 1 && LauncherCommands.has(names.getFirst())) {
            return help("gradus " + names.getFirst(), LauncherCommands.usage(names.getFirst()));
        }
        for (String name : names == null ? List.<String>of() : names) {
            var found = line.getSubcommands().get(name);
            if (found == null) {
                throw CommandLineErrors.unknownCommand(line, name);
            }
            line = found;
        }
        return help(line.getCommandSpec());
    }

    int help(CommandSpec command) {
        return help(
                command.qualifiedName(" "),
                command.commandLine().getUsageMessage().stripTrailing());
    }

    private int help(String name, String usage) {
        return print(Map.of("command", name, "usage", usage), () -> consolePrinter.verbatim("", usage));
    }

    boolean json() {
        return json;
    }

    /// The learner's home folder: `--home`, else `GRADUS_HOME`, else `~/gradus`.
    Path home() {
        return (home == null ? around.usualHome() : home).toAbsolutePath().normalize();
    }

    int print(Object json, Runnable printText) {
        if (this.json) {
            consolePrinter.json(Json.write(json));
        } else {
            printText.run();
        }
        return ExitCode.SUCCESS;
    }

    private int withDesk(ToIntFunction<Desk> work) {
        return withDesk(application::openDesk, work);
    }

    private int withDesk(Function<Path, Desk> opening, ToIntFunction<Desk> work) {
        try (var interruptHandler = new InterruptHandler()) {
            try (Desk desk = opening.apply(home())) {
                try {
                    return work.applyAsInt(desk);
                } finally {
                    desk.notices().forEach(consolePrinter::error);
                }
            } catch (RuntimeException e) {
                if (interruptHandler.interrupted()) {
                    return ExitCode.NOT_YET;
                }
                throw e;
            }
        }
    }

    private void alreadyRuns(URI address) {
        print(
                Map.of("address", address.toString()),
                () -> consolePrinter.line("Gradus is already running at " + address
                        + "; to start it anew, stop that one first, with Ctrl-C where it runs."));
    }

    void ready(URI address) {
        print(
                Map.of("address", address.toString()),
                () -> consolePrinter.line("Gradus is running at " + address + " (press Ctrl-C to stop it)."));
    }
}
