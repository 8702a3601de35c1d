package gradus.studio.terminal;

import gradus.studio.author.AuthorProve.Mode;
import gradus.studio.author.AuthorReport;
import gradus.studio.author.LessonReport;
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
    private final ConsolePrinter consolePrinter;

    AuthorCommands(Commands commands, Application application, ConsolePrinter consolePrinter) {
        this.commands = commands;
        this.application = application;
        this.consolePrinter = consolePrinter;
    }

    @Command(
            description = "Check the curriculum, or part of it: faults, proofs that are missing or stale, and remarks. "
                    + "Runs nothing. Exit code: 0 no faults, 1 faults.")
    int check(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Check only this lesson, file or folder.")
                    Optional<Path> path) {
        return report(application.authorCheck(path));
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
        return report(application.authorProve(path, verify ? Mode.VERIFY : release ? Mode.RELEASE : Mode.STALE));
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
        return report(application.authorRecord(path, python), "panel", "printed the same before");
    }

    @Command(
            description = "Report on the quality of lessons: checks, mutation score, solutions, prose, questions, and "
                    + "the bars that they meet. Exit code: 0.")
    int report(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Only this lesson, file or folder.")
                    Optional<Path> path,
            @Option(names = "--mutants", description = "First judge the mutants of labs that have changed.")
                    boolean mutants) {
        List<LessonReport> reports = application.authorReport(path, mutants);
        return commands.print(Map.of("lessons", reports), () -> new ReportPrinter(consolePrinter).print(reports));
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
                () -> print(report, faults, thing, before));
        return faults.isEmpty() ? ExitCode.SUCCESS : ExitCode.NOT_YET;
    }

    private void print(AuthorReport report, List<String> faults, String thing, String before) {
        faults.forEach(fault -> consolePrinter.line(Style.BAD, "✗ ", Style.PLAIN, fault));
        report.remarks().forEach(remark -> consolePrinter.line(Style.FAINT, "· ", Style.PLAIN, remark.toString()));
        String lessons = TablePrinter.count(report.lessons(), thing);
        String unchanged = report.unchanged() == 0 ? "" : " (" + report.unchanged() + " " + before + ")";
        consolePrinter.line(
                faults.isEmpty() ? Style.GOOD : Style.FAINT,
                faults.isEmpty() ? "✓ " : "· ",
                Style.PLAIN,
                lessons + unchanged + ", "
                        + (faults.isEmpty() ? "no faults." : TablePrinter.count(faults.size(), "fault") + "."));
    }
}
