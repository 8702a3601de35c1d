package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.kernel.Kernel.Job;
import gradus.ml.kernel.Kernel.Run;
import gradus.ml.kernel.Kernel.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of every kernel, at sizes and offsets that are not multiples of the vector length.
class KernelContractTest {

    private static final int[] COLUMNS = {
        0, 1, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 255, 257, 1000, 16383, 16384, 16385,
        70000
    };
    private static final int[] OFFSETS = {0, 1, 5, 13};

    /// By how much a sum of terms of about 1 may change for each of them if it is added in another order.
    private static final double U = 0x1p-22;

    static Stream<Kernel> kernels() {
        return AllKernels.list();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyKernelGivesTheBitsOfTheReferenceAndWritesNowhereElse(Kernel kernel) {
        forEveryJob(kernel, 70000, job -> {
            Job plain = job.copy();
            kernel.plain().run(plain);
            for (Run implementation : List.of(kernel.fast(), kernel.entryPoint())) {
                Job other = job.copy();
                implementation.run(other);
                assertSame(kernel, implementation, plain, other);
                String what = what(kernel, job);
                other.out().forEach(zone -> zone.assertThatTheGuardIsUntouched(what));
                for (int i = 0; i < job.in().size(); i++) {
                    assertThat(bits(other.x(i)))
                            .as("argument %d of %s", i, what)
                            .isEqualTo(bits(job.x(i)));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theResultMayBeWrittenInPlaceOfAnArgument(Kernel kernel) {
        List<Integer> indices = IntStream.range(
                        0, kernel.inPlace() ? kernel.in().size() : 0)
                .filter(i -> kernel.in().get(i).size() == Size.ALL)
                .boxed()
                .toList();
        forEveryJob(kernel, 300, job -> {
            for (int index : indices) {
                Job plain = job.startingFrom(index);
                kernel.plain().run(plain);
                for (Run implementation : List.of(kernel.plain(), kernel.fast(), kernel.entryPoint())) {
                    Job other = job.inPlaceOf(index);
                    implementation.run(other);
                    assertSame(kernel, implementation, plain, other);
                    other.out().forEach(zone -> zone.assertThatTheGuardIsUntouched(what(kernel, job)));
                }
            }
        });
    }

    private static void forEveryJob(Kernel kernel, int maxColumns, Consumer<Job> check) {
        List<int[]> shapes = new ArrayList<>(List.of(new int[] {0, 5}, new int[] {5000, 7}, new int[] {300, 257}));
        for (int columns : COLUMNS) {
            if (columns <= maxColumns) {
                shapes.add(new int[] {1, columns});
            }
            if (columns < 300) {
                shapes.add(new int[] {3, columns});
            }
        }
        for (int i = 0; i < shapes.size(); i++) {
            int[] shape = shapes.get(i);
            int offset = OFFSETS[i % OFFSETS.length];
            check.accept(kernel.job(shape[0], shape[1], false, offset));
            if (kernel.adds()) {
                check.accept(kernel.job(shape[0], shape[1], true, offset));
            }
        }
    }

    /// The bits are the same, but those of an entry point that sums chunks, which adds in another order.
    private static void assertSame(Kernel kernel, Run implementation, Job plain, Job other) {
        double units = kernel.chunked() && implementation == kernel.entryPoint() ? plain.rows() : 0;
        for (int i = 0; i < plain.out().size(); i++) {
            float[] expected = plain.out().get(i).values();
            float[] actual = other.out().get(i).values();
            for (int j = 0; j < expected.length; j++) {
                double far = Math.abs((double) actual[j] - expected[j]);
                if (Float.compare(actual[j], expected[j]) != 0 && !(far <= units * U * (Math.abs(expected[j]) + 1))) {
                    assertThat(actual[j])
                            .as("result %d of %s at index %d, %s", i, what(kernel, plain), j, far)
                            .isEqualTo(expected[j]);
                }
            }
        }
    }

    private static String what(Kernel kernel, Job job) {
        return kernel + " with shape (" + job.rows() + ", " + job.columns() + ")" + (job.add() ? ", adding" : "");
    }

    private static int[] bits(float[] x) {
        int[] bits = new int[x.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(x[i]));
        return bits;
    }
}
