package gradus.judge.child;

import gradus.judge.build.Breakdown;
import gradus.judge.confine.Spawner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Starts child JVMs, the only place that does, and keeps one ready.
///
/// Where the operating system can confine them, it does, from their first instruction: they read what they need to run,
/// write
/// no file, start no process and open no socket. Elsewhere the limits of the JVM itself are all there is.
public final class Crew implements AutoCloseable {

    /// Without these a JVM cannot start on Windows, or misreads the names of files.
    private static final Set<String> KEPT = Set.of("SystemRoot", "LANG", "LC_ALL", "LC_CTYPE");

    private static final List<String> SYSTEM_LIBRARIES =
            List.of("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache");

    private static final List<String> DEVICES = List.of("/dev/null", "/dev/urandom", "/dev/random");

    private final Path java;
    private final List<Path> modulePath;
    private final Path data;
    private final boolean keepsOneReady;
    private final Optional<Spawner> spawner;
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("starter").factory());
    private @Nullable CompletableFuture<Worker> spare;
    private int spareMegabytes;
    private boolean closed;

    /// @param modulePath the proctor and what it needs
    /// @param library the library, which children read but do not start with
    /// @param data the folder of data sets
    /// @param keepsOneReady whether to start the next child before anybody asks
    public Crew(Path java, List<Path> modulePath, Path library, Path data, boolean keepsOneReady) {
        this.java = java;
        this.modulePath = List.copyOf(modulePath);
        this.data = data;
        this.keepsOneReady = keepsOneReady;
        this.spawner = Files.exists(java)
                ? Spawner.confined(readable(java, modulePath, library, data), executable(java))
                : Optional.empty();
    }

    /// Whether the operating system confines the children.
    public boolean confines() {
        return spawner.isPresent();
    }

    private static List<Path> readable(Path java, List<Path> modulePath, Path library, Path data) {
        var readable = new ArrayList<>(modulePath);
        readable.addAll(List.of(library, data, jdk(java)));
        SYSTEM_LIBRARIES.forEach(path -> readable.add(Path.of(path)));
        DEVICES.forEach(path -> readable.add(Path.of(path)));
        return readable;
    }

    /// The loader of shared libraries lies among them, and starts every program.
    private static List<Path> executable(Path java) {
        var executable = new ArrayList<>(List.of(java, jdk(java).resolve("lib/jspawnhelper")));
        SYSTEM_LIBRARIES.forEach(path -> executable.add(Path.of(path)));
        return executable;
    }

    private static Path jdk(Path java) {
        try {
            return java.toRealPath().getParent().getParent();
        } catch (IOException e) {
            throw new Breakdown("where " + java + " lies cannot be found", e);
        }
    }

    /// A child with this much heap: the one that is ready, or a new one. The next is started in the background.
    public synchronized CompletableFuture<Worker> take(int megabytes) {
        @Nullable CompletableFuture<Worker> taken = spare;
        boolean fits = taken != null && spareMegabytes == megabytes && isUsable(taken);
        if (taken != null && !fits) {
            discard(taken);
        }
        spare = null;
        return fits ? taken : begin(megabytes);
    }

    /// Starts a child ahead for whoever comes next, where this crew keeps one.
    public synchronized void prepare(int megabytes) {
        if (keepsOneReady && spare == null && !closed) {
            spare = begin(megabytes);
            spareMegabytes = megabytes;
        }
    }

    /// Takes back a child that was never given a job.
    public synchronized void giveBack(CompletableFuture<Worker> unused, int megabytes) {
        if (keepsOneReady && spare == null && !closed) {
            spare = unused;
            spareMegabytes = megabytes;
        } else {
            discard(unused);
        }
    }

    /// The child, once it is started.
    public static Worker await(CompletableFuture<Worker> worker) {
        try {
            return worker.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Breakdown breakdown
                    ? breakdown
                    : new Breakdown("the child JVM cannot be started", e.getCause());
        }
    }

    private CompletableFuture<Worker> begin(int megabytes) {
        if (closed) {
            return CompletableFuture.failedFuture(new Breakdown("the judge has been closed"));
        }
        return CompletableFuture.supplyAsync(() -> start(megabytes), starter);
    }

    private Worker start(int megabytes) {
        var builder = new ProcessBuilder(command(megabytes)).redirectErrorStream(true);
        builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
        // What the environment holds is none of the learner's program's business.
        builder.environment().keySet().retainAll(KEPT);
        try {
            return new Worker(spawner.isPresent() ? spawner.get().start(builder) : builder.start(), megabytes);
        } catch (IOException e) {
            throw new Breakdown("the child JVM cannot be started with " + java, e);
        }
    }

    private List<String> command(int megabytes) {
        var command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx" + megabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ErrorFileToStderr",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=16m",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Dgradus.data=" + data,
                "--illegal-native-access=deny",
                "--limit-modules",
                "gradus.proctor",
                "-p",
                String.join(
                        System.getProperty("path.separator"),
                        modulePath.stream().map(Path::toString).toList()),
                "-m",
                "gradus.proctor/gradus.proctor.worker.Main"));
        return List.copyOf(command);
    }

    private static boolean isUsable(CompletableFuture<Worker> worker) {
        return !worker.isCompletedExceptionally()
                && (!worker.isDone() || worker.join().isAlive());
    }

    private static void discard(CompletableFuture<Worker> worker) {
        worker.thenAccept(Worker::close);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (spare != null) {
            discard(spare);
            spare = null;
        }
        starter.shutdown();
        spawner.ifPresent(Spawner::close);
    }
}
