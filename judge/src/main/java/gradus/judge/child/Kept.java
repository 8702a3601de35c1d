package gradus.judge.child;

import org.jspecify.annotations.Nullable;

/// A worker that is kept from one run to the next: for what nobody grades, because a run may leave something behind
/// for the next.
public final class Kept implements AutoCloseable {

    private final Crew crew;
    private final boolean keeps;
    private @Nullable Worker kept;

    /// @param keeps whether to keep any; else each run has a worker of its own
    public Kept(Crew crew, boolean keeps) {
        this.crew = crew;
        this.keeps = keeps;
    }

    /// The worker of the last run, or a new one.
    public Worker take(int megabytes) {
        Worker worker = takeKept();
        if (worker != null && worker.isAlive() && worker.megabytes() == megabytes) {
            return worker;
        }
        if (worker != null) {
            worker.close();
        }
        return crew.take(megabytes);
    }

    /// Takes back a worker whose run came to its end.
    public void giveBack(Worker worker) {
        Worker other = keeps ? keep(worker) : worker;
        if (other != null) {
            other.close();
        }
    }

    private synchronized @Nullable Worker takeKept() {
        Worker worker = kept;
        kept = null;
        return worker;
    }

    /// Whom there is no room for.
    private synchronized @Nullable Worker keep(Worker worker) {
        Worker before = kept;
        kept = worker;
        return before;
    }

    @Override
    public void close() {
        Worker worker = takeKept();
        if (worker != null) {
            worker.close();
        }
    }
}
