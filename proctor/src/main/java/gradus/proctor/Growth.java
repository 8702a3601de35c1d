package gradus.proctor;

import com.sun.management.ThreadMXBean;
import gradus.proctor.transcript.Event.Kind;
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

        private final int power;
        private final String words;

        Order(int power, String words) {
            this.power = power;
            this.words = words;
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // Processor time comes in steps of 15 ms there.
    private static final boolean ONLY_WALL_TIME =
            System.getProperty("os.name", "").startsWith("Windows");
    private static final double MARGIN = 0.5;
    private static final int RUNS = 5;
    private static final int MEASUREMENTS = 3;
    private static final int WARM_RUNS = 10;
    private static final long LONG_ENOUGH = 200_000;
    private static final int LARGEST = 1 << 20;

    private final String call;
    private final IntFunction<Runnable> runs;
    private final boolean timed;
    private final int smallest;
    private final LongSupplier cost;

    private Growth(String call, IntFunction<Runnable> runs, boolean timed, int smallest, LongSupplier cost) {
        this.call = call;
        this.runs = runs;
        this.timed = timed;
        this.smallest = smallest;
        this.cost = cost;
    }

    /// Counts bytes, at sizes from 64.
    ///
    /// @param call the call as a learner would write it, with `n` for the size
    /// @param runs prepares an argument of a size, which is not measured, and gives the call, which is;
    ///     the call may be made several times
    public static Growth ofAllocation(String call, IntFunction<Runnable> runs) {
        return new Growth(call, runs, false, 64, Growth::allocated);
    }

    /// Measures time, at sizes from 64 and as large as needed.
    public static Growth ofTime(String call, IntFunction<Runnable> runs) {
        return ofTime(call, runs, Growth::processorTime);
    }

    /// @param clock in nanoseconds
    static Growth ofTime(String call, IntFunction<Runnable> runs, LongSupplier clock) {
        return new Growth(call, runs, true, 64, clock);
    }

    /// For calls that are slow at a size of 64 already.
    public Growth from(int size) {
        return new Growth(call, runs, timed, size, cost);
    }

    /// That the cost grows at most like `order`.
    ///
    /// @return the power of the size that was measured
    public double atMost(Order order, String why) {
        for (int i = 1; ; i++) {
            int size = timed ? longEnough() : smallest;
            int[] sizes = {size, 2 * size, 4 * size};
            double[] costs = least(sizes);
            double power = Math.log(costs[2] / costs[0]) / Math.log(4);
            if (power <= order.power + MARGIN) {
                return power;
            }
            if (!timed || i == MEASUREMENTS) {
                throw failed(order, power, sizes, costs, why);
            }
        }
    }

    /// That a call allocates at most so many bytes, once its classes are loaded.
    public static void allocatesAtMost(String call, long bytes, Runnable body, String why) {
        var growth = new Growth(call, _ -> body, false, 1, Growth::allocated);
        long got = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            got = Math.min(got, growth.once(body));
        }
        if (got > bytes) {
            throw Mismatch.of(
                    Kind.MISMATCH,
                    "what " + call + " allocates",
                    bytes == 0 ? "nothing" : "at most " + bytes + " bytes",
                    got + " bytes",
                    why,
                    List.of("allocates"));
        }
    }

    /// The least cost at each size. The sizes take turns, so that a compiler that gets to work
    /// meanwhile, or another program, serves all of them alike.
    private double[] least(int... sizes) {
        Runnable[] bodies = new Runnable[sizes.length];
        double[] costs = new double[sizes.length];
        for (int s = 0; s < sizes.length; s++) {
            bodies[s] = runs.apply(sizes[s]);
            costs[s] = Double.MAX_VALUE;
        }
        for (int i = 0; i < RUNS; i++) {
            for (int s = 0; s < sizes.length; s++) {
                costs[s] = Math.max(1, Math.min(costs[s], once(bodies[s])));
            }
        }
        return costs;
    }

    /// The size at which a run takes long enough, when it has been run so often that it is compiled.
    private int longEnough() {
        int size = smallest;
        for (int i = 0; size < LARGEST && i < WARM_RUNS; i++) {
            if (once(runs.apply(size)) < LONG_ENOUGH) {
                size *= 2;
                i = 0;
            }
        }
        return size;
    }

    private long once(Runnable body) {
        long before = cost.getAsLong();
        run(body);
        return cost.getAsLong() - before;
    }

    private void run(Runnable body) {
        try {
            body.run();
        } catch (Mismatch | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            throw Mismatch.thrown(call, "", e, "");
        }
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    private static long processorTime() {
        return ONLY_WALL_TIME ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
    }

    private Mismatch failed(Order order, double power, int[] sizes, double[] costs, String why) {
        var got = new StringBuilder();
        for (int i = 0; i < sizes.length; i++) {
            got.append(i == 0 ? "" : ", ")
                    .append(timed ? Digits.three(costs[i] / 1e6) + " ms" : (long) costs[i] + " bytes");
        }
        got.append(" for n = ")
                .append(sizes[0])
                .append(", ")
                .append(sizes[1])
                .append(", ")
                .append(sizes[2]);
        got.append(": ").append(Digits.three(Math.pow(2, power))).append(" times as much at each doubling");
        return Mismatch.of(
                Kind.MISMATCH,
                (timed ? "the time of " : "what ") + call + (timed ? "" : " allocates"),
                "a cost that grows " + (order == Order.CONSTANT ? "" : "at most ") + order.words,
                got.toString(),
                why,
                List.of(timed ? "too-slow:" + name(power) : "allocates:" + name(power)));
    }

    private static String name(double power) {
        long whole = Math.round(power);
        return whole <= 1 ? "linear" : whole == 2 ? "quadratic" : whole == 3 ? "cubic" : "worse";
    }
}
