package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

/// Processes that are about to end.
final class Processes {

    private Processes() {}

    /// Waits for `process` to end, which may not be a child of this JVM. Not with `onExit`, which creates threads
    /// of the common pool on whatever thread notices the end: a confined one, in this JVM.
    static void awaitEnd(ProcessHandle process) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        // It ends before the system's first process, which may have inherited it, takes note of that.
        while (process.isAlive()) {
            assertThat(System.nanoTime()).as("%s goes on", process.info()).isLessThan(patience);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
