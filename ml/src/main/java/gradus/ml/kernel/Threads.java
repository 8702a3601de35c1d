package gradus.ml.kernel;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How many threads the kernels use: all processors, or one.
///
/// Work is cut into pieces by its size, never by the number of processors, and what the pieces give is put
/// together in their order. So results are the same to the last bit on any number of threads.
///
/// The system property `gradus.threads=1` is for a whole program, [#one] for a piece of it.
public final class Threads {

    private static final int WORTH_SHARING = 12;

    private static final boolean ONE = "1".equals(System.getProperty("gradus.threads"));
    private static final ScopedValue<Boolean> ALONE = ScopedValue.newInstance();

    private Threads() {}

    /// Runs `work` with one thread, this one, and gives what it gives.
    public static <T> T one(Supplier<T> work) {
        return ScopedValue.where(ALONE, true).call(work::get);
    }

    /// Runs `work` with one thread, this one.
    public static void one(Runnable work) {
        ScopedValue.where(ALONE, true).run(work);
    }

    /// How many pieces of one size keep everybody busy.
    static int wanted() {
        return ONE || ALONE.isBound() ? 1 : 2 * Runtime.getRuntime().availableProcessors();
    }

    /// Does the pieces from 0 to n - 1, several at a time and in any order.
    ///
    /// Streams of the common pool: nobody spins, so a busy machine makes this slower by its share and no
    /// more.
    static void each(int pieces, IntConsumer piece) {
        if (pieces == 1) {
            piece.accept(0);
        } else if (ONE || ALONE.isBound()) {
            for (int i = 0; i < pieces; i++) {
                piece.accept(i);
            }
        } else {
            IntStream.range(0, pieces).parallel().forEach(piece);
        }
    }

    /// Does the numbers from 0 to n - 1 in runs of `run`, the last of which may be shorter. A few runs are
    /// done by this thread, in order: to wake another takes as long.
    static void runs(int n, int run, Run work) {
        int pieces = Math.max(1, (n + run - 1) / run);
        if (pieces < WORTH_SHARING) {
            for (int i = 0; i < pieces; i++) {
                work.from(i * run, Math.min(n, (i + 1) * run));
            }
        } else {
            each(pieces, i -> work.from(i * run, Math.min(n, (i + 1) * run)));
        }
    }

    /// What is done with the numbers from `from` to `to - 1`.
    @FunctionalInterface
    interface Run {
        void from(int from, int to);
    }
}
