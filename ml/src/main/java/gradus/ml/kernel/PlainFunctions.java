package gradus.ml.kernel;

/// The functions of [UnaryFunction] for one number, by polynomial approximation; [FastFunctions] has the same
/// ones, operation for operation, for a vector.
///
/// The library has its own because `Math.exp` and the like may differ in the last digit from machine to
/// machine, and because a polynomial works on a whole vector at a time. The coefficients were fitted to the
/// functions by least squares at Chebyshev points; `gradus/ml/kernel/fit.py` among the test resources
/// reproduces them.
final class PlainFunctions {

    private static final float LOG2_E = 1.44269504f;

    /// ln 2 split in two: the high part has so few digits that an integer times it is exact.
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;

    /// Added to a small number, it rounds that to an integer; the integer plus 127 is then in the lowest
    /// bits.
    private static final float ROUND = 12582912f + 127;

    /// Beyond this, the normal cdf is 0 or 1 up to rounding.
    private static final float EDGE = 5.25f;

    /// Beyond this, the derivative of GELU is 0 or 1 up to rounding.
    private static final float DERIVATIVE_EDGE = 5.75f;

    /// The bits of √½ as a `float`.
    private static final int ROOT_OF_HALF = 0x3f3504f3;

    private PlainFunctions() {}

    /// `e^x`, with an error of at most 2 units in the last place. The range is cut slightly at both ends:
    /// infinite from 88.377 on, 0.35 before `e^x` overflows, and 0 below -87.68, where `e^x` is no longer a
    /// normal number. NaN gives NaN.
    ///
    /// Range reduction: with `x = k·ln 2 + r`, `e^x = 2^k·e^r`. A polynomial approximates `e^r` for the small
    /// `r`, and `k + 127` goes straight into the exponent bits of 2^k, where 255 means infinity and 0 means
    /// 0.
    static float exp(float x) {
        float inside = Math.min(Math.max(x, -88f), 89f);
        float rounded = Fma.of(inside, LOG2_E, ROUND);
        float k = rounded - ROUND;
        float r = Fma.of(k, -LN2_LOW, Fma.of(k, -LN2_HIGH, inside));
        float p = Fma.of(1.9875691500e-4f, r, 1.3981999507e-3f);
        p = Fma.of(p, r, 8.3334519073e-3f);
        p = Fma.of(p, r, 4.1665795894e-2f);
        p = Fma.of(p, r, 1.6666665459e-1f);
        p = Fma.of(p, r, 5.0000001201e-1f);
        p = Fma.of(p, r * r, r + 1);
        return p * Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << 23);
    }

    /// The natural logarithm, with an error of at most 1 unit in the last place; NaN below 0.
    ///
    /// Range reduction: with `x = 2^k·m` and m between √½ and √2, `log x = k·ln 2 + log m`, and `log m` is a
    /// polynomial in `m − 1`. Subnormal numbers are multiplied by 2^23 first.
    static float log(float x) {
        if (!(x > 0 && x < Float.POSITIVE_INFINITY)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x < 0 ? Float.NaN : x;
        }
        boolean tiny = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(tiny ? x * 0x1p23f : x);
        int exponent = bits - ROOT_OF_HALF >> 23;
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
        float k = tiny ? exponent - 23 : exponent;
        float p = Fma.of(0.06735462f, f, -0.11581353f);
        p = Fma.of(p, f, 0.1183947f);
        p = Fma.of(p, f, -0.12419648f);
        p = Fma.of(p, f, 0.14229067f);
        p = Fma.of(p, f, -0.1666743f);
        p = Fma.of(p, f, 0.20001538f);
        p = Fma.of(p, f, -0.25000015f);
        p = Fma.of(p, f, 0.33333322f);
        float square = f * f;
        float small = Fma.of(square, p * f, k * LN2_LOW) + square * -0.5f;
        return Fma.of(k, LN2_HIGH, f + small);
    }

    /// The hyperbolic tangent, with an error of at most 6 units in the last place, never beyond ±1: a
    /// quotient of two polynomials in x² (rational approximation).
    static float tanh(float x) {
        float inside = Math.min(Math.max(x, -9f), 9f);
        float s = inside * inside;
        float above = Fma.of(-8.227901e-14f, s, 5.1774734e-11f);
        above = Fma.of(above, s, -2.0018703e-08f);
        above = Fma.of(above, s, 1.1103821e-05f);
        above = Fma.of(above, s, 0.003099152f);
        above = Fma.of(above, s, 0.13079715f);
        above = Fma.of(above, s, 1f);
        float below = Fma.of(0.0002539136f, s, 0.024476066f);
        below = Fma.of(below, s, 0.4641304f);
        below = Fma.of(below, s, 1f);
        return Math.min(Math.max(inside * above / below, -1f), 1f);
    }

    /// The logistic sigmoid, with an error of at most 4 units in the last place; 0 where `e^-x` is infinite,
    /// below -88.376.
    static float sigmoid(float x) {
        return 1 / (exp(-x) + 1);
    }

    /// GELU, `x·Φ(x)`. Below the edge, where it is above -4e-7, it is −0.
    static float gelu(float x) {
        return x < -EDGE ? -0f : x * normalCdf(x);
    }

    /// The derivative of GELU, `Φ(x) + x·φ(x)`, with an error of at most 4e-7: ½ plus an odd polynomial, like
    /// Φ itself, without an exponential. Below the edge, where it is above -2e-7, it is 0.
    static float geluDerivative(float x) {
        float inside = Math.min(Math.max(x, -DERIVATIVE_EDGE), DERIVATIVE_EDGE);
        float t = Fma.of(inside * inside, 2 / (DERIVATIVE_EDGE * DERIVATIVE_EDGE), -1f);
        float p = Fma.of(0.004995925f, t, -0.012615034f);
        p = Fma.of(p, t, 0.0056418697f);
        p = Fma.of(p, t, -0.00016827113f);
        p = Fma.of(p, t, 0.02474645f);
        p = Fma.of(p, t, -0.048842147f);
        p = Fma.of(p, t, 0.04862164f);
        p = Fma.of(p, t, -0.05252561f);
        p = Fma.of(p, t, 0.0670229f);
        p = Fma.of(p, t, -0.07247091f);
        p = Fma.of(p, t, 0.06730582f);
        p = Fma.of(p, t, -0.05924838f);
        p = Fma.of(p, t, 0.05164384f);
        p = Fma.of(p, t, -0.047312167f);
        p = Fma.of(p, t, 0.04936991f);
        p = Fma.of(p, t, -0.062281072f);
        p = Fma.of(p, t, 0.123071805f);
        return x < -DERIVATIVE_EDGE ? 0 : Fma.of(inside, p, 0.5f);
    }

    /// The standard normal cdf, with an error of at most 2e-7: ½ plus an odd polynomial, without a division.
    private static float normalCdf(float x) {
        float inside = Math.min(Math.max(x, -EDGE), EDGE);
        float t = Fma.of(inside * inside, 2 / (EDGE * EDGE), -1f);
        float p = Fma.of(-0.00053673866f, t, 0.0014446774f);
        p = Fma.of(p, t, -0.0013991094f);
        p = Fma.of(p, t, 0.0019022892f);
        p = Fma.of(p, t, -0.0050364616f);
        p = Fma.of(p, t, 0.009036759f);
        p = Fma.of(p, t, -0.013000035f);
        p = Fma.of(p, t, 0.018341698f);
        p = Fma.of(p, t, -0.02498292f);
        p = Fma.of(p, t, 0.03206099f);
        p = Fma.of(p, t, -0.039769974f);
        p = Fma.of(p, t, 0.049644142f);
        p = Fma.of(p, t, -0.06712661f);
        p = Fma.of(p, t, 0.13465936f);
        return Fma.of(inside, p, 0.5f);
    }
}
