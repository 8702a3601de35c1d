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
    private boolean open;
    private boolean closed;

    /// How often there was news, and how much of it has been seen to.
    private long told = 1;

    private long seenTo;

    /// @param chores in order of their urgency
    public Backstage(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    public synchronized void open() {
        open = true;
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
                    wake();
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
        told++;
        notifyAll();
    }

    /// Waits until everything is ready; not at all where nothing is made ready ahead.
    public synchronized void settle() throws InterruptedException {
        while (open && !closed && told != seenTo) {
            wait();
        }
    }

    private void work() {
        try {
            long heard = awaitQuiet();
            while (heard > 0) {
                boolean did = chores.stream().anyMatch(Backstage::step);
                if (!did) {
                    seenTo(heard);
                }
                heard = awaitQuiet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A chore that fails has nothing to do for now; the others go on.
    private static boolean step(Chore chore) {
        try {
            return chore.step();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /// What came in the meantime is still to be seen to.
    private synchronized void seenTo(long heard) {
        if (waiting == 0) {
            seenTo = heard;
            notifyAll();
        }
    }

    /// How much news there is by then; 0 when this has been closed.
    private synchronized long awaitQuiet() throws InterruptedException {
        while (!closed && (waiting > 0 || told == seenTo)) {
            wait();
        }
        return closed ? 0 : told;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
