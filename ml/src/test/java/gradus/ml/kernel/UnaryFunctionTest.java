package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.numbers.ErrorFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The accuracy of functions against `double`, over numbers of every magnitude, and that both kernels give
/// the same bits.
class UnaryFunctionTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    /// A prime, so all exponents, signs and kinds of last digits occur.
    private static final int STRIDE = 8191;

    private static final float[] SPECIALS = {
        0f,
        -0f,
        INFINITY,
        -INFINITY,
        Float.NaN,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL / 3,
        -Float.MIN_NORMAL / 3,
        Float.MIN_NORMAL,
        1e-30f,
        -1e-30f,
        1f,
        -1f,
        88f,
        -88f,
        104f,
        -104f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };

    /// The error bound of a function: so many units in the last place of the exact
    /// result, or of `floor`, whichever is more; and that only for arguments between `low` and `high`.
    private record Promise(double units, double floor, double low, double high) {}

    private static Promise promise(UnaryFunction f) {
        return switch (f) {
            case EXP -> new Promise(2, Float.MIN_NORMAL, -INFINITY, 88.376);
            case LOG -> new Promise(1, 0, -INFINITY, INFINITY);
            case SQRT, SQUARE, RELU -> new Promise(0.5, 0, -INFINITY, INFINITY);
            case TANH -> new Promise(6, 0, -INFINITY, INFINITY);
            case SIGMOID -> new Promise(4, Float.MIN_NORMAL, -INFINITY, INFINITY);
            case GELU -> new Promise(4, 1e-6, -Float.MAX_VALUE, INFINITY);
        };
    }

    private static double exact(UnaryFunction f, double x) {
        return switch (f) {
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(x);
            case SQRT -> Math.sqrt(x);
            case SQUARE -> x * x;
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case RELU -> Math.max(x, 0);
            case GELU -> x * 0.5 * ErrorFunction.complement(-x / Math.sqrt(2));
        };
    }

    @ParameterizedTest
    @EnumSource(UnaryFunction.class)
    void theErrorBoundHoldsForNumbersOfEveryMagnitude(UnaryFunction f) {
        float[] x = numbers();
        float[] y = new float[x.length];
        FastMaps.map(f, x, 0, y, 0, x.length);
        assertWithin(promise(f), f, x, y);
    }

    @ParameterizedTest
    @EnumSource(UnaryFunction.class)
    void bothKernelsGiveTheSameBitsForNumbersOfEveryMagnitude(UnaryFunction f) {
        float[] x = numbers();
        float[] fast = new float[x.length];
        float[] plain = new float[x.length];
        FastMaps.map(f, x, 0, fast, 0, x.length);
        PlainElementwise.map(f, x, 0, plain, 0, x.length);
        assertSame(f + "", x, fast, plain);

        float[] gradient = Zone.random(new Random(1), x.length, -2, 2);
        float[] plainBackward = new float[x.length];
        FastBackward.mapBackward(f, x, 0, plain, 0, gradient, 0, fast, 0, x.length, false);
        PlainElementwise.mapBackward(f, x, 0, plain, 0, gradient, 0, plainBackward, 0, x.length, false);
        assertSame("the gradient of " + f, x, fast, plainBackward);
    }

    private static void assertSame(String what, float[] x, float[] fast, float[] plain) {
        for (int i = 0; i < x.length; i++) {
            if (Float.floatToIntBits(fast[i]) != Float.floatToIntBits(plain[i])) {
                // As texts, because 0 and −0 are equal numbers.
                assertThat(Float.toString(fast[i])).as("%s at %s", what, x[i]).isEqualTo(Float.toString(plain[i]));
            }
        }
    }

    private static void assertWithin(Promise promise, UnaryFunction f, float[] x, float[] y) {
        double worst = 0;
        float where = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= promise.low && x[i] <= promise.high) {
                double error = error(exact(f, x[i]), y[i], promise.floor);
                if (!(error <= worst)) {
                    worst = error;
                    where = x[i];
                }
            }
        }
        assertThat(worst)
                .as("units in the last place by which %s is off at %s", f, where)
                .isBetween(0.0, promise.units);
    }

    private static double error(double exact, float y, double floor) {
        float nearest = (float) exact;
        if (Float.compare(nearest, y) == 0 || Math.abs(y - exact) <= floor) {
            return 0;
        }
        return Math.abs(y - exact) / Math.ulp(nearest);
    }

    /// Numbers of every exponent, and many between -20 and 20.
    private static float[] numbers() {
        IntStream bits = IntStream.range(0, (int) ((1L << 32) / STRIDE)).map(i -> i * STRIDE);
        float[] every = floats(bits.mapToObj(Float::intBitsToFloat).toList());
        float[] usual = floats(
                IntStream.range(0, 200_001).mapToObj(i -> -20 + i * 2e-4f).toList());
        float[] all = Arrays.copyOf(every, every.length + usual.length);
        System.arraycopy(usual, 0, all, every.length, usual.length);
        return all;
    }

    private static float[] floats(List<Float> list) {
        float[] all = new float[list.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = list.get(i);
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(UnaryFunction.class)
    void infinityZeroAndNanGiveTheLimitInBothKernels(UnaryFunction f) {
        float[] fast = new float[SPECIALS.length];
        float[] plain = new float[SPECIALS.length];
        FastMaps.map(f, SPECIALS, 0, fast, 0, SPECIALS.length);
        PlainElementwise.map(f, SPECIALS, 0, plain, 0, SPECIALS.length);
        assertSame(f + "", SPECIALS, fast, plain);
        Promise promise = promise(f);
        for (int i = 0; i < SPECIALS.length; i++) {
            float x = SPECIALS[i];
            if (f == UnaryFunction.GELU && x == -INFINITY) {
                // The limit is 0, but `double` multiplies infinity by 0.
                assertThat(Float.toString(fast[i])).isEqualTo("-0.0");
            } else {
                double exact = exact(f, x);
                assertThat(error(exact, fast[i], promise.floor))
                        .as("%s of %s is %s, got %s", f, x, exact, fast[i])
                        .isLessThanOrEqualTo(promise.units);
                assertThat(Float.isNaN(fast[i])).isEqualTo(Double.isNaN(exact));
            }
        }
    }

    @Test
    void theExponentialEndsInZeroAndInInfinity() {
        float[] x = {
            -INFINITY,
            -1e30f,
            -104f,
            -88.1f,
            88.38f,
            88.7f,
            104f,
            1e30f,
            INFINITY,
            Float.NaN,
            Float.intBitsToFloat(0x7fc00001),
            Float.intBitsToFloat(0xffc12345)
        };
        float[] y = new float[x.length];
        FastMaps.map(UnaryFunction.EXP, x, 0, y, 0, x.length);

        assertThat(y)
                .containsExactly(
                        0f, 0f, 0f, 0f, INFINITY, INFINITY, INFINITY, INFINITY, INFINITY, Float.NaN, Float.NaN,
                        Float.NaN);
    }

    @Test
    void tanhNeverExceedsOne() {
        float[] x = numbers();
        float[] y = new float[x.length];
        FastMaps.map(UnaryFunction.TANH, x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertThat(Float.isNaN(x[i]) || Math.abs(y[i]) <= 1)
                    .as("tanh of %s is %s", x[i], y[i])
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(UnaryFunction.class)
    void derivativesAgreeWithFiniteDifferences(UnaryFunction f) {
        int n = 4001;
        boolean positive = f == UnaryFunction.LOG || f == UnaryFunction.SQRT;
        float[] x = new float[n];
        float[] y = new float[n];
        float[] ones = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = positive ? 0.02f + i * 0.002f : -8.001f + i * 0.004f;
            y[i] = f.apply(x[i]);
            ones[i] = 1;
        }
        float[] fast = new float[n];
        float[] plain = new float[n];
        FastBackward.mapBackward(f, x, 0, y, 0, ones, 0, fast, 0, n, false);
        PlainElementwise.mapBackward(f, x, 0, y, 0, ones, 0, plain, 0, n, false);
        DoubleUnaryOperator exact = z -> exact(f, z);
        for (int i = 0; i < n; i++) {
            double step = 1e-5 * Math.min(1, Math.abs(x[i]));
            double expected = (exact.applyAsDouble(x[i] + step) - exact.applyAsDouble(x[i] - step)) / (2 * step);
            double far = 2e-6 * Math.max(1, Math.abs(expected));
            assertThat(plain[i])
                    .as("reference derivative of %s at %s", f, x[i])
                    .isBetween((float) (expected - far), (float) (expected + far));
            assertThat(fast[i]).as("SIMD derivative of %s at %s", f, x[i]).isBetween((float) (expected - far), (float)
                    (expected + far));
        }
    }

    @ParameterizedTest
    @EnumSource(UnaryFunction.class)
    void bothBackwardKernelsGiveTheDerivativeAtInfinityZeroAndNan(UnaryFunction f) {
        int n = SPECIALS.length;
        float[] y = new float[n];
        float[] ones = new float[n];
        Arrays.fill(ones, 1);
        PlainElementwise.map(f, SPECIALS, 0, y, 0, n);
        float[] fast = new float[n];
        float[] plain = new float[n];
        FastBackward.mapBackward(f, SPECIALS, 0, y, 0, ones, 0, fast, 0, n, false);
        PlainElementwise.mapBackward(f, SPECIALS, 0, y, 0, ones, 0, plain, 0, n, false);
        float[] derivative = new float[n];
        for (int i = 0; i < n; i++) {
            derivative[i] = f.derivative(SPECIALS[i], y[i]);
        }
        assertSame("the SIMD derivative of " + f, SPECIALS, fast, derivative);
        assertSame("the reference derivative of " + f, SPECIALS, plain, derivative);
    }

    @Test
    void derivativesAtTheEdgesOfDomainsAreOneSidedLimits() {
        assertThat(derivatives(UnaryFunction.LOG, -INFINITY, -1, -0f, 0, INFINITY))
                .containsExactly(Float.NaN, Float.NaN, INFINITY, INFINITY, 0);
        assertThat(derivatives(UnaryFunction.SQRT, -INFINITY, -1, -0f, 0, INFINITY))
                .containsExactly(Float.NaN, Float.NaN, INFINITY, INFINITY, 0);
        assertThat(derivatives(UnaryFunction.GELU, -INFINITY, -Float.MAX_VALUE, -5.76f, -0f, 0))
                .containsExactly(0, 0, 0, 0.5f, 0.5f);
    }

    private static float[] derivatives(UnaryFunction f, float... x) {
        float[] y = new float[x.length];
        float[] ones = new float[x.length];
        float[] dx = new float[x.length];
        Arrays.fill(ones, 1);
        FastMaps.map(f, x, 0, y, 0, x.length);
        FastBackward.mapBackward(f, x, 0, y, 0, ones, 0, dx, 0, x.length, false);
        return dx;
    }

    @Test
    void whereReluIsFlatNoGradientPasses() {
        float[] x = {-1, 0, -0f, Float.NaN, 1, 2};
        float[] dy = {INFINITY, Float.NaN, -INFINITY, 5, INFINITY, -3};
        float[] dx = new float[6];
        FastBackward.mapBackward(UnaryFunction.RELU, x, 0, x, 0, dy, 0, dx, 0, 6, false);

        assertThat(dx).containsExactly(0f, 0f, 0f, 0f, INFINITY, -3f);
    }
}
