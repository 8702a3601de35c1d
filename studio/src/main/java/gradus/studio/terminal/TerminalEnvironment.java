package gradus.studio.terminal;

import gradus.studio.error.UserFacingException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The terminal's environment: its output streams, and what it knows about the machine.
///
/// @param out the output; its charset decides which characters can be shown
/// @param err the error output
/// @param variables the environment variables
/// @param interactive whether `out` is a terminal
/// @param width the number of columns
public record TerminalEnvironment(
        PrintStream out, PrintStream err, Map<String, String> variables, boolean interactive, int width, Clock clock) {

    private static final int WIDEST = 100;
    private static final int NARROWEST = 20;

    public TerminalEnvironment {
        variables = Map.copyOf(variables);
        width = Math.clamp(width, NARROWEST, WIDEST);
    }

    /// The environment of this process. The width is `COLUMNS`, which the launcher sets, else 80.
    public static TerminalEnvironment ofProcess() {
        var environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("HOME", System.getProperty("user.home"));
        var console = System.console();
        return new TerminalEnvironment(
                System.out,
                System.err,
                environment,
                console != null && console.isTerminal(),
                columns(environment.get("COLUMNS")),
                Clock.systemDefaultZone());
    }

    /// Whether the output understands ANSI escapes, to colour and replace lines.
    boolean supportsAnsi() {
        return interactive && !"dumb".equals(variables.get("TERM"));
    }

    boolean useColour() {
        return supportsAnsi() && variable("NO_COLOR").isEmpty();
    }

    boolean supportsUnicode() {
        return out.charset().equals(StandardCharsets.UTF_8);
    }

    /// An environment variable, if it's set and not blank.
    Optional<String> variable(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    /// The learner's home folder if none is named: `GRADUS_HOME`, else `~/gradus`.
    Path usualHome() {
        try {
            return variable("GRADUS_HOME")
                    .map(Path::of)
                    .or(() -> variable("HOME").map(folder -> Path.of(folder, "gradus")))
                    .orElseThrow(() -> UserFacingException.usageError(
                            "There is no home folder because neither GRADUS_HOME nor HOME is set; name one with"
                                    + " --home DIR."));
        } catch (InvalidPathException e) {
            throw CommandLineErrors.invalidPath(e);
        }
    }

    private static int columns(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 80;
    }
}
