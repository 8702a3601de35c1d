package gradus.judge.process;

import gradus.judge.sandbox.ResourceLimits;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A pool of child JVMs that run learners' code. They are started and warmed up in advance, and used once; again only
/// by callers who know that a job has left nothing behind.
public final class WorkerPool implements BackgroundTasks.Task, AutoCloseable {

    private static final int MAX_READY = 2;

    /// More rounds make verdicts only a few percent faster.
    private static final int WARM_UP_ROUNDS = 8;

    /// A JVM that has loaded the classes of many jobs becomes slower.
    private static final int MAX_USES = 16;

    /// After this many workers ended by themselves, warming up stops; after twice as many, starting in
    /// advance does.
    private static final int MAX_LOST = 3;

    /// No further warm-up round after this long: the checks of some labs train for seconds.
    private static final Duration MAX_WARM_UP_TIME = Duration.ofMillis(1500);

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /// The megabytes that a JVM with some hundred threads needs besides its heap.
    private static final int NON_HEAP_MEGABYTES = 224;

    /// The megabytes that the optimising compiler needs as well.
    private static final int COMPILER_MEGABYTES = 256;

    private static final int MAX_OPEN_FILES = 64;

    /// A reused worker runs many jobs; each has its own, shorter time limit.
    private static final int CPU_SECONDS = 900;

    private final JvmStarter jvmStarter;
    private final JvmStarter computeStarter;
    private final RuntimeImages runtimeImages;
    private final List<Worker> ready = new ArrayList<>();
    private @Nullable Worker warming;
    private @Nullable WarmUpJob expected;
    private int rounds = WARM_UP_ROUNDS;
    private int lost;
    private boolean closed;

    /// A pool that starts all workers in the same way.
    public WorkerPool(JvmStarter jvmStarter, RuntimeImages runtimeImages) {
        this(jvmStarter, jvmStarter, runtimeImages);
    }

    /// @param computeStarter starts workers of the compute profile
    public WorkerPool(JvmStarter jvmStarter, JvmStarter computeStarter, RuntimeImages runtimeImages) {
        this.jvmStarter = jvmStarter;
        this.computeStarter = computeStarter;
        this.runtimeImages = runtimeImages;
    }

    /// The job that the next worker will probably get.
    ///
    /// @param key identifies the job
    /// @param job the job with the reference solution
    public record WarmUpJob(String key, int megabytes, Job job) {}

    /// Whether the workers run in a sandbox of the operating system.
    public boolean isSandboxed() {
        return jvmStarter.isSandboxed();
    }

    /// Announces the next job, so that the pool warms up for it.
    public synchronized void prepareFor(WarmUpJob next) {
        if (expected == null || !expected.key().equals(next.key())) {
            expected = next;
            rounds = WARM_UP_ROUNDS;
            lost = 0;
        }
    }

    /// A worker of the strict profile with this much heap.
    public Worker acquire(int megabytes) {
        return acquire(WorkerKind.strict(megabytes));
    }

    /// A worker of this kind that hasn't run any graded job: the warmest that's ready, or a new one.
    public Worker acquire(WorkerKind kind) {
        return acquire(kind, worker -> !worker.isUsed());
    }

    /// A worker of this kind, which may have run graded jobs that have left nothing behind; but rather one that hasn't
    /// and is warm.
    public Worker acquireAlsoUsed(WorkerKind kind) {
        return acquire(kind, _ -> true);
    }

    private Worker acquire(WorkerKind kind, Predicate<Worker> suits) {
        Optional<Worker> warmest;
        synchronized (this) {
            if (closed) {
                throw new JudgeException("the judge has been closed");
            }
            lost = 0;
            String key = expected == null ? "" : expected.key();
            warmest = ready.stream()
                    .filter(worker -> worker.kind().equals(kind) && worker.isAlive())
                    .filter(suits)
                    .max(Comparator.comparing((Worker worker) -> !worker.isUsed() && worker.warmUpRounds(key) > 0)
                            .thenComparing(Worker::isUsed)
                            .thenComparing(worker -> worker.warmUpRounds(key)));
            warmest.ifPresent(ready::remove);
        }
        return warmest.orElseGet(() -> start(kind));
    }

    /// Takes back a worker that never got a job, or whose job has left nothing behind.
    public void release(Worker worker) {
        surplusWith(worker).ifPresent(Worker::close);
    }

    /// Keeps `worker`, and returns the one that is too many then: of another kind, or used.
    private synchronized Optional<Worker> surplusWith(Worker worker) {
        if (closed || !worker.kind().isStrict() || worker.uses() >= MAX_USES) {
            return Optional.of(worker);
        }
        ready.add(worker);
        if (ready.size() <= MAX_READY) {
            return Optional.empty();
        }
        Optional<Worker> surplus = ready.stream()
                .max(Comparator.comparing((Worker one) -> !one.kind().equals(worker.kind()))
                        .thenComparing(Worker::uses));
        surplus.ifPresent(ready::remove);
        return surplus;
    }

    private Worker start(WorkerKind kind) {
        boolean computes = kind.threads().isPresent();
        int megabytes = kind.megabytes() + NON_HEAP_MEGABYTES + (computes ? COMPILER_MEGABYTES : 0);
        var resourceLimits = new ResourceLimits(
                megabytes, MAX_OPEN_FILES, CPU_SECONDS * kind.threads().orElse(1));
        JvmStarter starter = computes ? computeStarter : jvmStarter;
        return new Worker(
                starter.start(runtimeImages.workerCommand(kind), resourceLimits), kind, starter.isSandboxed());
    }

    /// Replaces workers that have ended, don't fit or are used, starts a missing one, or warms one up by another round.
    @Override
    public boolean runStep() {
        WarmUpJob next;
        Worker worker;
        Optional<Worker> replaced = Optional.empty();
        synchronized (this) {
            next = expected;
            if (closed || next == null) {
                return false;
            }
            ready.removeIf(one -> !fits(one, next));
            worker = ready.stream()
                    .filter(one -> !one.isUsed() && one.warmUpRounds(next.key()) < rounds)
                    .findFirst()
                    .orElse(null);
            ready.remove(worker);
            warming = worker;
            if (worker == null && lost >= 2 * MAX_LOST) {
                return false;
            }
            if (worker == null && ready.size() >= MAX_READY) {
                replaced = ready.stream().filter(Worker::isUsed).findFirst();
                if (replaced.isEmpty()) {
                    return false;
                }
                replaced.ifPresent(ready::remove);
            }
        }
        replaced.ifPresent(Worker::close);
        try {
            Worker chosen = worker == null ? start(WorkerKind.strict(next.megabytes())) : worker;
            if (startWarming(chosen)) {
                warmUp(chosen, next);
            }
            return true;
        } catch (JudgeException e) {
            // Whoever acquires a worker gets the exception.
            return false;
        } finally {
            stopWarming();
        }
    }

    /// Marks the worker as warming, so that [#close] closes it too.
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
        if (worker.isAlive() && worker.kind().equals(WorkerKind.strict(next.megabytes()))) {
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
            boolean ended = !worker.isAlive();
            reportFailedStart(worker);
            worker.close();
            if (!ended || countLost() >= MAX_LOST) {
                limitRounds(next, 0);
            }
        } else {
            if (worker.warmUpTime().compareTo(MAX_WARM_UP_TIME) > 0) {
                limitRounds(next, worker.warmUpRounds(next.key()));
            }
            release(worker);
        }
    }

    /// Discards the image if the worker ended before its first message: the image may be damaged.
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

    private synchronized void limitRounds(WarmUpJob next, int maximum) {
        if (next.equals(expected)) {
            rounds = Math.min(rounds, maximum);
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
