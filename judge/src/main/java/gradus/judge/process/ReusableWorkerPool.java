package gradus.judge.process;

import org.jspecify.annotations.Nullable;

/// Keeps a worker from one ungraded run to the next. Graded runs never use it, because a run may leave
/// something behind.
public final class ReusableWorkerPool implements AutoCloseable {

    private final WorkerPool workerPool;
    private final boolean reuses;
    private @Nullable Worker idle;

    /// @param reuses whether to keep a worker; otherwise each run gets its own
    public ReusableWorkerPool(WorkerPool workerPool, boolean reuses) {
        this.workerPool = workerPool;
        this.reuses = reuses;
    }

    /// The worker of the last run, or a new one.
    public Worker acquire(int megabytes) {
        Worker worker = takeIdle();
        if (worker != null && worker.isAlive() && worker.megabytes() == megabytes) {
            return worker;
        }
        if (worker != null) {
            worker.close();
        }
        return workerPool.acquire(megabytes);
    }

    /// Takes back a worker whose run has finished.
    public void release(Worker worker) {
        Worker other = reuses ? keep(worker) : worker;
        if (other != null) {
            other.close();
        }
    }

    private synchronized @Nullable Worker takeIdle() {
        Worker worker = idle;
        idle = null;
        return worker;
    }

    /// Keeps `worker`, and returns the one that it replaces.
    private synchronized @Nullable Worker keep(Worker worker) {
        Worker before = idle;
        idle = worker;
        return before;
    }

    @Override
    public void close() {
        Worker worker = takeIdle();
        if (worker != null) {
            worker.close();
        }
    }
}
