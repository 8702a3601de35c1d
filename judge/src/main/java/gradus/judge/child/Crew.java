package gradus.judge.child;

import gradus.judge.build.Breakdown;
import gradus.judge.confine.Limits;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The child JVMs that run what learners write: started ahead and warmed up while nobody waits, used once.
public final class Crew implements Backstage.Chore, AutoCloseable {

    private static final int READY = 2;
    private static final int ROUNDS = 25;

    /// So many may end by themselves until they are no longer warmed up, and as many again until none is started.
    private static final int MOST_LOST = 3;

    /// After so much warming up there is no further round: there are labs whose checks train for seconds.
    private static final Duration ENOUGH = Duration.ofMillis(1500);

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /// What a JVM needs in megabytes besides its heap, with some hundred threads.
    private static final int BESIDE_THE_HEAP = 224;

    private static final int FILES = 64;

    /// A worker that is kept does many jobs; each has its own, shorter time by the clock.
    private static final int SECONDS = 900;

    private final Starter starter;
    private final Images images;
    private final List<Worker> ready = new ArrayList<>();
    private @Nullable Worker warming;
    private @Nullable WarmUp expected;
    private int rounds = ROUNDS;
    private int lost;
    private boolean closed;

    public Crew(Starter starter, Images images) {
        this.starter = starter;
        this.images = images;
    }

    /// What the next worker will have to do, as far as one can tell.
    ///
    /// @param key changes with the job
    /// @param job the job with the library's own classes
    public record WarmUp(String key, int megabytes, Job job) {}

    /// Whether the operating system confines the workers.
    public boolean confines() {
        return starter.confines();
    }

    /// Says what comes next.
    public synchronized void expect(WarmUp next) {
        if (expected == null || !expected.key().equals(next.key())) {
            expected = next;
            rounds = ROUNDS;
            lost = 0;
        }
    }

    /// What comes next, as it was last said.
    public synchronized Optional<WarmUp> expected() {
        return Optional.ofNullable(expected);
    }

    /// A worker with this much heap: the warmest that is ready, or a new one.
    public Worker take(int megabytes) {
        Worker warmest = null;
        synchronized (this) {
            if (closed) {
                throw new Breakdown("the judge has been closed");
            }
            lost = 0;
            String key = expected == null ? "" : expected.key();
            for (Worker worker : ready) {
                boolean fits = worker.megabytes() == megabytes && worker.isAlive();
                if (fits && (warmest == null || worker.warmth(key) > warmest.warmth(key))) {
                    warmest = worker;
                }
            }
            ready.remove(warmest);
        }
        return warmest == null ? start(megabytes) : warmest;
    }

    /// Takes back a worker that was never given a job.
    public void giveBack(Worker unused) {
        if (!keep(unused)) {
            unused.close();
        }
    }

    private synchronized boolean keep(Worker worker) {
        return !closed && ready.size() < READY && ready.add(worker);
    }

    private Worker start(int megabytes) {
        var limits = new Limits(megabytes + BESIDE_THE_HEAP, FILES, SECONDS);
        return new Worker(starter.start(images.worker(megabytes), limits), megabytes, starter.confines());
    }

    /// Replaces a worker that is gone or does not fit, starts one that is missing, or warms one up a little more.
    @Override
    public boolean step() {
        WarmUp next;
        Worker worker;
        synchronized (this) {
            next = expected;
            if (closed || next == null) {
                return false;
            }
            ready.removeIf(one -> !fits(one, next));
            worker = ready.stream()
                    .filter(one -> one.warmth(next.key()) < rounds)
                    .findFirst()
                    .orElse(null);
            ready.remove(worker);
            warming = worker;
            if (worker == null && (ready.size() >= READY || lost >= 2 * MOST_LOST)) {
                return false;
            }
        }
        try {
            Worker chosen = worker == null ? start(next.megabytes()) : worker;
            if (begins(chosen)) {
                warmUp(chosen, next);
            }
            return true;
        } catch (Breakdown e) {
            // Who needs a worker will be told.
            return false;
        } finally {
            ends();
        }
    }

    /// From here on [#close] ends it too.
    private synchronized boolean begins(Worker worker) {
        if (closed) {
            worker.close();
            return false;
        }
        warming = worker;
        return true;
    }

    private synchronized void ends() {
        warming = null;
    }

    private boolean fits(Worker worker, WarmUp next) {
        if (worker.isAlive() && worker.megabytes() == next.megabytes()) {
            return true;
        }
        lost += worker.isAlive() ? 0 : 1;
        suspect(worker);
        worker.close();
        return false;
    }

    private void warmUp(Worker worker, WarmUp next) {
        if (rounds() == 0) {
            giveBack(worker);
            return;
        }
        if (!worker.warmUp(next.key(), next.job(), LIMIT)) {
            boolean gone = !worker.isAlive();
            suspect(worker);
            worker.close();
            if (!gone || lost() >= MOST_LOST) {
                limit(next, 0);
            }
        } else {
            if (worker.warmedFor().compareTo(ENOUGH) > 0) {
                limit(next, worker.warmth(next.key()));
            }
            giveBack(worker);
        }
    }

    /// What never got as far as a first word may have been started from a damaged image.
    public void suspect(Worker worker) {
        if (worker.neverBegan()) {
            images.doubt();
        }
    }

    private synchronized int lost() {
        return ++lost;
    }

    private synchronized int rounds() {
        return rounds;
    }

    private synchronized void limit(WarmUp next, int most) {
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
