package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Source;
import gradus.judge.JudgePaths;
import gradus.judge.local.LocalJudge;
import gradus.studio.json.Json;
import gradus.studio.terminal.Terminal;
import gradus.studio.terminal.TerminalEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The terminal as the launcher starts it, with the real course, judge and journal, and its latest output.
final class RealTerminal {

    /// Wide enough that few sentences are wrapped.
    private static final int WIDTH = 100;

    final Path home;
    String out = "";
    String err = "";

    private final Installation installation;
    private final Function<JudgePaths, LocalJudge> judges;

    /// A terminal on the real course.
    RealTerminal(Path home) {
        this(home, Installation.locate(home), LastJudge::of);
    }

    RealTerminal(Path home, Installation installation) {
        this(home, installation, LastJudge::of);
    }

    private RealTerminal(Path home, Installation installation, Function<JudgePaths, LocalJudge> judges) {
        this.home = home;
        this.installation = installation;
        this.judges = judges;
    }

    /// Types a command and returns its exit code.
    int type(String line) {
        var printed = new ByteArrayOutputStream();
        var said = new ByteArrayOutputStream();
        Clock clock = Clock.systemUTC();
        var around = new TerminalEnvironment(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                Map.of("GRADUS_HOME", home.toString()),
                false,
                WIDTH,
                clock);
        int code = new Terminal(around, new CompositionRoot(clock, any -> installation, judges))
                .run(List.of(line.split(" ")));
        out = printed.toString(StandardCharsets.UTF_8);
        err = said.toString(StandardCharsets.UTF_8);
        return code;
    }

    /// The latest output, which must be exactly one JSON object.
    Map<?, ?> object() {
        assertThat(out).startsWith("{").endsWith("}\n").hasLineCount(1);
        return Json.read(out, Map.class);
    }

    /// The latest output, unwrapped.
    String words() {
        return out.replaceAll("\\s+", " ");
    }

    Path workspaceFile(String path) {
        return home.resolve("workspace/src/main/java").resolve(path);
    }

    /// Writes a file in the workspace, like an editor.
    void write(Source source) {
        try {
            Files.writeString(workspaceFile(source.path()), source.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces code in one of the learner's files, like an editor.
    void edit(String path, String code, String replacement) {
        try {
            Path file = workspaceFile(path);
            String text = Files.readString(file);
            assertThat(text).contains(code);
            Files.writeString(file, text.replace(code, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One of the learner's files.
    String read(String path) {
        try {
            return Files.readString(workspaceFile(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
