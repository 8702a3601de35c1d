package gradus.judge.process;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does in the background what makes the next verdict quick, one small step after another, while nobody waits
/// for one: where there is a queue, all of the machine belongs to the queue.
public final class BackgroundTasks implements AutoCloseable {

    /// Something that can be made ready ahead.
    public interface Task {

        /// Takes one step, of at most some hundred milliseconds.
        ///
        /// @return whether there was anything to do
        boolean runStep();
    }

    private final List<Task> tasks;
    private int foregroundRequests;
    private boolean started;
    private boolean closed;

    /// How often there was news, and how much of it has been seen to.
    private long notifications = 1;

    private long handledNotifications;

    /// @param tasks in order of their urgency
    public BackgroundTasks(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    public synchronized void start() {
        started = true;
        Thread.ofPlatform().daemon().name("backstage").start(this::work);
    }

    /// Somebody waits for a verdict until the turn ends.
    public ForegroundRequest beginForegroundRequest() {
        synchronized (this) {
            foregroundRequests++;
        }
        var ended = new AtomicBoolean();
        return () -> {
            if (!ended.getAndSet(true)) {
                synchronized (this) {
                    foregroundRequests--;
                    notifyWork();
                }
            }
        };
    }

    /// A time in which somebody waits.
    public interface ForegroundRequest {
        void end();
    }

    /// There may be something to do.
    public synchronized void notifyWork() {
        notifications++;
        notifyAll();
    }

    /// Waits until everything is ready; not at all where nothing is made ready ahead.
    public synchronized void awaitIdle() throws InterruptedException {
        while (started && !closed && notifications != handledNotifications) {
            wait();
        }
    }

    private void work() {
        try {
            long notification = awaitWork();
            while (notification > 0) {
                boolean did = tasks.stream().anyMatch(BackgroundTasks::step);
                if (!did) {
                    handled(notification);
                }
                notification = awaitWork();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A chore that fails has nothing to do for now; the others go on.
    private static boolean step(Task task) {
        try {
            return task.runStep();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /// What came in the meantime is still to be seen to.
    private synchronized void handled(long notification) {
        if (foregroundRequests == 0) {
            handledNotifications = notification;
            notifyAll();
        }
    }

    /// How much news there is by then; 0 when this has been closed.
    private synchronized long awaitWork() throws InterruptedException {
        while (!closed && (foregroundRequests > 0 || notifications == handledNotifications)) {
            wait();
        }
        return closed ? 0 : notifications;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
