package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [Unary] for a whole vector at a time, by polynomials: no call leaves Java.
///
/// Coefficients were fitted to the functions at Chebyshev points by least squares; `kernel/fit.py` among
/// the test resources gives them again.
final class FastFunctions {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private static final float LOG2_E = 1.44269504f;

    /// ln 2 in two parts: the first has so few digits that a whole number times it is exact.
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;

    /// Added to a small number, it rounds that to a whole one, which then stands in the lowest bits.
    private static final float ROUND = 12582912f;

    /// Beyond this the normal distribution is 0 or 1 but for rounding.
    private static final float EDGE = 5.25f;

    private FastFunctions() {}

    /// `e^x`, off by at most 2 units in the last place; above 88.37 and below -87.3 it stays
    /// what it is there.
    ///
    /// With `x = k·ln 2 + r`, `e^x = 2^k·e^r`: a polynomial for the small `r`, and `k` goes straight into
    /// the exponent.
    static FloatVector exp(FloatVector x) {
        FloatVector inside = x.max(-87.3f).min(88.37f);
        FloatVector rounded = inside.fma(broadcast(LOG2_E), broadcast(ROUND));
        FloatVector k = rounded.sub(ROUND);
        FloatVector r = k.fma(broadcast(-LN2_LOW), k.fma(broadcast(-LN2_HIGH), inside));
        FloatVector p = broadcast(1.9875691500e-4f)
                .fma(r, broadcast(1.3981999507e-3f))
                .fma(r, broadcast(8.3334519073e-3f))
                .fma(r, broadcast(4.1665795894e-2f))
                .fma(r, broadcast(1.6666665459e-1f))
                .fma(r, broadcast(5.0000001201e-1f))
                .fma(r.mul(r), r.add(1f));
        return p.reinterpretAsInts()
                .add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats();
    }

    /// The hyperbolic tangent, off by at most 4 units in the last place: a quotient of two polynomials in
    /// x².
    static FloatVector tanh(FloatVector x) {
        FloatVector inside = x.max(-9f).min(9f);
        FloatVector s = inside.mul(inside);
        FloatVector above = broadcast(-8.227901e-14f)
                .fma(s, broadcast(5.1774734e-11f))
                .fma(s, broadcast(-2.0018703e-08f))
                .fma(s, broadcast(1.1103821e-05f))
                .fma(s, broadcast(0.003099152f))
                .fma(s, broadcast(0.13079715f))
                .fma(s, broadcast(1f));
        FloatVector below = broadcast(0.0002539136f)
                .fma(s, broadcast(0.024476066f))
                .fma(s, broadcast(0.4641304f))
                .fma(s, broadcast(1f));
        return inside.mul(above).div(below);
    }

    static FloatVector sigmoid(FloatVector x) {
        return broadcast(1f).div(exp(x.neg()).add(1f));
    }

    static FloatVector gelu(FloatVector x) {
        return x.mul(normalCdf(x));
    }

    static FloatVector geluSlope(FloatVector x) {
        FloatVector density = exp(x.mul(x).mul(-0.5f)).mul(0.39894228f);
        return x.fma(density, normalCdf(x));
    }

    /// The normal distribution, off by at most 2e-7: ½ and an odd polynomial, and no division.
    private static FloatVector normalCdf(FloatVector x) {
        FloatVector inside = x.max(-EDGE).min(EDGE);
        FloatVector t = inside.mul(inside).fma(broadcast(2 / (EDGE * EDGE)), broadcast(-1f));
        FloatVector p = broadcast(-0.00053673866f)
                .fma(t, broadcast(0.0014446774f))
                .fma(t, broadcast(-0.0013991094f))
                .fma(t, broadcast(0.0019022892f))
                .fma(t, broadcast(-0.0050364616f))
                .fma(t, broadcast(0.009036759f))
                .fma(t, broadcast(-0.013000035f))
                .fma(t, broadcast(0.018341698f))
                .fma(t, broadcast(-0.02498292f))
                .fma(t, broadcast(0.03206099f))
                .fma(t, broadcast(-0.039769974f))
                .fma(t, broadcast(0.049644142f))
                .fma(t, broadcast(-0.06712661f))
                .fma(t, broadcast(0.13465936f));
        return inside.fma(p, broadcast(0.5f));
    }

    private static FloatVector broadcast(float x) {
        return FloatVector.broadcast(LANES, x);
    }
}
