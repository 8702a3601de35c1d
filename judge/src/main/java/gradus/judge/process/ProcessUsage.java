package gradus.judge.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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
