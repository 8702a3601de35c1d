package gradus.judge.process;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs tasks in the background that make the next verdict fast, one small step at a time, and only while
/// nobody is waiting for a verdict: requests get the whole machine. When one request follows another at once,
/// all of its time goes into verdicts.
public final class BackgroundTasks implements AutoCloseable {

    /// A task that prepares something for the next verdict.
    public interface Task {

        /// Runs one step, of at most a few hundred milliseconds.
        ///
        /// @return whether there was anything to do
        boolean runStep();
    }

    private static final Runnable NOTHING = () -> {};

    private final List<Task> tasks;
    private final long pauseNanos;
    private int foregroundRequests;

    /// When the last request ended.
    private OptionalLong lastEnd = OptionalLong.empty();

    private Runnable pending = NOTHING;

    private boolean started;
    private boolean closed;

    /// The number of notifications so far, and of those that have been handled.
    private long notifications = 1;

    private long handledNotifications;

    /// @param tasks the most urgent first
    /// @param pause how long nobody must have waited for a verdict before they run
    public BackgroundTasks(List<Task> tasks, Duration pause) {
        this.tasks = List.copyOf(tasks);
        this.pauseNanos = pause.toNanos();
    }

    public synchronized void start() {
        started = true;
        Thread.ofPlatform().daemon().name("background-tasks").start(this::work);
    }

    /// Pauses the background tasks until the returned request ends, because somebody is waiting for a verdict.
    public ForegroundRequest beginForegroundRequest() {
        synchronized (this) {
            foregroundRequests++;
        }
        var ended = new AtomicBoolean();
        return preparation -> {
            if (!ended.getAndSet(true)) {
                synchronized (this) {
                    foregroundRequests--;
                    lastEnd = OptionalLong.of(System.nanoTime());
                    pending = started ? preparation : NOTHING;
                    notifyWork();
                }
            }
        };
    }

    /// A request that somebody is waiting for.
    public interface ForegroundRequest {

        /// @param preparation for the next request, to run before all tasks; only that of the last request is run
        void end(Runnable preparation);
    }

    /// Notifies the tasks that there may be something to do.
    public synchronized void notifyWork() {
        notifications++;
        notifyAll();
    }

    /// Waits until the tasks have nothing left to do; returns at once if they aren't started.
    public synchronized void awaitIdle() throws InterruptedException {
        while (started && !closed && notifications != handledNotifications) {
            wait();
        }
    }

    private void work() {
        try {
            long notification = awaitWork();
            while (notification > 0) {
                boolean did = step(this::prepare) || tasks.stream().anyMatch(BackgroundTasks::step);
                if (!did) {
                    handled(notification);
                }
                notification = awaitWork();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether there was anything to prepare
    private boolean prepare() {
        Runnable preparation;
        synchronized (this) {
            preparation = pending;
            pending = NOTHING;
        }
        preparation.run();
        return preparation != NOTHING;
    }

    /// Runs one step of `task`. If it fails, it counts as having nothing to do, and the others go on.
    private static boolean step(Task task) {
        try {
            return task.runStep();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /// Marks the notifications up to `notification` as handled; later ones still have to be.
    private synchronized void handled(long notification) {
        if (foregroundRequests == 0) {
            handledNotifications = notification;
            notifyAll();
        }
    }

    /// Waits for a notification and returns their number so far; 0 once this is closed.
    private synchronized long awaitWork() throws InterruptedException {
        while (!closed && (foregroundRequests > 0 || notifications == handledNotifications || pauseLeft() > 0)) {
            wait(foregroundRequests > 0 ? 0 : pauseLeft());
        }
        return closed ? 0 : notifications;
    }

    /// How many milliseconds are left of the pause after the last request; 0 if none.
    private long pauseLeft() {
        long left = lastEnd.isEmpty() ? 0 : pauseNanos - (System.nanoTime() - lastEnd.getAsLong());
        return left <= 0 ? 0 : left / 1_000_000 + 1;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
