package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Course;
import gradus.judge.local.LocalJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The studio as the launcher starts it: the real course, judge, journal and pages, with a temporary home
/// that is deleted when the studio closes. All studios of a test run share the judge's processes, because
/// starting those costs more than a test; it keeps nothing warm, which would cost more than it saves here.
public final class RealStudio implements AutoCloseable {

    private static @Nullable Installation installation;
    private static @Nullable LocalJudge judge;

    private final Path home;
    private final Thread running;
    private final URI address;

    private RealStudio(Path home, Thread running, URI address) {
        this.home = home;
        this.running = running;
        this.address = address;
    }

    public static RealStudio open() {
        assertThat(built().cache()).exists();
        return open(new CompositionRoot(InstantSource.system(), Installation::locate, _ -> judge()));
    }

    /// A studio of another course, with a judge of its own.
    static RealStudio open(Installation other) {
        return open(new CompositionRoot(InstantSource.system(), any -> other, LocalJudge::oneShot));
    }

    private static RealStudio open(CompositionRoot compositionRoot) {
        try {
            Path home = Files.createTempDirectory("gradus");
            var ready = new CompletableFuture<URI>();
            Thread running = Thread.ofPlatform().name("studio").start(() -> {
                try {
                    compositionRoot.serveStudio(home, 0, false, ready::complete);
                } catch (RuntimeException e) {
                    ready.completeExceptionally(e);
                }
            });
            return new RealStudio(home, running, ready.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address that the launcher prints.
    public String address() {
        return address.toString();
    }

    /// The learner's workspace.
    public Path workspace() {
        return home.resolve("workspace");
    }

    /// The learner's source file of a type, such as `gradus.ml.linalg.Vector`.
    public Path workspaceFile(String type) {
        return home.resolve("workspace/src/main/java").resolve(path(type));
    }

    /// The course that the studio serves.
    public static Course course() {
        return built().course();
    }

    /// The library's source of a type, which passes.
    public static String reference(String type) {
        try {
            return Files.readString(built().root().resolve("ml/src/main/java").resolve(path(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.interrupt();
        try {
            running.join();
            try (Stream<Path> files = Files.walk(home)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String type) {
        return type.replace('.', '/') + ".java";
    }

    /// The course is built once, as the launcher does before the first start; other test processes wait for it. A
    /// static initialiser would not end: the threads that read lessons call back into the class that they
    /// report to.
    private static synchronized Installation built() {
        if (installation == null) {
            Installation located = Installation.locate(Path.of(System.getProperty("java.io.tmpdir")));
            try (var file = FileChannel.open(
                            Files.createDirectories(located.root().resolve("target"))
                                    .resolve("course.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock _ = file.lock()) {
                located.buildCourse(_ -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            installation = located;
        }
        return installation;
    }

    /// The judge of the real course; closing it changes nothing for others.
    static LocalJudge judge() {
        return sharedJudge().sharing();
    }

    private static synchronized LocalJudge sharedJudge() {
        if (judge == null) {
            LocalJudge opened = LocalJudge.oneShot(built().judgePaths());
            Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
            judge = opened;
        }
        return judge;
    }
}
