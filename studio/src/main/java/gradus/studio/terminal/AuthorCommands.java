package gradus.studio.terminal;

import gradus.studio.author.AuthorReport;
import gradus.studio.terminal.Paper.Ink;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What an author of lessons can type.
@Command(name = "author", description = "For authors of lessons.")
final class AuthorCommands {

    private final Commands commands;
    private final Opener opener;
    private final Paper paper;

    AuthorCommands(Commands commands, Opener opener, Paper paper) {
        this.commands = commands;
        this.opener = opener;
        this.paper = paper;
    }

    @Command(description = "Every gate over the curriculum, or over one lesson. Exit code: 0 no fault, 1 faults.")
    int check(
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Check what lies here only.")
                    Optional<Path> path) {
        AuthorReport report = opener.authorCheck(path);
        List<String> faults = report.faults().stream().map(Object::toString).toList();
        commands.tell(
                Map.of("lessons", report.lessons(), "remembered", report.remembered(), "faults", faults),
                () -> print(report, faults));
        return faults.isEmpty() ? Exit.DONE : Exit.NOT_YET;
    }

    private void print(AuthorReport report, List<String> faults) {
        faults.forEach(fault -> paper.line(Ink.BAD, "✗ ", Ink.PLAIN, fault));
        String lessons = Tables.count(report.lessons(), "lesson");
        String remembered =
                report.remembered() == 0 ? "" : " (" + report.remembered() + " unchanged since the last run)";
        paper.line(
                faults.isEmpty() ? Ink.GOOD : Ink.FAINT,
                faults.isEmpty() ? "✓ " : "· ",
                Ink.PLAIN,
                lessons + remembered + ", "
                        + (faults.isEmpty() ? "no fault." : Tables.count(faults.size(), "fault") + "."));
    }
}
