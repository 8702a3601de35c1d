package gradus.studio.terminal;

import gradus.studio.author.AuthorMeasure.Measured;
import gradus.studio.author.AuthorProve.Mode;
import gradus.studio.author.AuthorReport;
import gradus.studio.author.FillReport;
import gradus.studio.author.LessonReport;
import gradus.studio.author.NewLesson;
import gradus.studio.error.UserFacingException;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands for lesson authors.
@Command(name = "author", description = "Commands for lesson authors.")
final class AuthorCommands {

    private final Commands commands;
    private final Application application;
    private final AuthorApplication author;
    private final ConsolePrinter consolePrinter;

    AuthorCommands(Commands commands, Application application, ConsolePrinter consolePrinter) {
        this.commands = commands;
        this.application = application;
        this.author = application.author();
        this.consolePrinter = consolePrinter;
    }

    @Command(
            description = "Check the curriculum, or part of it: faults, proofs that are missing or stale, and remarks. "
                    + "Runs nothing. Exit code: 0 no faults, 1 faults.")
    int check(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Check only this lesson, file or folder.")
                    Optional<Path> path) {
        return report(author.check(path));
    }

    @Command(
            description = "Run the labs, figures and programs of lessons that have changed, and write their proofs. "
                    + "Exit code: 0 proved, 1 faults.")
    int prove(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Prove only this lesson, file or folder.")
                    Optional<Path> path,
            @Option(names = "--verify", description = "Run all, and compare with the proofs that there are.")
                    boolean verify,
            @Option(names = "--release", description = "Run all, and each reference 200 times.") boolean release) {
        if (verify && release) {
            throw UserFacingException.usageError(
                    "--verify compares with the proofs and --release writes them anew; use only one of them.");
        }
        return report(author.prove(path, verify ? Mode.VERIFY : release ? Mode.RELEASE : Mode.STALE));
    }

    @Command(
            description =
                    "Run the Python panels of lessons, and record what they print. Needs a Python with the packages"
                            + " of curriculum/panel.txt. Exit code: 0 recorded, 1 faults.")
    int record(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Record only this lesson, file or folder.")
                    Optional<Path> path,
            @Option(
                            names = "--python",
                            paramLabel = "FILE",
                            defaultValue = "python3",
                            description = "The Python to use; otherwise python3.")
                    String python) {
        return report(author.record(path, python), "panel", "printed the same before");
    }

    @Command(
            description = "Report on the quality of lessons: checks, mutation score, solutions, prose, questions, and "
                    + "the bars that they meet. Exit code: 0.")
    int report(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Only this lesson, file or folder.")
                    Optional<Path> path,
            @Option(names = "--mutants", description = "First judge the mutants of labs that have changed.")
                    boolean mutants) {
        List<LessonReport> reports = author.report(path, mutants);
        return commands.print(Map.of("lessons", reports), () -> new ReportPrinter(consolePrinter).print(reports));
    }

    @Command(
            description = "Measure the gates of labs: run each with many seeds on the reference, the right and wrong"
                    + " solutions and the ablations, and show the margins of its threshold. Exit code: 0 measured, 1"
                    + " faults.")
    int measure(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Only this lesson, file or folder.")
                    Optional<Path> path,
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "How many seeds (default: 20).")
                    int seeds) {
        if (seeds < 1) {
            throw UserFacingException.usageError("--seeds must be at least 1, and is " + seeds + ".");
        }
        List<Measured> measured = author.measure(path, seeds);
        List<String> faults = measured.stream()
                .flatMap(lesson -> lesson.faults().stream())
                .map(Object::toString)
                .toList();
        commands.print(Map.of("lessons", measured, "faults", faults), () -> {
            measured.forEach(lesson -> new GatePrinter(consolePrinter).print(lesson.lesson(), lesson.gate()));
            print(faults, TablePrinter.count(measured.size(), "gate") + " measured");
        });
        return faults.isEmpty() ? ExitCode.SUCCESS : ExitCode.NOT_YET;
    }

    @Command(
            name = "new",
            description = "Make the folder of a new lesson from a short table, a YAML file with its id, cuts and"
                    + " misconceptions. Never overwrites one. Exit code: 0 made, 1 faults in the table, 2 the lesson"
                    + " exists.")
    int newLesson(@Parameters(paramLabel = "TABLE", description = "The YAML file.") Path table) {
        NewLesson made = author.make(table);
        List<String> faults = made.faults().stream().map(Object::toString).toList();
        List<String> files = made.files().stream()
                .map(file -> file.toString().replace('\\', '/'))
                .toList();
        commands.print(Map.of("lesson", made.id(), "files", files, "faults", faults), () -> {
            files.forEach(file -> consolePrinter.line(Style.FAINT, "· ", Style.PLAIN, file));
            if (faults.isEmpty()) {
                consolePrinter.line(
                        Style.GOOD,
                        "✓ ",
                        Style.PLAIN,
                        TablePrinter.count(files.size(), "file") + " written; `gradus author check " + made.id()
                                + "` lists what is still to do.");
            } else {
                print(faults, "nothing written");
            }
        });
        return faults.isEmpty() ? ExitCode.SUCCESS : ExitCode.NOT_YET;
    }

    @Command(
            description = "Start the studio with lessons that are read anew on each save: the browser reloads, and"
                    + " faults stand at the top of a lesson's page. Answers and labs are kept in `preview` below the"
                    + " home folder.")
    int preview(
            @Parameters(paramLabel = "LESSON", arity = "0..1", description = "The lesson to open.")
                    Optional<String> lesson,
            @Option(names = "--no-browser", description = "Don't open a browser.") boolean noBrowser,
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            description = "Port of the studio (default: the last one if free, else any).")
                    int port) {
        application.servePreview(
                commands.home().resolve("preview"),
                lesson,
                CommandLineErrors.validPort(port),
                !noBrowser,
                commands::ready);
        return ExitCode.SUCCESS;
    }

    @Command(
            description = "Run the programs of lessons, and write what they print into their output fences. Nothing"
                    + " else of a file changes. Exit code: 0 all ran, 1 a program failed.")
    int fill(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Fill only this lesson, file or folder.")
                    Optional<Path> path) {
        FillReport report = author.fill(path);
        List<String> changes = report.changes().stream().map(Object::toString).toList();
        List<String> faults = report.faults().stream().map(Object::toString).toList();
        commands.print(
                Map.of(
                        "lessons",
                        report.lessons(),
                        "programs",
                        report.programs(),
                        "changes",
                        changes,
                        "faults",
                        faults),
                () -> {
                    changes.forEach(change -> consolePrinter.line(Style.GOOD, "✓ ", Style.PLAIN, change));
                    print(
                            faults,
                            TablePrinter.count(report.programs(), "program") + " in "
                                    + TablePrinter.count(report.lessons(), "lesson") + ", "
                                    + TablePrinter.count(changes.size(), "change"));
                });
        return faults.isEmpty() ? ExitCode.SUCCESS : ExitCode.NOT_YET;
    }

    private int report(AuthorReport report) {
        return report(report, "lesson", "proved before");
    }

    private int report(AuthorReport report, String thing, String before) {
        List<String> faults = report.faults().stream().map(Object::toString).toList();
        List<String> remarks = report.remarks().stream().map(Object::toString).toList();
        commands.print(
                Map.of(
                        thing + "s",
                        report.lessons(),
                        "unchanged",
                        report.unchanged(),
                        "faults",
                        faults,
                        "remarks",
                        remarks),
                () -> {
                    report.remarks()
                            .forEach(remark -> consolePrinter.line(Style.FAINT, "· ", Style.PLAIN, remark.toString()));
                    print(
                            faults,
                            TablePrinter.count(report.lessons(), thing)
                                    + (report.unchanged() == 0 ? "" : " (" + report.unchanged() + " " + before + ")"));
                });
        return faults.isEmpty() ? ExitCode.SUCCESS : ExitCode.NOT_YET;
    }

    private void print(List<String> faults, String done) {
        faults.forEach(fault -> consolePrinter.line(Style.BAD, "✗ ", Style.PLAIN, fault));
        consolePrinter.line(
                faults.isEmpty() ? Style.GOOD : Style.FAINT,
                faults.isEmpty() ? "✓ " : "· ",
                Style.PLAIN,
                done + ", " + (faults.isEmpty() ? "no faults." : TablePrinter.count(faults.size(), "fault") + "."));
    }
}
