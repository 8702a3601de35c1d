package gradus.ml.kernel;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How many threads the kernels use: all processors, or one.
///
/// Work is cut into pieces by its size, never by the number of processors, and what the pieces give is put
/// together in their order. So results are the same to the last bit on any number of threads.
///
/// The system property `gradus.threads=1` is for a whole program, [#singleThreaded] for a piece of it.
public final class Threads {

    private static final int MIN_PARALLEL_CHUNKS = 12;

    private static final boolean SINGLE_THREAD_PROPERTY = "1".equals(System.getProperty("gradus.threads"));
    private static final ScopedValue<Boolean> SINGLE_THREADED = ScopedValue.newInstance();

    private Threads() {}

    /// Runs `work` with one thread, this one, and gives what it gives.
    public static <T> T singleThreaded(Supplier<T> work) {
        return ScopedValue.where(SINGLE_THREADED, true).call(work::get);
    }

    /// Runs `work` with one thread, this one.
    public static void singleThreaded(Runnable work) {
        ScopedValue.where(SINGLE_THREADED, true).run(work);
    }

    /// How many pieces of one size keep everybody busy.
    static int targetChunks() {
        return SINGLE_THREAD_PROPERTY || SINGLE_THREADED.isBound()
                ? 1
                : 2 * Runtime.getRuntime().availableProcessors();
    }

    /// Does the pieces from 0 to n - 1, several at a time and in any order.
    ///
    /// Streams of the common pool: nobody spins, so a busy machine makes this slower by its share and no
    /// more.
    static void parallelFor(int n, IntConsumer body) {
        if (n == 1) {
            body.accept(0);
        } else if (SINGLE_THREAD_PROPERTY || SINGLE_THREADED.isBound()) {
            for (int i = 0; i < n; i++) {
                body.accept(i);
            }
        } else {
            IntStream.range(0, n).parallel().forEach(body);
        }
    }

    /// Does the numbers from 0 to n - 1 in runs of `chunkSize`, the last of which may be shorter. A few runs
    /// are done by this thread, in order: to wake another takes as long.
    static void parallelRanges(int n, int chunkSize, RangeBody body) {
        int chunks = Math.max(1, (n + chunkSize - 1) / chunkSize);
        if (chunks < MIN_PARALLEL_CHUNKS) {
            for (int i = 0; i < chunks; i++) {
                body.accept(i * chunkSize, Math.min(n, (i + 1) * chunkSize));
            }
        } else {
            parallelFor(chunks, i -> body.accept(i * chunkSize, Math.min(n, (i + 1) * chunkSize)));
        }
    }

    /// What is done with the numbers from `from` to `to - 1`.
    @FunctionalInterface
    interface RangeBody {
        void accept(int from, int to);
    }
}
