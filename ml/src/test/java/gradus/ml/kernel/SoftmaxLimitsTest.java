package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Special scores follow one rule in every softmax kernel: plain or SIMD, scaled, causal, of any length.
class SoftmaxLimitsTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;
    private static final float NAN = Float.NaN;

    private enum SoftmaxKernel {
        PLAIN,
        FAST,
        PLAIN_CAUSAL,
        FAST_CAUSAL;

        private float[] apply(float[] scores) {
            int n = scores.length;
            float[] p = new float[n];
            float[] x = Arrays.copyOf(scores, n + 1);
            // Beyond the visible scores is one that would take all.
            x[n] = INFINITY;
            switch (this) {
                case PLAIN -> PlainRowwise.softmax(x, 0, p, 0, n);
                case FAST -> FastRowwise.softmax(x, 0, p, 0, n);
                case PLAIN_CAUSAL -> PlainRowwise.causalSoftmax(x, 0, n, n + 1, 0.3f);
                case FAST_CAUSAL -> FastRowwise.causalSoftmax(x, 0, n, n + 1, 0.3f);
            }
            return switch (this) {
                case PLAIN, FAST -> p;
                case PLAIN_CAUSAL, FAST_CAUSAL -> Arrays.copyOf(x, n);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(SoftmaxKernel.class)
    void minusInfinityGetsNothingAndASingleInfinityTakesAll(SoftmaxKernel kernel) {
        assertThat(kernel.apply(new float[] {2, -INFINITY, 2})).containsExactly(0.5f, 0, 0.5f);
        assertThat(kernel.apply(new float[] {2, INFINITY, -INFINITY})).containsExactly(0, 1, 0);
    }

    @ParameterizedTest
    @EnumSource(SoftmaxKernel.class)
    void whereSoftmaxIsNotDefinedEveryElementIsNan(SoftmaxKernel kernel) {
        assertThat(kernel.apply(new float[] {INFINITY, 1, INFINITY})).containsExactly(NAN, NAN, NAN);
        assertThat(kernel.apply(new float[] {-INFINITY, -INFINITY})).containsExactly(NAN, NAN);
        assertThat(kernel.apply(new float[] {1, NAN, INFINITY})).containsExactly(NAN, NAN, NAN);
        assertThat(kernel.apply(new float[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 33, 100})
    void inARowOfAnyLengthTheInfinityIsFound(int n) {
        for (SoftmaxKernel kernel : SoftmaxKernel.values()) {
            float[] scores = new float[n];
            float[] expected = new float[n];
            scores[n - 1] = INFINITY;
            expected[n - 1] = 1;
            assertThat(kernel.apply(scores)).as("%s of %s scores", kernel, n).containsExactly(expected);
        }
    }
}
