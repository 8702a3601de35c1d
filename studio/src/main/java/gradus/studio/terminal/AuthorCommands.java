package gradus.studio.terminal;

import gradus.studio.author.AuthorReport;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
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

    @Command(description = "Check the whole curriculum, or part of it. Exit code: 0 no faults, 1 faults.")
    int check(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Check only this lesson, file or folder.")
                    Optional<Path> path) {
        AuthorReport report = application.authorCheck(path);
        List<String> faults = report.faults().stream().map(Object::toString).toList();
        commands.print(
                Map.of("lessons", report.lessons(), "remembered", report.unchanged(), "faults", faults),
                () -> print(report, faults));
        return faults.isEmpty() ? ExitCode.SUCCESS : ExitCode.NOT_YET;
    }

    private void print(AuthorReport report, List<String> faults) {
        faults.forEach(fault -> consolePrinter.line(Style.BAD, "✗ ", Style.PLAIN, fault));
        String lessons = TablePrinter.count(report.lessons(), "lesson");
        String remembered = report.unchanged() == 0 ? "" : " (" + report.unchanged() + " unchanged since the last run)";
        consolePrinter.line(
                faults.isEmpty() ? Style.GOOD : Style.FAINT,
                faults.isEmpty() ? "✓ " : "· ",
                Style.PLAIN,
                lessons + remembered + ", "
                        + (faults.isEmpty() ? "no faults." : TablePrinter.count(faults.size(), "fault") + "."));
    }
}
