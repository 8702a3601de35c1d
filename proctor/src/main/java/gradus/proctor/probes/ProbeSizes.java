package gradus.proctor.probes;

import gradus.proctor.failure.AssertionFailure;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// The sizes at which a member is probed. Loops are unrolled by 2, 4, 8 or 16, and vectors have as many
/// lanes, so for each remainder of these there is a size.
final class ProbeSizes {

    static final int LARGEST = 1001;

    private static final int[] ALL = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 31, 33, 67, 129, LARGEST
    };
    private static final int[] FEW = {1, 2, 3, 5, 8, 17, 33};

    private ProbeSizes() {}

    static int[] upTo(int largest) {
        return upTo(ALL, largest);
    }

    /// Sizes for probes of what doesn't depend on them much.
    static int[] few(int largest) {
        return upTo(FEW, largest);
    }

    private static int[] upTo(int[] sizes, int largest) {
        return IntStream.concat(IntStream.of(sizes).filter(size -> size < largest), IntStream.of(largest))
                .filter(size -> size <= sizes[sizes.length - 1])
                .toArray();
    }

    /// Makes a check at these sizes. When one fails, the sizes that were left out below it are tried, so that
    /// the failure is that of the smallest.
    static void ascending(int[] sizes, IntConsumer check) {
        int passed = 0;
        for (int size : sizes) {
            try {
                check.accept(size);
            } catch (AssertionFailure failure) {
                for (int smaller = passed + 1; smaller < size; smaller++) {
                    check.accept(smaller);
                }
                throw failure;
            }
            passed = size;
        }
    }

    static int cases(int size) {
        return size <= 9 ? 20 : size <= 33 ? 8 : 3;
    }

    static int shrinkingCalls(int size) {
        return size <= 33 ? 1_000 : 200;
    }
}
