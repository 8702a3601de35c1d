package gradus.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each attack is also tried by an unconfined process, where it must succeed: otherwise its failure proves
/// nothing.
class SpawnerTest {

    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final List<Path> SYSTEM = List.of(
            Path.of("/lib"),
            Path.of("/lib64"),
            Path.of("/usr/lib"),
            Path.of("/usr/lib64"),
            Path.of("/etc/ld.so.cache"),
            Path.of("/dev/null"),
            Path.of("/dev/urandom"));

    @TempDir
    static Path folder;

    @BeforeAll
    static void compileTheAttacks() throws IOException {
        Path source = folder.resolve("AttackMain.java");
        Files.writeString(source, """
                import java.net.Socket;
                import java.nio.file.*;
                import java.nio.file.attribute.*;

                class AttackMain {
                    public static void main(String[] args) throws Exception {
                        Path file = Path.of(args[1]);
                        switch (args[0]) {
                            case "read" -> Files.readString(file);
                            case "list" -> Files.list(file.getParent()).count();
                            case "write" -> Files.writeString(file, "written");
                            case "create" -> Files.createFile(file.resolveSibling("created"));
                            case "delete" -> Files.delete(file);
                            case "chmod" -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
                            case "touch" -> Files.setLastModifiedTime(file, FileTime.fromMillis(1));
                            case "link" -> Files.createSymbolicLink(file.resolveSibling("linked"), file);
                            case "start" -> new ProcessBuilder("/bin/true").start().waitFor();
                            case "connect" -> new Socket("127.0.0.1", Integer.parseInt(args[2])).close();
                            case "kill" -> { if (!ProcessHandle.of(Long.parseLong(args[2])).orElseThrow().destroy()) throw new Exception(); }
                            case "thread" -> { var thread = new Thread(() -> {}); thread.start(); thread.join(); }
                            default -> throw new IllegalArgumentException(args[0]);
                        }
                        System.out.print("done");
                    }
                }
                """);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.resolve("classes").toString(), source.toString());
        assertThat(result).isZero();
    }

    @Test
    void aSandboxedProcessCannotAffectTheMachine() throws Exception {
        try (Spawner spawner = confined();
                ServerSocket server = new ServerSocket(0)) {
            for (String attack : List.of(
                    "read", "list", "write", "create", "chmod", "touch", "link", "start", "connect", "kill",
                    "delete")) {
                Process victim = new ProcessBuilder("sleep", "600").start();
                String number = Long.toString(attack.equals("kill") ? victim.pid() : server.getLocalPort());
                try {
                    assertThat(outcome(Optional.of(spawner), attack, number))
                            .as(attack + ", sandboxed")
                            .doesNotContain("done");
                    assertThat(victim.isAlive()).isTrue();
                    assertThat(outcome(Optional.empty(), attack, number))
                            .as(attack + ", unconfined")
                            .contains("done");
                } finally {
                    victim.destroyForcibly();
                }
            }
        }
    }

    @Test
    void aSandboxedProcessCanStillUseThreads() throws Exception {
        try (Spawner spawner = confined()) {
            assertThat(outcome(Optional.of(spawner), "thread", "0")).contains("done");
        }
    }

    @Test
    void whoeverIsInterruptedGetsASandboxAllTheSame() {
        Thread.currentThread().interrupt();
        try (Spawner spawner = confined()) {
            assertThat(spawner).isNotNull();
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    /// A thread inherits the sandbox of the thread that creates it, and whoever wakes a virtual thread may create
    /// one in their pool. Here, that happens if the caller is woken while the pool's only thread is busy.
    @Test
    void noOtherThreadOfTheProgramIsConfined() throws Exception {
        try (Spawner spawner = confined();
                var others = Executors.newFixedThreadPool(20)) {
            var builder = new ProcessBuilder(JDK.resolve("bin/java").toString(), "-version");
            for (int i = 0; i < 20; i++) {
                others.submit(() -> spawner.start(builder));
            }
            Thread caller = Thread.ofVirtual().start(() -> startUnchecked(spawner, builder));
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            Thread.ofVirtual().start(() -> {
                while (caller.isAlive()) {
                    Thread.onSpinWait();
                }
            });
            caller.join();
            assertThat(confinedThreads())
                    .contains("gradus-spawner")
                    .allMatch(Set.of("gradus-spawner", "process reaper")::contains);
        }
    }

    private static void startUnchecked(Spawner spawner, ProcessBuilder builder) {
        try {
            spawner.start(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> confinedThreads() throws IOException {
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            var names = new ArrayList<String>();
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("status")).contains("NoNewPrivs:\t1")) {
                    names.add(Files.readString(thread.resolve("comm")).strip());
                }
            }
            return names;
        }
    }

    private static Spawner confined() {
        var readable = new ArrayList<>(SYSTEM);
        readable.addAll(List.of(JDK, folder.resolve("classes")));
        var executable = new ArrayList<>(SYSTEM);
        executable.addAll(List.of(JDK.resolve("bin/java"), JDK.resolve("lib/jspawnhelper")));
        Optional<Spawner> spawner = Spawner.confined(readable, executable);
        assumeTrue(spawner.isPresent(), "this kernel has no Landlock, or this processor is not known to the filter");
        return spawner.get();
    }

    private static String outcome(Optional<Spawner> spawner, String attack, String number) throws Exception {
        Path file = Files.createTempDirectory(folder, "attack").resolve("file");
        Files.writeString(file, "left alone");
        var builder = new ProcessBuilder(
                        JDK.resolve("bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:-UseContainerSupport",
                        "-cp",
                        folder.resolve("classes").toString(),
                        "AttackMain",
                        attack,
                        file.toString(),
                        number)
                .redirectErrorStream(true);
        Process process = spawner.isPresent() ? spawner.get().start(builder) : builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        if (spawner.isPresent()) {
            assertThat(file).hasContent("left alone");
        }
        return printed;
    }
}
