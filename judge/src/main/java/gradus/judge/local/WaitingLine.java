package gradus.judge.local;

import gradus.judge.support.JudgeException;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/// Lets as many requests run at a time as the machine has processors, because more would only make each other
/// slower. The rest wait, first come, first served.
final class WaitingLine {

    private final Semaphore places;

    /// @param places how many run at a time
    WaitingLine(int places) {
        this.places = new Semaphore(places, true);
    }

    /// Waits for a place.
    ///
    /// @param listener hears how many others wait before it, if it has to wait
    /// @return the place, to be closed
    Place enter(IntConsumer listener) {
        if (!places.tryAcquire()) {
            listener.accept(waiting());
            try {
                places.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JudgeException("interrupted while others were judged", e);
            }
        }
        return places::release;
    }

    /// How many wait.
    int waiting() {
        return places.getQueueLength();
    }

    /// A place in which a request runs.
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
