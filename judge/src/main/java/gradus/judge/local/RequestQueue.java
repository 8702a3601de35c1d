package gradus.judge.local;

import gradus.judge.support.JudgeException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/// Lets as many requests run at a time as the machine has processors, because more would only make each other
/// slower. The rest wait, first come, first served.
final class RequestQueue {

    private final Semaphore permits;

    /// @param permits how many run at a time
    RequestQueue(int permits) {
        this.permits = new Semaphore(permits, true);
    }

    /// Waits for a permit.
    ///
    /// @param listener hears how many others wait before it, if it has to wait
    /// @return the permit, to be closed
    Permit enter(IntConsumer listener) {
        try {
            // Without a time, it would take a permit from those who wait already.
            if (!permits.tryAcquire(0, TimeUnit.SECONDS)) {
                listener.accept(waiting());
                permits.acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while others were judged", e);
        }
        return permits::release;
    }

    /// How many wait.
    int waiting() {
        return permits.getQueueLength();
    }

    /// A permit with which a request runs.
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
