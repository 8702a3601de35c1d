package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every reduction, with every kernel, against a sum in `double` with the classic bound.
class ReductionsTest {

    private static final int[] SIZES = {
        0, 1, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 255, 257, 1000, 16383, 16384, 16385,
        70000
    };
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    /// A reduction with its definition and its kernels.
    private enum Reduction {
        SUM((x, at, n) -> oracle(x, at, n, false), PlainRowwise::sum, FastRowwise::sum, Reductions::sum),
        SUM_OF_SQUARES(
                (x, at, n) -> oracle(x, at, n, true),
                PlainRowwise::sumOfSquares,
                FastRowwise::sumOfSquares,
                Reductions::sumOfSquares),
        MAX(ReductionsTest::largest, PlainRowwise::max, FastRowwise::max, Reductions::max);

        private final Implementation definition;
        private final Implementation[] implementations;

        Reduction(Implementation definition, Implementation... implementations) {
            this.definition = definition;
            this.implementations = implementations;
        }
    }

    private interface Implementation {
        double of(float[] x, int at, int n);
    }

    private static double oracle(float[] x, int at, int n, boolean squared) {
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            sum += squared ? (double) x[i] * x[i] : x[i];
        }
        return sum;
    }

    private static double largest(float[] x, int at, int n) {
        double max = -INFINITY;
        for (int i = at; i < at + n; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void everyKernelIsWithinTheBoundOfTheDefinition(Reduction reduction) {
        Random random = new Random(3);
        for (int n : SIZES) {
            for (int at : new int[] {0, 1, 7}) {
                Zone x = Zone.of(Zone.random(random, n, -2, 3), at);
                double exact = reduction.definition.of(x.array(), at, n);
                double bound = reduction == Reduction.MAX ? 0 : Math.min(n, 16384) * 0x1p-24 * 9 * n / 4;
                for (Implementation implementation : reduction.implementations) {
                    double result = implementation.of(x.array(), at, n);
                    assertThat(result == exact || Math.abs(result - exact) <= bound)
                            .as("%s of %d numbers from %d is %s, got %s", reduction, n, at, exact, result)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void bothKernelsGiveTheSameBits(Reduction reduction) {
        Random random = new Random(4);
        for (int n : SIZES) {
            Zone x = Zone.of(Zone.random(random, n, -2, 3), n % 7);
            assertThat(reduction.implementations[1].of(x.array(), x.at(), n))
                    .as("%s of %d numbers", reduction, n)
                    .isEqualTo(reduction.implementations[0].of(x.array(), x.at(), n));
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void noElementIsSkippedOrCountedTwice(Reduction reduction) {
        for (int n : new int[] {1, 16, 17, 33, 65, 257}) {
            for (int i = 0; i < n; i++) {
                float[] values = new float[n];
                values[i] = 1;
                Zone x = Zone.of(values, 3);
                for (Implementation implementation : reduction.implementations) {
                    assertThat(implementation.of(x.array(), 3, n)).isEqualTo(1);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void nanAndInfinityPropagateFromEveryIndex(Reduction reduction) {
        int n = 100;
        for (int i = 0; i < n; i++) {
            float[] x = new float[n];
            x[(i + 50) % n] = INFINITY;
            for (Implementation implementation : reduction.implementations) {
                assertThat(implementation.of(x, 0, n)).isEqualTo(INFINITY);
            }
            x[i] = Float.NaN;
            for (Implementation implementation : reduction.implementations) {
                assertThat(implementation.of(x, 0, n)).isNaN();
            }
        }
    }

    @Test
    void manySmallNumbersAreNotAbsorbedByALargeSum() {
        float[] x = new float[1 << 24];
        java.util.Arrays.fill(x, 0.1f);

        assertThat(Reductions.sum(x, 0, x.length) / x.length).isBetween(0.1f * (1 - 1e-5), 0.1f * (1 + 1e-5));
    }

    @Test
    void theMaximumOfNoElementsIsNegativeInfinity() {
        assertThat(Reductions.max(new float[3], 1, 0)).isEqualTo(-INFINITY);
        assertThat(Reductions.max(new float[] {-INFINITY, -INFINITY}, 0, 2)).isEqualTo(-INFINITY);
    }
}
