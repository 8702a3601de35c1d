package gradus.ml.kernel;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How many threads the kernels use: all processors, or one.
///
/// Work is split into chunks by its size, never by the number of processors, and the results of the chunks
/// are combined in order. So results are bitwise identical for any number of threads.
///
/// The system property `gradus.threads=1` makes a whole program single-threaded, [#singleThreaded] a block of
/// code.
public final class Threads {

    private static final int MIN_PARALLEL_CHUNKS = 12;

    private static final boolean SINGLE_THREAD_PROPERTY = "1".equals(System.getProperty("gradus.threads"));
    private static final ScopedValue<Boolean> SINGLE_THREADED = ScopedValue.newInstance();

    private Threads() {}

    /// Runs `work` in the calling thread only, and returns its result.
    public static <T> T singleThreaded(Supplier<T> work) {
        return ScopedValue.where(SINGLE_THREADED, true).call(work::get);
    }

    /// Runs `work` in the calling thread only.
    public static void singleThreaded(Runnable work) {
        ScopedValue.where(SINGLE_THREADED, true).run(work);
    }

    /// How many chunks of equal size keep all processors busy.
    static int targetChunks() {
        return SINGLE_THREAD_PROPERTY || SINGLE_THREADED.isBound()
                ? 1
                : 2 * Runtime.getRuntime().availableProcessors();
    }

    /// Calls `body` for each index from 0 to n - 1, several at a time and in any order.
    ///
    /// It uses the common fork–join pool through a parallel stream: no thread spins while it waits, so on a
    /// busy machine this only slows down in proportion.
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

    /// Splits the indices from 0 to n - 1 into ranges of `chunkSize`, of which the last may be shorter, and
    /// calls `body` for each. A few ranges are processed by the calling thread, in order, because waking
    /// another thread takes as long.
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

    /// What to do with the indices from `from` to `to - 1`.
    @FunctionalInterface
    interface RangeBody {
        void accept(int from, int to);
    }
}
