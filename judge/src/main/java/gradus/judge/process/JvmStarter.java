package gradus.judge.process;

import gradus.judge.sandbox.ResourceLimits;
import gradus.judge.sandbox.Spawner;
import gradus.judge.support.JudgeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Starts all child JVMs.
///
/// If the operating system supports it, they run in a sandbox from their first instruction: they can read
/// only what they need to run, and can't write files, start processes or open sockets. Otherwise, only the
/// limits of the JVM itself apply.
public final class JvmStarter implements AutoCloseable {

    /// Without these, a JVM can't start on Windows, or misreads file names.
    private static final Set<String> KEPT_ENVIRONMENT_VARIABLES = Set.of("SystemRoot", "LANG", "LC_ALL", "LC_CTYPE");

    private static final List<Path> SYSTEM_LIBRARIES =
            List.of(Path.of("/lib"), Path.of("/lib64"), Path.of("/usr/lib"), Path.of("/usr/lib64"));

    /// Dynamic loaders, which start every program.
    private static final List<Path> LOADERS = List.of(
            Path.of("/lib64/ld-linux-x86-64.so.2"),
            Path.of("/lib/ld-linux-aarch64.so.1"),
            Path.of("/lib/ld-musl-x86_64.so.1"),
            Path.of("/lib/ld-musl-aarch64.so.1"));

    private static final List<Path> SYSTEM_FILES =
            List.of(Path.of("/etc/ld.so.cache"), Path.of("/dev/null"), Path.of("/dev/urandom"), Path.of("/dev/random"));

    private static final int ATTEMPTS = 2;

    private final Optional<Spawner> spawner;

    private JvmStarter(Optional<Spawner> spawner) {
        this.spawner = spawner;
    }

    /// Starts children in a sandbox, if the system supports it.
    ///
    /// @param readable files and folders that they can read
    /// @param programs files and folders that they can also execute
    public static JvmStarter sandboxed(List<Path> readable, List<Path> programs) {
        return sandboxed(readable, programs, 0);
    }

    /// The same, where other processes go first.
    ///
    /// @param niceness by how much, from 0 for equals to 19
    public static JvmStarter sandboxed(List<Path> readable, List<Path> programs, int niceness) {
        var read = new java.util.ArrayList<>(readable);
        read.addAll(programs);
        read.addAll(SYSTEM_LIBRARIES);
        read.addAll(SYSTEM_FILES);
        var execute = new java.util.ArrayList<>(programs);
        execute.addAll(LOADERS);
        return new JvmStarter(Spawner.confined(read, execute, niceness));
    }

    /// Starts children without a sandbox: for the course's own code, and to show that attacks succeed without
    /// one.
    public static JvmStarter unsandboxed() {
        return new JvmStarter(Optional.empty());
    }

    /// Whether the children run in a sandbox of the operating system.
    public boolean isSandboxed() {
        return spawner.isPresent();
    }

    /// Starts `command` with its errors merged into its output; in a sandbox, `resourceLimits` apply as well.
    public Process start(List<String> command, ResourceLimits resourceLimits) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
        // The learner's program must not see the environment.
        builder.environment().keySet().retainAll(KEPT_ENVIRONMENT_VARIABLES);
        // Each malloc arena of the C library would take 64 MB of addresses.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        try {
            Process process = start(builder, ATTEMPTS);
            if (isSandboxed()) {
                resourceLimits.applyTo(process.pid());
            }
            return process;
        } catch (IOException e) {
            throw new JudgeException("the child JVM cannot be started with " + command.getFirst(), e);
        }
    }

    /// Tries again, because the process, or the JDK's helper that starts it, may have been killed from
    /// outside.
    private Process start(ProcessBuilder builder, int attempts) throws IOException {
        try {
            return spawner.isPresent() ? spawner.get().start(builder) : builder.start();
        } catch (IOException e) {
            if (attempts == 1 || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return start(builder, attempts - 1);
        }
    }

    @Override
    public void close() {
        spawner.ifPresent(Spawner::close);
    }
}
