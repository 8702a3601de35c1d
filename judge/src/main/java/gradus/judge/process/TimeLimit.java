package gradus.judge.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How long a child may take from now on: so much processor time of its own, because other programs on the machine
/// must not take any of it; and behind that a clock, because a child that waits uses none.
///
/// The clock of a busy machine is [#PATIENCE] times the limit. A child that only waits, and doesn't ask for a
/// processor, is found out sooner.
public final class TimeLimit {

    /// How often the time of the limit passes on the clock before even a starving child is stopped.
    public static final int PATIENCE = 4;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final long SHORTEST_PAUSE = 10_000_000;
    private static final long LONGEST_PAUSE = 250_000_000;

    /// The pause between two looks at whether the child could run.
    private static final long LOOK_PAUSE = 20_000_000;

    /// After this many looks, a child that could hardly ever run is waiting.
    private static final int ENOUGH_LOOKS = 10;

    private final Optional<ProcessUsage> child;
    private final long limit;
    private final LongSupplier nanoTime;
    private final long start;
    private final long usedBefore;
    private long overdueFrom = -1;
    private long queuedBefore;
    private long nextLook;
    private int looks;
    private int runnable;
    private boolean onlyWaiting;

    private TimeLimit(Optional<ProcessUsage> child, Duration limit, LongSupplier nanoTime) {
        this.child = child;
        this.limit = limit.toNanos();
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.usedBefore = child.flatMap(ProcessUsage::processorNanos).orElse(0L);
        this.nextLook = start + (child.isPresent() ? pause(0, 0) : this.limit);
    }

    /// Only the clock counts.
    public static TimeLimit clock(Duration limit) {
        return new TimeLimit(Optional.empty(), limit, System::nanoTime);
    }

    /// The processor time of `process` counts, of all its threads together.
    static TimeLimit processorTime(Process process, Duration limit) {
        return processorTime(ProcessUsage.of(process), limit, System::nanoTime);
    }

    /// @param nanoTime the clock
    static TimeLimit processorTime(ProcessUsage usage, Duration limit, LongSupplier nanoTime) {
        return new TimeLimit(Optional.of(usage), limit, nanoTime);
    }

    /// Whether the child has had its time.
    ///
    /// @throws MachineBusyException if it never got its time, because other programs had the processors
    boolean isExceeded() {
        long now = nanoTime.getAsLong();
        if (now < nextLook) {
            return false;
        }
        return child.isPresent() ? isExceeded(child.get(), now - start) : isExceeded(now - start);
    }

    /// Whether the child has had its time without using most of it.
    boolean isOnlyWaiting() {
        return onlyWaiting;
    }

    /// How long to wait before [#isExceeded] can say anything new, in nanoseconds.
    long pauseNanos() {
        return Math.clamp(nextLook - nanoTime.getAsLong(), 0, LONGEST_PAUSE);
    }

    private boolean isExceeded(long elapsed) {
        nextLook = start + limit;
        return elapsed >= limit;
    }

    private boolean isExceeded(ProcessUsage process, long elapsed) {
        long used = process.processorNanos().orElse(usedBefore) - usedBefore;
        nextLook = start + elapsed + pause(used, elapsed);
        if (used >= limit || elapsed < limit) {
            return used >= limit;
        }
        if (overdueFrom < 0) {
            overdueFrom = elapsed;
            queuedBefore = process.queuedNanos().orElse(0L);
        }
        Optional<Boolean> couldRun = process.isRunnable();
        looks += couldRun.isPresent() ? 1 : 0;
        runnable += couldRun.orElse(false) ? 1 : 0;
        boolean waits = looks >= ENOUGH_LOOKS && runnable <= looks / 5;
        if (!waits && elapsed >= PATIENCE * limit && isStarving(process, elapsed)) {
            throw new MachineBusyException(Duration.ofNanos(elapsed));
        }
        onlyWaiting = waits || elapsed >= PATIENCE * limit;
        return onlyWaiting;
    }

    /// Whether it has waited for a processor most of the time since its limit passed on the clock. One that sleeps and
    /// wakes again and again is runnable at many a look, and has nobody to complain of.
    private boolean isStarving(ProcessUsage process, long elapsed) {
        return process.queuedNanos()
                .map(queued -> queued - queuedBefore > (elapsed - overdueFrom) / 2)
                .orElse(2 * runnable > looks);
    }

    /// The time in which a child can't have used its limit, even on all processors; but not beyond the limit on the
    /// clock, from which on it's watched closely.
    private long pause(long used, long elapsed) {
        return Math.max(SHORTEST_PAUSE, Math.min((limit - used) / PROCESSORS, Math.max(limit - elapsed, LOOK_PAUSE)));
    }
}
