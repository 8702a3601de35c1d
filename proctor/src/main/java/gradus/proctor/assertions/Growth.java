package gradus.proctor.assertions;

import com.sun.management.ThreadMXBean;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.format.SignificantDigits;
import gradus.proctor.transcript.Event.FailureKind;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/// How the cost of a call grows with the size of its argument: bytes that it allocates, which are
/// counted exactly, or time. The cost at doubling sizes is fitted by a power of the size; a power of at
/// most half a step above what is allowed passes, so 1.5 parts linear from quadratic, and n·log n counts
/// as linear.
///
/// ```java
/// Growth.ofAllocation("Words.join(n words)", n -> joining(words(n))).atMost(LINEAR, "…");
/// ```
///
/// Time is processor time of the calling thread, the least of several runs, at sizes that take long
/// enough; and what seems too slow is measured three times before it is said.
public final class Growth {

    /// A power of the size.
    public enum Order {
        CONSTANT(0, "not at all"),
        LINEAR(1, "in proportion to the size"),
        QUADRATIC(2, "with the square of the size"),
        CUBIC(3, "with the cube of the size");

        private final int exponent;
        private final String description;

        Order(int exponent, String description) {
            this.exponent = exponent;
            this.description = description;
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // Processor time comes in steps of 15 ms there.
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

    /// Counts bytes, at sizes from 64.
    ///
    /// @param call the call as a learner would write it, with `n` for the size
    /// @param workload prepares an argument of a size, which is not measured, and gives the call, which is;
    ///     the call may be made several times
    public static Growth ofAllocation(String call, IntFunction<Runnable> workload) {
        return new Growth(call, workload, false, 64, Growth::allocatedBytes);
    }

    /// Measures time, at sizes from 64 and as large as needed.
    public static Growth ofTime(String call, IntFunction<Runnable> workload) {
        return ofTime(call, workload, Growth::cpuTime);
    }

    /// @param clock in nanoseconds
    static Growth ofTime(String call, IntFunction<Runnable> workload, LongSupplier clock) {
        return new Growth(call, workload, true, 64, clock);
    }

    /// For calls that are slow at a size of 64 already.
    public Growth startingAt(int size) {
        return new Growth(call, workload, timed, size, cost);
    }

    /// That the cost grows at most like `order`.
    ///
    /// @return the power of the size that was measured
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

    /// That a call allocates at most so many bytes, once its classes are loaded.
    public static void allocatesAtMost(String call, long bytes, Runnable body, String why) {
        var measurement = new Growth(call, _ -> body, false, 1, Growth::allocatedBytes);
        long got = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            got = Math.min(got, measurement.measureOnce(body));
        }
        if (got > bytes) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    "what " + call + " allocates",
                    bytes == 0 ? "nothing" : "at most " + bytes + " bytes",
                    got + " bytes",
                    why,
                    List.of("allocates"));
        }
    }

    /// The least cost at each size. The sizes take turns, so that a compiler that gets to work
    /// meanwhile, or another program, serves all of them alike.
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

    /// The size at which a run takes long enough, when it has been run so often that it is compiled.
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

    private long measureOnce(Runnable body) {
        long before = cost.getAsLong();
        run(body);
        return cost.getAsLong() - before;
    }

    private void run(Runnable body) {
        try {
            body.run();
        } catch (AssertionFailure | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
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
                .append(" times as much at each doubling");
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                (timed ? "the time of " : "what ") + call + (timed ? "" : " allocates"),
                "a cost that grows " + (order == Order.CONSTANT ? "" : "at most ") + order.description,
                got.toString(),
                why,
                List.of(timed ? "too-slow:" + growthName(exponent) : "allocates:" + growthName(exponent)));
    }

    private static String growthName(double exponent) {
        long rounded = Math.round(exponent);
        return rounded <= 1 ? "linear" : rounded == 2 ? "quadratic" : rounded == 3 ? "cubic" : "worse";
    }
}
