package gradus.judge.child;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does in the background what makes the next verdict quick, one small step after another, while nobody waits for
/// one: where there is a queue, all of the machine belongs to the queue.
public final class Backstage implements AutoCloseable {

    /// Something that can be made ready ahead.
    public interface Chore {

        /// Takes one step, of at most some hundred milliseconds.
        ///
        /// @return whether there was anything to do
        boolean step();
    }

    private final List<Chore> chores;
    private int waiting;
    private boolean closed;
    private boolean news = true;

    /// @param chores in order of their urgency
    public Backstage(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    public void open() {
        Thread.ofPlatform().daemon().name("backstage").start(this::work);
    }

    /// Somebody waits for a verdict until the turn ends.
    public Turn turn() {
        synchronized (this) {
            waiting++;
        }
        var ended = new AtomicBoolean();
        return () -> {
            if (!ended.getAndSet(true)) {
                synchronized (this) {
                    waiting--;
                    news = true;
                    notifyAll();
                }
            }
        };
    }

    /// A time in which somebody waits.
    public interface Turn {
        void end();
    }

    /// There may be something to do.
    public synchronized void wake() {
        news = true;
        notifyAll();
    }

    /// Waits until everything is ready.
    public synchronized void settle() throws InterruptedException {
        while (news && !closed) {
            wait();
        }
    }

    private void work() {
        try {
            while (awaitQuiet()) {
                boolean did = chores.stream().anyMatch(Chore::step);
                synchronized (this) {
                    if (!did && waiting == 0) {
                        news = false;
                        notifyAll();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitQuiet() throws InterruptedException {
        while (!closed && (waiting > 0 || !news)) {
            wait();
        }
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
