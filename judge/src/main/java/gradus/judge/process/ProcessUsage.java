package gradus.judge.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the operating system says of a running process.
interface ProcessUsage {

    /// The processor time that it has used so far; empty if it has ended or the system doesn't say.
    Optional<Long> processorNanos();

    /// Whether at this moment one of its threads runs, or would if it got a processor; empty if the system doesn't
    /// say.
    Optional<Boolean> isRunnable();

    /// How long its threads, those that haven't ended, have waited for a processor, all together; empty if the system
    /// doesn't say.
    Optional<Long> queuedNanos();

    /// Source: proc(5).
    static ProcessUsage of(Process process) {
        long pid = process.pid();
        return new ProcessUsage() {
            @Override
            public Optional<Long> processorNanos() {
                return ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().totalCpuDuration())
                        .map(Duration::toNanos);
            }

            @Override
            public Optional<Boolean> isRunnable() {
                try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
                    for (Path thread : threads) {
                        if (isRunnable(thread.resolve("stat"))) {
                            return Optional.of(true);
                        }
                    }
                    return Optional.of(false);
                } catch (IOException e) {
                    return Optional.empty();
                }
            }

            @Override
            public Optional<Long> queuedNanos() {
                try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
                    long sum = 0;
                    for (Path thread : threads) {
                        sum += queuedNanos(thread.resolve("schedstat"));
                    }
                    return Optional.of(sum);
                } catch (IOException e) {
                    return Optional.empty();
                }
            }

            /// The second number of the file, see the kernel's sched-stats; a system without it has no such file.
            private static long queuedNanos(Path schedstat) throws IOException {
                try {
                    return Long.parseLong(Files.readString(schedstat).split(" ")[1]);
                } catch (NoSuchFileException e) {
                    if (Files.exists(schedstat.getParent())) {
                        throw e;
                    }
                    // The thread has just ended.
                    return 0;
                }
            }

            private static boolean isRunnable(Path stat) {
                try {
                    String text = Files.readString(stat);
                    // The name of the thread, in parentheses before the state, may itself hold one.
                    return text.startsWith(" R", text.lastIndexOf(')') + 1);
                } catch (IOException e) {
                    // The thread has just ended.
                    return false;
                }
            }
        };
    }
}
