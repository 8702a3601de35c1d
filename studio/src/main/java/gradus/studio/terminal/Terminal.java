package gradus.studio.terminal;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import gradus.studio.error.UserFacingException;
import gradus.studio.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line. Prints text or, with `--json`, one JSON object. Prints errors as one sentence on
/// standard error.
public final class Terminal {

    private static final int NARROWEST_HELP = 55;

    private static final List<String> ORDER =
            List.of("next", "start", "check", "run", "hint", "review", "progress", "parts", "doctor", "author", "help");

    private final TerminalEnvironment around;
    private final ConsolePrinter consolePrinter;
    private final Application application;

    public Terminal(TerminalEnvironment around, Application application) {
        this.around = around;
        this.consolePrinter = new ConsolePrinter(around);
        this.application = application;
    }

    /// Runs the command in `args`.
    ///
    /// @return the exit code: 0 passed or done, 1 not yet, 2 usage error, 3 judge or system error
    public int run(List<String> args) {
        var commands = new Commands(around, application, consolePrinter);
        try {
            return perform(commands, args);
        } catch (UserFacingException userFacingException) {
            return printError(userFacingException.getMessage(), userFacingException.exitCode(), args);
        } catch (RuntimeException | Error e) {
            return printError(logUnexpected(commands, args, e), ExitCode.SYSTEM_ERROR, args);
        } finally {
            around.out().flush();
            around.err().flush();
        }
    }

    /// Lists the commands in the order in which a learner needs them, not alphabetically.
    private static String commandList(CommandLine.Help help) {
        var inOrder = new LinkedHashMap<String, CommandLine.Help>();
        ORDER.stream()
                .filter(help.subcommands()::containsKey)
                .forEach(name -> inOrder.put(name, help.subcommands().get(name)));
        inOrder.putAll(help.subcommands());
        return help.commandList(inOrder);
    }

    private int perform(Commands commands, List<String> args) {
        CommandLine line = new CommandLine(commands)
                .addSubcommand(new AuthorCommands(commands, application, consolePrinter))
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, consolePrinter.width()));
        line.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, Terminal::commandList);
        try {
            ParseResult parsed = line.parseArgs(args.toArray(String[]::new));
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            return last.isUsageHelpRequested()
                    ? commands.help(last.commandSpec())
                    : new CommandLine.RunLast().execute(parsed);
        } catch (ParameterException e) {
            throw CommandLineErrors.of(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    private int printError(String sentence, int exitCode, List<String> args) {
        around.err().println(consolePrinter.encodable(sentence).replace('\n', ' '));
        if (args.contains("--json")) {
            var object = new LinkedHashMap<String, Object>();
            object.put("error", sentence);
            object.put("exitCode", exitCode);
            consolePrinter.json(Json.write(object));
        }
        return exitCode;
    }

    private String logUnexpected(Commands commands, List<String> args, Throwable e) {
        String what = "Internal error in Gradus (" + e.getClass().getSimpleName()
                + (e.getMessage() == null
                        ? ""
                        : ": " + e.getMessage().lines().findFirst().orElse("")) + "); ";
        try {
            Path log = commands.home().resolve("gradus.log");
            Files.createDirectories(log.getParent());
            var details = new StringWriter();
            details.append(around.clock().instant() + " gradus " + String.join(" ", args) + "\n");
            e.printStackTrace(new PrintWriter(details, true));
            Files.writeString(log, details.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return what + "the details are in " + log + ": please report them.";
        } catch (IOException | RuntimeException unwritten) {
            return what
                    + "the details couldn't be written to the home folder: free some space or make it writable, then"
                    + " try again.";
        }
    }
}
