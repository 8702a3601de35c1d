package gradus.studio;

import gradus.course.Lesson;
import gradus.studio.desk.Desk;
import gradus.studio.terminal.Terminal;
import gradus.studio.terminal.TerminalEnvironment;
import gradus.studio.web.PageVisitor;
import gradus.studio.web.StudioServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The training run of the AOT cache (JEP 483): what it loads and links is ready at once in each later start. It
/// does what people do first, in a home of its own: the usual commands, and the studio with its first pages.
public final class StartupTraining {

    private StartupTraining() {}

    public static void main(String[] args) throws IOException {
        Path home = Files.createTempDirectory("gradus-training");
        try {
            train(home);
        } finally {
            delete(home);
        }
        // Threads of the server and the database may still be alive.
        System.exit(0);
    }

    static void train(Path home) throws IOException {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var environment = new TerminalEnvironment(nowhere, nowhere, Map.of(), false, 80, Clock.systemDefaultZone());
        var root = new CompositionRoot(environment.clock());
        String lab = Installation.locate(home).course().lessons().stream()
                .filter(lesson -> lesson.coding().isPresent())
                .map(Lesson::id)
                .findFirst()
                .orElseThrow();
        for (String command : List.of("next", "start " + lab, "check", "progress", "author check")) {
            var terminal = new Terminal(environment, root);
            terminal.run(Stream.concat(
                            Stream.of(command.split(" ")),
                            command.startsWith("author") ? Stream.of() : Stream.of("--home", home.toString()))
                    .toList());
        }
        try (Desk desk = root.openDesk(home);
                StudioServer server = StudioServer.start(desk, 0)) {
            List<String> lessons = desk.course().lessons().stream()
                    .limit(1)
                    .map(Lesson::id)
                    .map(id -> "/lessons/" + id)
                    .toList();
            new PageVisitor(server.address())
                    .visit(Stream.concat(Stream.of("/", "/map", "/progress"), lessons.stream())
                            .toList());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
