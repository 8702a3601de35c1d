package gradus.judge.process;

import gradus.judge.sandbox.ResourceLimits;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The child JVMs that run what learners write: started ahead and warmed up while nobody waits, used once.
public final class WorkerPool implements BackgroundTasks.Task, AutoCloseable {

    private static final int MAX_READY = 2;
    private static final int WARM_UP_ROUNDS = 25;

    /// So many may end by themselves until they are no longer warmed up, and as many again until none is
    /// started.
    private static final int MAX_LOST = 3;

    /// After so much warming up there is no further round: there are labs whose checks train for seconds.
    private static final Duration MAX_WARM_UP_TIME = Duration.ofMillis(1500);

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /// What a JVM needs in megabytes besides its heap, with some hundred threads.
    private static final int NON_HEAP_MEGABYTES = 224;

    private static final int MAX_OPEN_FILES = 64;

    /// A worker that is kept does many jobs; each has its own, shorter time by the clock.
    private static final int CPU_SECONDS = 900;

    private final JvmStarter jvmStarter;
    private final RuntimeImages runtimeImages;
    private final List<Worker> ready = new ArrayList<>();
    private @Nullable Worker warming;
    private @Nullable WarmUpJob expected;
    private int rounds = WARM_UP_ROUNDS;
    private int lost;
    private boolean closed;

    public WorkerPool(JvmStarter jvmStarter, RuntimeImages runtimeImages) {
        this.jvmStarter = jvmStarter;
        this.runtimeImages = runtimeImages;
    }

    /// What the next worker will have to do, as far as one can tell.
    ///
    /// @param key changes with the job
    /// @param job the job with the library's own classes
    public record WarmUpJob(String key, int megabytes, Job job) {}

    /// Whether the operating system confines the workers.
    public boolean isSandboxed() {
        return jvmStarter.isSandboxed();
    }

    /// Says what comes next.
    public synchronized void prepareFor(WarmUpJob next) {
        if (expected == null || !expected.key().equals(next.key())) {
            expected = next;
            rounds = WARM_UP_ROUNDS;
            lost = 0;
        }
    }

    /// What comes next, as it was last said.
    public synchronized Optional<WarmUpJob> expected() {
        return Optional.ofNullable(expected);
    }

    /// A worker with this much heap: the warmest that is ready, or a new one.
    public Worker acquire(int megabytes) {
        Worker warmest = null;
        synchronized (this) {
            if (closed) {
                throw new JudgeException("the judge has been closed");
            }
            lost = 0;
            String key = expected == null ? "" : expected.key();
            for (Worker worker : ready) {
                boolean fits = worker.megabytes() == megabytes && worker.isAlive();
                if (fits && (warmest == null || worker.warmUpRounds(key) > warmest.warmUpRounds(key))) {
                    warmest = worker;
                }
            }
            ready.remove(warmest);
        }
        return warmest == null ? start(megabytes) : warmest;
    }

    /// Takes back a worker that was never given a job.
    public void release(Worker unused) {
        if (!keep(unused)) {
            unused.close();
        }
    }

    private synchronized boolean keep(Worker worker) {
        return !closed && ready.size() < MAX_READY && ready.add(worker);
    }

    private Worker start(int megabytes) {
        var resourceLimits = new ResourceLimits(megabytes + NON_HEAP_MEGABYTES, MAX_OPEN_FILES, CPU_SECONDS);
        return new Worker(
                jvmStarter.start(runtimeImages.workerCommand(megabytes), resourceLimits),
                megabytes,
                jvmStarter.isSandboxed());
    }

    /// Replaces a worker that is gone or does not fit, starts one that is missing, or warms one up a little
    /// more.
    @Override
    public boolean runStep() {
        WarmUpJob next;
        Worker worker;
        synchronized (this) {
            next = expected;
            if (closed || next == null) {
                return false;
            }
            ready.removeIf(one -> !fits(one, next));
            worker = ready.stream()
                    .filter(one -> one.warmUpRounds(next.key()) < rounds)
                    .findFirst()
                    .orElse(null);
            ready.remove(worker);
            warming = worker;
            if (worker == null && (ready.size() >= MAX_READY || lost >= 2 * MAX_LOST)) {
                return false;
            }
        }
        try {
            Worker chosen = worker == null ? start(next.megabytes()) : worker;
            if (startWarming(chosen)) {
                warmUp(chosen, next);
            }
            return true;
        } catch (JudgeException e) {
            // Who needs a worker will be told.
            return false;
        } finally {
            stopWarming();
        }
    }

    /// From here on [#close] ends it too.
    private synchronized boolean startWarming(Worker worker) {
        if (closed) {
            worker.close();
            return false;
        }
        warming = worker;
        return true;
    }

    private synchronized void stopWarming() {
        warming = null;
    }

    private boolean fits(Worker worker, WarmUpJob next) {
        if (worker.isAlive() && worker.megabytes() == next.megabytes()) {
            return true;
        }
        lost += worker.isAlive() ? 0 : 1;
        reportFailedStart(worker);
        worker.close();
        return false;
    }

    private void warmUp(Worker worker, WarmUpJob next) {
        if (rounds() == 0) {
            release(worker);
            return;
        }
        if (!worker.warmUp(next.key(), next.job(), LIMIT)) {
            boolean gone = !worker.isAlive();
            reportFailedStart(worker);
            worker.close();
            if (!gone || countLost() >= MAX_LOST) {
                limitRounds(next, 0);
            }
        } else {
            if (worker.warmUpTime().compareTo(MAX_WARM_UP_TIME) > 0) {
                limitRounds(next, worker.warmUpRounds(next.key()));
            }
            release(worker);
        }
    }

    /// What never got as far as a first word may have been started from a damaged image.
    public void reportFailedStart(Worker worker) {
        if (worker.failedToStart()) {
            runtimeImages.discard();
        }
    }

    private synchronized int countLost() {
        return ++lost;
    }

    private synchronized int rounds() {
        return rounds;
    }

    private synchronized void limitRounds(WarmUpJob next, int most) {
        if (next.equals(expected)) {
            rounds = Math.min(rounds, most);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        ready.forEach(Worker::close);
        ready.clear();
        if (warming != null) {
            warming.close();
        }
    }
}
