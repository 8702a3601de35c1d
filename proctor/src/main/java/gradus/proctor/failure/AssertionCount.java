package gradus.proctor.failure;

import java.util.concurrent.atomic.AtomicLong;

/// Counts assertions, so that a check which made none, as after a loop over nothing, can't pass.
public final class AssertionCount {

    private static final AtomicLong COUNT = new AtomicLong();

    private AssertionCount() {}

    public static void add() {
        COUNT.incrementAndGet();
    }

    /// How many assertions have been made since the JVM started.
    public static long total() {
        return COUNT.get();
    }
}
