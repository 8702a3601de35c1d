package gradus.judge.sandbox;

import gradus.course.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Starts processes that run in a sandbox from their first instruction.
///
/// One thread permanently restricts itself with Landlock, a system-call filter and `no_new_privs`. It starts
/// the processes, which inherit all three. If allowed, it also leaves the machine's network and IPC
/// namespaces. The other threads of this JVM stay unrestricted. Kill a process that was started here through
/// `ProcessHandle.of(pid)`: its own `destroyForcibly` needs the start time from `/proc`, which this thread
/// couldn't read.
///
/// A thread inherits the restrictions of the thread that creates it, and who wakes a virtual thread, or completes
/// what the common pool waits for, may create one in their pools. So the restricted thread wakes only one platform
/// thread, which passes results on. The JDK's threads that wait for the processes to end are created by the
/// restricted thread: wait for such a process on a platform thread, and don't use `onExit`.
public final class Spawner implements AutoCloseable {

    private static final int PR_SET_NO_NEW_PRIVS = 38;

    /// Network, System V IPC and host name: the namespaces that a single thread can leave.
    private static final int NAMESPACES = 0x40000000 | 0x08000000 | 0x04000000;

    private static final int PRIO_PROCESS = 0;

    /// Whether any spawner of this JVM has loaded them; twice is no harm.
    private static final AtomicBoolean PROCESS_CLASSES_LOADED = new AtomicBoolean();

    private final ExecutorService restricted = threadNamed("gradus-spawner");
    private final ExecutorService messenger = threadNamed("gradus-spawned");

    private Spawner() {}

    private static ExecutorService threadNamed(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// A spawner whose processes can only read below `readable` and execute `executable`; empty if the
    /// operating system, its kernel or the processor doesn't support such a sandbox.
    ///
    /// @throws IllegalStateException if it does, and the sandbox can't be opened now
    public static Optional<Spawner> confined(List<Path> readable, List<Path> executable) {
        return confined(readable, executable, 0);
    }

    /// The same, where other processes go first.
    ///
    /// @param niceness by how much, from 0 for equals to 19
    public static Optional<Spawner> confined(List<Path> readable, List<Path> executable, int niceness) {
        Optional<SyscallTable> calls = SyscallTable.ofThisMachine();
        if (calls.isEmpty() || Landlock.version() < 1) {
            return Optional.empty();
        }
        var spawner = new Spawner();
        if (!spawner.opens(() -> {
            if (!PROCESS_CLASSES_LOADED.get()) {
                loadProcessClasses();
            }
            confine(calls.get(), readable, executable, niceness);
        })) {
            spawner.close();
            return Optional.empty();
        }
        return Optional.of(spawner);
    }

    private interface Opening {
        void run() throws IOException, InterruptedException;
    }

    /// Opens the sandbox, whether the caller is interrupted or not: one who was must not take this for a system
    /// without sandboxes.
    ///
    /// @return false if the system doesn't support it
    private boolean opens(Opening opening) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> Parallel.await(restricted.submit(() -> attempt(opening))), messenger)
                    .join();
        } catch (CompletionException e) {
            close();
            throw new IllegalStateException(
                    "the sandbox for the learner's code can't be opened now, and without it none runs: "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    private static boolean attempt(Opening opening) {
        try {
            opening.run();
            return true;
        } catch (LinuxSyscalls.FailedException e) {
            if (e.isUnsupported()) {
                return false;
            }
            throw e;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no process can be started: " + e.getMessage(), e);
        }
    }

    /// Starts what `builder` describes.
    public Process start(ProcessBuilder builder) throws IOException {
        try {
            return messenger
                    .submit(() -> restricted.submit(builder::start).get())
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting a process", e);
        } catch (RejectedExecutionException e) {
            throw closed(e);
        } catch (ExecutionException e) {
            throw restricted.isShutdown() ? closed(e) : notStarted(e.getCause());
        }
    }

    private static IOException closed(Exception cause) {
        return new IOException("the spawner has been closed", cause);
    }

    private static IOException notStarted(Throwable cause) {
        Throwable reason = cause instanceof ExecutionException ? cause.getCause() : cause;
        return new IOException("a sandboxed process could not be started: " + reason.getMessage(), reason);
    }

    @Override
    public void close() {
        // Otherwise, whoever still waits for a process would wait forever.
        restricted.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(false));
        messenger.shutdown();
    }

    private static void confine(SyscallTable syscallTable, List<Path> readable, List<Path> executable, int niceness) {
        var filter = SyscallFilter.forWorkers(syscallTable);
        // If this isn't allowed, there are no namespaces; the filter blocks what they would.
        LinuxSyscalls.call(syscallTable.number("unshare"), NAMESPACES, 0, 0, 0, 0);
        // Of this thread, from which every thread of the processes inherits it.
        LinuxSyscalls.call(syscallTable.number("setpriority"), PRIO_PROCESS, 0, niceness, 0, 0);
        LinuxSyscalls.callOrThrow("no_new_privs", syscallTable.number("prctl"), PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        Landlock.restrictCurrentThread(syscallTable, readable, executable);
        filter.install(syscallTable);
    }

    /// Starts a process to load the needed classes, which the thread can't do once restricted.
    private static void loadProcessClasses() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/true").start();
        process.getOutputStream().close();
        process.waitFor();
        PROCESS_CLASSES_LOADED.set(true);
    }
}
