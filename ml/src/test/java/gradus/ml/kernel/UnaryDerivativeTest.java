package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.numbers.ErrorFunction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The derivatives of functions: both kernels against `double`, over numbers of every magnitude.
class UnaryDerivativeTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    /// A prime, so all exponents, signs and kinds of last digits occur.
    private static final int STRIDE = 8191;

    /// The derivative, in `double` and from formulas that lose no digits.
    private static double exact(UnaryFunction f, double x) {
        double decay = StrictMath.exp(-Math.abs(x));
        return switch (f) {
            case EXP -> StrictMath.exp(x);
            case LOG -> x < 0 ? Double.NaN : 1 / Math.abs(x);
            case SQRT -> 0.5 / Math.abs(Math.sqrt(x));
            case SQUARE -> 2 * x;
            case TANH -> 1 / StrictMath.cosh(x) / StrictMath.cosh(x);
            case SIGMOID -> decay / (1 + decay) / (1 + decay);
            case RELU -> x > 0 ? 1 : 0;
            case GELU -> {
                double cdf = 0.5 * ErrorFunction.complement(-x / Math.sqrt(2));
                double density = StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
                yield density == 0 ? cdf : cdf + x * density;
            }
        };
    }

    /// An error up to this is allowed besides 3 units in the last place. Derivatives that are computed from a
    /// rounded value lose digits where it is nearly 1.
    private static double floor(UnaryFunction f) {
        return switch (f) {
            case SIGMOID, GELU -> 4e-7;
            case TANH -> 1e-6;
            case EXP -> Float.MIN_NORMAL;
            case LOG, SQRT, SQUARE, RELU -> 0;
        };
    }

    /// Numbers of every exponent and sign, zero, infinity and NaN, and many between -20 and 20.
    private static float[] numbers() {
        int n = (int) ((1L << 32) / STRIDE);
        float[] numbers = new float[n + 200_001];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i < n ? Float.intBitsToFloat(i * STRIDE) : -20 + (i - n) * 2e-4f;
        }
        float[] edges = {0f, -0f, INFINITY, -INFINITY, Float.NaN, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE};
        System.arraycopy(edges, 0, numbers, 0, edges.length);
        return numbers;
    }

    private static float[] ones(int n) {
        float[] ones = new float[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @EnumSource
    void bothKernelsKeepTheirErrorBoundForNumbersOfEveryMagnitude(UnaryFunction f) {
        float[] x = numbers();
        int n = x.length;
        float[] y = new float[n];
        float[] fast = new float[n];
        float[] plain = new float[n];
        FastMaps.map(f, x, 0, y, 0, n);
        FastBackward.mapBackward(f, x, 0, y, 0, ones(n), 0, fast, 0, n, false);
        PlainElementwise.mapBackward(f, x, 0, y, 0, ones(n), 0, plain, 0, n, false);
        for (int i = 0; i < n; i++) {
            // Shortly before e^x overflows, the kernel already gives infinity.
            if (f != UnaryFunction.EXP || !(x[i] > 88.376)) {
                double expected = exact(f, x[i]);
                assertThat(isClose(fast[i], expected, floor(f)) && isClose(plain[i], expected, floor(f)))
                        .as("the derivative of %s at %s is %s, got %s and %s", f, x[i], expected, fast[i], plain[i])
                        .isTrue();
            }
        }
    }

    private static boolean isClose(float actual, double expected, double floor) {
        float nearest = (float) expected;
        return Float.compare(actual, nearest) == 0
                || Math.abs(actual - expected) <= Math.max(floor, 3.0 * Math.ulp(nearest));
    }

    @Test
    void geluAndItsDerivativeVanishFarBelowZero() {
        float[] x = {-20, -50, -100, -1e4f, -1e30f, -Float.MAX_VALUE, -INFINITY};
        int n = x.length;
        float[] y = new float[n];
        float[] derivative = new float[n];
        FastMaps.map(UnaryFunction.GELU, x, 0, y, 0, n);
        FastBackward.mapBackward(UnaryFunction.GELU, x, 0, y, 0, ones(n), 0, derivative, 0, n, false);
        for (int i = 0; i < n; i++) {
            assertThat(y[i]).isEqualTo(-0f);
            assertThat(UnaryFunction.GELU.apply(x[i])).isEqualTo(-0f);
            assertThat(derivative[i]).isZero();
            assertThat(UnaryFunction.GELU.derivative(x[i], y[i])).isZero();
        }
    }
}
