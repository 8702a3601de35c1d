package gradus.studio.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes Ctrl-C interrupt the current thread. The process then waits, for at most five seconds, until that
/// thread has cleaned up and closed this handler.
final class InterruptHandler implements AutoCloseable {

    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean pressed;

    InterruptHandler() {
        Thread busy = Thread.currentThread();
        hook = new Thread(() -> {
            pressed = true;
            busy.interrupt();
            try {
                tidy.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Whether the command was stopped, by Ctrl-C here or at the terminal for which a studio performs it.
    boolean interrupted() {
        return pressed || Thread.currentThread().isInterrupted();
    }

    @Override
    public void close() {
        tidy.countDown();
        if (!pressed) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is already ending.
            }
        }
    }
}
