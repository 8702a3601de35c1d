package gradus.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Ends work from another thread. Once cancelled, it stays so.
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /// Of work that goes on.
    public Cancellation() {}

    /// Ends the work, at once or as soon as it begins.
    public void cancel() {
        List<Runnable> now;
        synchronized (this) {
            cancelled = true;
            now = List.copyOf(actions);
            actions.clear();
        }
        now.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /// Runs `action` when the work is cancelled, or now if it has been.
    public void whenCancelled(Runnable action) {
        boolean now;
        synchronized (this) {
            now = cancelled;
            if (!now) {
                actions.add(action);
            }
        }
        if (now) {
            action.run();
        }
    }

    /// @throws CancellationException if it has been cancelled
    public void check() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
