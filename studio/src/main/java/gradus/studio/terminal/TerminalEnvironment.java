package gradus.studio.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the terminal stands: what it prints to and what it may know of the machine.
///
/// @param out where answers go; its charset decides which signs can be shown
/// @param err where errors go
/// @param variables the environment variables
/// @param interactive whether a person looks at `out`
/// @param width how many columns there are
public record TerminalEnvironment(
        PrintStream out, PrintStream err, Map<String, String> variables, boolean interactive, int width, Clock clock) {

    private static final int WIDEST = 100;
    private static final int NARROWEST = 20;

    public TerminalEnvironment {
        variables = Map.copyOf(variables);
        width = Math.clamp(width, NARROWEST, WIDEST);
    }

    /// Those of this process. The width is what `COLUMNS` says, which the launcher sets; else 80.
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

    /// Whether lines may be coloured and replaced: a terminal that is not a dumb one.
    boolean supportsAnsi() {
        return interactive && !"dumb".equals(variables.get("TERM"));
    }

    boolean useColour() {
        return supportsAnsi() && variable("NO_COLOR").isEmpty();
    }

    boolean supportsUnicode() {
        return out.charset().equals(StandardCharsets.UTF_8);
    }

    /// A variable that is set to something.
    Optional<String> variable(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    private static int columns(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 80;
    }
}
