package gradus.proctor.assertions;

import com.sun.management.ThreadMXBean;
import gradus.proctor.failure.AssertionCount;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.SignificantDigits;
import gradus.proctor.transcript.Event.FailureKind;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Order of growth: how the cost of a call grows with the size n of its argument. The cost is either the
/// bytes that the call allocates, counted exactly, or its time. A power law n^p is fitted to the costs at
/// sizes n, 2n and 4n. Up to half above the allowed exponent passes: 1.5 separates linear from quadratic, and
/// n·log n counts as linear.
///
/// ```java
/// Growth.ofAllocation("Words.join(n words)", n -> joining(words(n))).atMost(LINEAR, "…");
/// ```
///
/// Time is CPU time of the calling thread, the minimum of several runs, at sizes large enough to measure.
/// Before a call is reported as too slow, it is measured three times.
public final class Growth {

    /// The orders of growth that a check can allow.
    public enum Order {
        CONSTANT(0, "constant, O(1)"),
        LINEAR(1, "at most linear, O(n)"),
        QUADRATIC(2, "at most quadratic, O(n²)"),
        CUBIC(3, "at most cubic, O(n³)");

        private final int exponent;
        private final String description;

        Order(int exponent, String description) {
            this.exponent = exponent;
            this.description = description;
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // CPU time has a resolution of 15 ms there.
    private static final boolean ONLY_WALL_TIME =
            System.getProperty("os.name", "").startsWith("Windows");
    private static final double EXPONENT_MARGIN = 0.5;
    private static final int REPETITIONS = 5;
    private static final int MEASUREMENTS = 3;
    private static final int WARMUP_RUNS = 10;
    private static final long MIN_NANOS = 200_000;
    private static final int MAX_SIZE = 1 << 20;

    private final String call;
    private final IntFunction<Runnable> workload;
    private final boolean timed;
    private final int smallest;
    private final LongSupplier cost;

    private Growth(String call, IntFunction<Runnable> workload, boolean timed, int smallest, LongSupplier cost) {
        this.call = call;
        this.workload = workload;
        this.timed = timed;
        this.smallest = smallest;
        this.cost = cost;
    }

    /// Measures the growth of allocated bytes, at sizes from 64.
    ///
    /// @param call the call as a learner would write it, with `n` for the size
    /// @param workload prepares an argument of a given size, which isn't measured, and returns the call,
    ///     which is measured; the call may run several times
    public static Growth ofAllocation(String call, IntFunction<Runnable> workload) {
        return new Growth(call, workload, false, 64, Growth::allocatedBytes);
    }

    /// Measures the growth of time, at sizes from 64 and as large as needed.
    public static Growth ofTime(String call, IntFunction<Runnable> workload) {
        return ofTime(call, workload, Growth::cpuTime);
    }

    /// The same with another clock, for tests.
    ///
    /// @param clock in nanoseconds
    static Growth ofTime(String call, IntFunction<Runnable> workload, LongSupplier clock) {
        return new Growth(call, workload, true, 64, clock);
    }

    /// Starts at another size than 64, for calls that are slow at 64 already.
    public Growth startingAt(int size) {
        CheckFault.requireWithin("the size to start at", size, 1, MAX_SIZE, "from 1 to " + MAX_SIZE);
        return new Growth(call, workload, timed, size, cost);
    }

    /// Asserts that the cost grows at most like `order`.
    ///
    /// @return the fitted exponent
    public double atMost(Order order, String why) {
        for (int i = 1; ; i++) {
            int size = timed ? measurableSize() : smallest;
            int[] sizes = {size, 2 * size, 4 * size};
            double[] costs = minimumCosts(sizes);
            double exponent = Math.log(costs[2] / costs[0]) / Math.log(4);
            if (exponent <= order.exponent + EXPONENT_MARGIN) {
                return exponent;
            }
            if (!timed || i == MEASUREMENTS) {
                throw failed(order, exponent, sizes, costs, why);
            }
        }
    }

    /// Asserts that a call allocates at most `bytes`, once its classes are loaded.
    public static void allocatesAtMost(String call, long bytes, Runnable body, String why) {
        if (bytes < 0) {
            throw new CheckFault("the bytes that a call may allocate must be at least 0, and are " + bytes);
        }
        var measurement = new Growth(call, _ -> body, false, 1, Growth::allocatedBytes);
        long got = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            got = Math.min(got, measurement.measureOnce(body));
        }
        if (got > bytes) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    "the memory that " + call + " allocates",
                    bytes == 0 ? "nothing" : "at most " + bytes + " bytes",
                    got + " bytes",
                    why,
                    List.of("allocates"));
        }
    }

    /// The minimum cost at each size. The sizes take turns, so that JIT compilation and other programs affect
    /// all sizes equally.
    private double[] minimumCosts(int... sizes) {
        Runnable[] bodies = new Runnable[sizes.length];
        double[] costs = new double[sizes.length];
        for (int s = 0; s < sizes.length; s++) {
            bodies[s] = workload.apply(sizes[s]);
            costs[s] = Double.MAX_VALUE;
        }
        for (int i = 0; i < REPETITIONS; i++) {
            for (int s = 0; s < sizes.length; s++) {
                costs[s] = Math.max(1, Math.min(costs[s], measureOnce(bodies[s])));
            }
        }
        return costs;
    }

    /// The smallest size at which a compiled run takes at least [#MIN_NANOS], or [#MAX_SIZE]. Warms the code
    /// up.
    private int measurableSize() {
        int size = smallest;
        for (int i = 0; size < MAX_SIZE && i < WARMUP_RUNS; i++) {
            if (measureOnce(workload.apply(size)) < MIN_NANOS) {
                size *= 2;
                i = 0;
            }
        }
        return size;
    }

    private long measureOnce(@Nullable Runnable body) {
        if (body == null) {
            throw new CheckFault("the workload of " + call + " gave null instead of a call");
        }
        long before = cost.getAsLong();
        run(body);
        long after = cost.getAsLong();
        if (before < 0 || after < before) {
            throw new CheckFault("this JVM doesn't measure the cost of " + call);
        }
        return after - before;
    }

    private void run(Runnable body) {
        AssertionCount.add();
        try {
            body.run();
        } catch (Throwable e) {
            AssertionFailure.passOn(e);
            throw AssertionFailure.ofThrowable(call, "", e, "");
        }
    }

    private static long allocatedBytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static long cpuTime() {
        return ONLY_WALL_TIME ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
    }

    private AssertionFailure failed(Order order, double exponent, int[] sizes, double[] costs, String why) {
        var got = new StringBuilder();
        for (int i = 0; i < sizes.length; i++) {
            got.append(i == 0 ? "" : ", ")
                    .append(timed ? SignificantDigits.three(costs[i] / 1e6) + " ms" : (long) costs[i] + " bytes");
        }
        got.append(" for n = ")
                .append(sizes[0])
                .append(", ")
                .append(sizes[1])
                .append(", ")
                .append(sizes[2]);
        got.append(": ")
                .append(SignificantDigits.three(Math.pow(2, exponent)))
                .append(" times as much for each doubling of n");
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                timed ? "the time of " + call : "the memory that " + call + " allocates",
                "a cost that is " + order.description,
                got.toString(),
                why,
                List.of(timed ? "too-slow:" + growthName(exponent) : "allocates:" + growthName(exponent)));
    }

    private static String growthName(double exponent) {
        long rounded = Math.round(exponent);
        return rounded <= 1 ? "linear" : rounded == 2 ? "quadratic" : rounded == 3 ? "cubic" : "worse";
    }
}
