package gradus.judge.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Keeps workers from one ungraded run to the next, as many as runs can go on at the same time. Graded runs never
/// use them, because a run may leave something behind.
public final class ReusableWorkerPool implements AutoCloseable {

    private static final int MOST = Runtime.getRuntime().availableProcessors();

    private final WorkerPool workerPool;
    private final boolean reuses;
    private final Deque<Worker> idle = new ArrayDeque<>();

    /// @param reuses whether to keep workers; otherwise each run gets its own
    public ReusableWorkerPool(WorkerPool workerPool, boolean reuses) {
        this.workerPool = workerPool;
        this.reuses = reuses;
    }

    /// The worker of an earlier run, or a new one.
    public Worker acquire(WorkerKind kind) {
        return takeIdle(kind).orElseGet(() -> workerPool.acquire(kind));
    }

    private synchronized Optional<Worker> takeIdle(WorkerKind kind) {
        idle.removeIf(worker -> !worker.isAlive());
        Optional<Worker> fitting =
                idle.stream().filter(worker -> worker.kind().equals(kind)).findFirst();
        fitting.ifPresent(idle::remove);
        return fitting;
    }

    /// Takes back a worker whose run has finished.
    public void release(Worker worker) {
        replaced(worker).forEach(Worker::close);
    }

    /// Keeps `worker` if it should, and returns those that are too many.
    private synchronized List<Worker> replaced(Worker worker) {
        if (!reuses) {
            return List.of(worker);
        }
        idle.addFirst(worker);
        return idle.size() > MOST ? List.of(idle.removeLast()) : List.of();
    }

    @Override
    public void close() {
        List<Worker> workers;
        synchronized (this) {
            workers = List.copyOf(idle);
            idle.clear();
        }
        workers.forEach(Worker::close);
    }
}
