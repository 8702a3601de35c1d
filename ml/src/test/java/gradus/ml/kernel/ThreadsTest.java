package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.kernel.Kernel.Job;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kernel gives the same bits on any number of threads.
class ThreadsTest {

    private static final int TIMES = 50;

    /// Work that is large enough for several threads; each call repeats it.
    private record Work(String name, Supplier<int[]> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Work> everyKernel() {
        Stream<Work> kernels = AllKernels.list().map(kernel -> work(kernel, 283, 257));
        Stream<Work> products = Stream.of(
                        new int[] {131, 130, 129},
                        new int[] {33, 300, 257},
                        new int[] {9, 300, 1100},
                        new int[] {1, 5000, 17},
                        new int[] {1, 300, 2000},
                        new int[] {3000, 40, 1})
                .flatMap(s -> Stream.of(floats(s[0], s[1], s[2]), doubles(s[0], s[1], s[2])));
        return Stream.of(kernels, products, reductions(), Stream.of(attention()))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("everyKernel")
    void theBitsAreTheSameWithOneThreadAndWithManyAndInsideAStreamAndEveryTime(Work work) {
        int[] alone = Threads.singleThreaded(work.work::get);
        for (int i = 0; i < TIMES; i++) {
            assertThat(different(work.work.get(), alone)).as("time %d", i).isEmpty();
        }
        List<List<Integer>> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> different(work.work.get(), alone))
                .toList();
        assertThat(together).allSatisfy(indices -> assertThat(indices).isEmpty());
    }

    /// Up to ten indices where the bits differ.
    private static List<Integer> different(int[] bits, int[] others) {
        return Arrays.equals(bits, others)
                ? List.of()
                : IntStream.range(0, bits.length)
                        .filter(i -> bits[i] != others[i])
                        .limit(10)
                        .boxed()
                        .toList();
    }

    private static Work work(Kernel kernel, int rows, int columns) {
        Job job = kernel.job(rows, columns, kernel.adds(), 1);
        return new Work(kernel + " of (" + rows + ", " + columns + ")", () -> {
            Job copy = job.copy();
            kernel.entryPoint().run(copy);
            return bits(copy.out().stream().map(Zone::array).toArray(float[][]::new));
        });
    }

    private static Work floats(int m, int k, int n) {
        Random random = new Random(7);
        FloatView a = FloatView.of(Zone.random(random, m * k, -1, 1), m, k);
        FloatView b = FloatView.of(Zone.random(random, k * n, -1, 1), k, n);
        return new Work("float product " + m + " " + k + " " + n, () -> {
            float[] c = new float[m * n];
            Gemm.multiply(a, b, FloatView.of(c, m, n), false);
            return bits(c);
        });
    }

    private static Work doubles(int m, int k, int n) {
        Random random = new Random(7);
        DoubleView a = DoubleView.of(random.doubles((long) m * k).toArray(), m, k);
        DoubleView b = DoubleView.of(random.doubles((long) k * n).toArray(), k, n);
        return new Work("double product " + m + " " + k + " " + n, () -> {
            double[] c = new double[m * n];
            Gemm.multiply(a, b, DoubleView.of(c, m, n), false);
            return bits(c);
        });
    }

    private static Stream<Work> reductions() {
        float[] x = Zone.random(new Random(8), 200_001, -1, 1);
        return Stream.of(
                new Work("sum", () -> bits(new double[] {Reductions.sum(x, 1, 200_000)})),
                new Work("sumOfSquares", () -> bits(new double[] {Reductions.sumOfSquares(x, 1, 200_000)})),
                new Work("max", () -> bits(new float[] {Reductions.max(x, 1, 200_000)})));
    }

    private static Work attention() {
        Random random = new Random(9);
        Supplier<HeadsView> heads =
                () -> new HeadsView(Zone.random(random, 6 * 33 * 20, -1, 1), 0, 2, 3, 33, 20, 1980, 660, 20);
        HeadsView q = heads.get();
        HeadsView k = heads.get();
        HeadsView v = heads.get();
        return new Work("attention", () -> {
            float[] weights = new float[6 * 33 * 33];
            List<HeadsView> made = Stream.generate(
                            () -> new HeadsView(new float[q.data().length], 0, 2, 3, 33, 20, 1980, 660, 20))
                    .limit(4)
                    .toList();
            Attention.forward(q, k, v, true, weights, made.getFirst());
            Attention.backward(q, k, v, weights, made.getFirst(), made.get(1), made.get(2), made.get(3));
            return bits(
                    weights,
                    made.getFirst().data(),
                    made.get(1).data(),
                    made.get(2).data(),
                    made.get(3).data());
        });
    }

    private static int[] bits(float[]... arrays) {
        int[] bits = new int[Arrays.stream(arrays).mapToInt(x -> x.length).sum()];
        int at = 0;
        for (float[] x : arrays) {
            for (float number : x) {
                bits[at++] = Float.floatToRawIntBits(number);
            }
        }
        return bits;
    }

    private static int[] bits(double[] x) {
        int[] bits = new int[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            long both = Double.doubleToRawLongBits(x[i]);
            bits[2 * i] = (int) both;
            bits[2 * i + 1] = (int) (both >>> 32);
        }
        return bits;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 99, 1001})
    void rangesCoverEveryIndexOnce(int n) {
        AtomicIntegerArray seen = new AtomicIntegerArray(n);
        Threads.parallelRanges(n, 10, (from, to) -> IntStream.range(from, to).forEach(seen::incrementAndGet));

        assertThat(IntStream.range(0, n).map(seen::get)).allMatch(times -> times == 1);
    }

    @Test
    void singleThreadedWorkRunsInTheCallingThread() {
        Thread asking = Thread.currentThread();
        boolean alone = Threads.singleThreaded(() -> {
            boolean[] same = new boolean[100];
            Threads.parallelFor(100, i -> same[i] = Thread.currentThread() == asking && Threads.targetChunks() == 1);
            return IntStream.range(0, 100).allMatch(i -> same[i]);
        });
        Threads.singleThreaded(() -> assertThat(Threads.targetChunks()).isEqualTo(1));

        assertThat(alone).isTrue();
        assertThat(Threads.targetChunks()).isGreaterThan(1);
    }
}
