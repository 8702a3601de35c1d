package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [UnaryFunction] for a whole vector at a time: those of [PlainFunctions], operation for
/// operation, so that both give the same bits. No call leaves Java.
final class FastFunctions {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;

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

    private static final float TWO_TO_23 = 0x1p23f;

    /// The bits of √½ as a `float`.
    private static final int ROOT_OF_HALF = 0x3f3504f3;

    // The constants of exp, already broadcast to all lanes: exp is part of larger kernels, which would become too large
    // for the compiler to inline if each broadcast them itself.
    private static final FloatVector EXP_7 = all(1.9875691500e-4f);
    private static final FloatVector EXP_6 = all(1.3981999507e-3f);
    private static final FloatVector EXP_5 = all(8.3334519073e-3f);
    private static final FloatVector EXP_4 = all(4.1665795894e-2f);
    private static final FloatVector EXP_3 = all(1.6666665459e-1f);
    private static final FloatVector EXP_2 = all(5.0000001201e-1f);

    private static final FloatVector ONE = all(1f);
    private static final FloatVector ALL_LOG2_E = all(LOG2_E);
    private static final FloatVector ALL_ROUND = all(ROUND);
    private static final FloatVector MINUS_LN2_HIGH = all(-LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = all(-LN2_LOW);
    private static final FloatVector EXP_MIN = all(-88f);
    private static final FloatVector EXP_MAX = all(89f);

    private FastFunctions() {}

    static FloatVector exp(FloatVector x) {
        FloatVector inside = x.max(EXP_MIN).min(EXP_MAX);
        FloatVector rounded = inside.fma(ALL_LOG2_E, ALL_ROUND);
        FloatVector k = rounded.sub(ALL_ROUND);
        FloatVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, inside));
        FloatVector p = EXP_7.fma(r, EXP_6)
                .fma(r, EXP_5)
                .fma(r, EXP_4)
                .fma(r, EXP_3)
                .fma(r, EXP_2)
                .fma(r.mul(r), r.add(ONE));
        return p.mul(
                rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector bits = x.mul(TWO_TO_23, tiny).reinterpretAsInts();
        IntVector exponent = bits.sub(ROOT_OF_HALF).lanewise(VectorOperators.ASHR, 23);
        FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector whole = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
        FloatVector k = whole.sub(23f, tiny);
        FloatVector p = all(0.06735462f)
                .fma(f, all(-0.11581353f))
                .fma(f, all(0.1183947f))
                .fma(f, all(-0.12419648f))
                .fma(f, all(0.14229067f))
                .fma(f, all(-0.1666743f))
                .fma(f, all(0.20001538f))
                .fma(f, all(-0.25000015f))
                .fma(f, all(0.33333322f));
        FloatVector square = f.mul(f);
        FloatVector small = square.fma(p.mul(f), k.mul(LN2_LOW)).add(square.mul(-0.5f));
        FloatVector log = k.fma(all(LN2_HIGH), f.add(small));
        return log.blend(
                        x,
                        x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY).not())
                .blend(Float.NaN, x.compare(VectorOperators.LT, 0f))
                .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector inside = x.max(-9f).min(9f);
        FloatVector s = inside.mul(inside);
        FloatVector above = all(-8.227901e-14f)
                .fma(s, all(5.1774734e-11f))
                .fma(s, all(-2.0018703e-08f))
                .fma(s, all(1.1103821e-05f))
                .fma(s, all(0.003099152f))
                .fma(s, all(0.13079715f))
                .fma(s, all(1f));
        FloatVector below = all(0.0002539136f)
                .fma(s, all(0.024476066f))
                .fma(s, all(0.4641304f))
                .fma(s, all(1f));
        return inside.mul(above).div(below).max(-1f).min(1f);
    }

    static FloatVector sigmoid(FloatVector x) {
        return all(1f).div(exp(x.neg()).add(1f));
    }

    static FloatVector gelu(FloatVector x) {
        return x.mul(normalCdf(x)).blend(-0f, x.compare(VectorOperators.LT, -EDGE));
    }

    static FloatVector geluDerivative(FloatVector x) {
        FloatVector inside = x.max(-DERIVATIVE_EDGE).min(DERIVATIVE_EDGE);
        FloatVector t = inside.mul(inside).fma(all(2 / (DERIVATIVE_EDGE * DERIVATIVE_EDGE)), all(-1f));
        FloatVector p = all(0.004995925f)
                .fma(t, all(-0.012615034f))
                .fma(t, all(0.0056418697f))
                .fma(t, all(-0.00016827113f))
                .fma(t, all(0.02474645f))
                .fma(t, all(-0.048842147f))
                .fma(t, all(0.04862164f))
                .fma(t, all(-0.05252561f))
                .fma(t, all(0.0670229f))
                .fma(t, all(-0.07247091f))
                .fma(t, all(0.06730582f))
                .fma(t, all(-0.05924838f))
                .fma(t, all(0.05164384f))
                .fma(t, all(-0.047312167f))
                .fma(t, all(0.04936991f))
                .fma(t, all(-0.062281072f))
                .fma(t, all(0.123071805f));
        return inside.fma(p, all(0.5f)).blend(0f, x.compare(VectorOperators.LT, -DERIVATIVE_EDGE));
    }

    private static FloatVector normalCdf(FloatVector x) {
        FloatVector inside = x.max(-EDGE).min(EDGE);
        FloatVector t = inside.mul(inside).fma(all(2 / (EDGE * EDGE)), all(-1f));
        FloatVector p = all(-0.00053673866f)
                .fma(t, all(0.0014446774f))
                .fma(t, all(-0.0013991094f))
                .fma(t, all(0.0019022892f))
                .fma(t, all(-0.0050364616f))
                .fma(t, all(0.009036759f))
                .fma(t, all(-0.013000035f))
                .fma(t, all(0.018341698f))
                .fma(t, all(-0.02498292f))
                .fma(t, all(0.03206099f))
                .fma(t, all(-0.039769974f))
                .fma(t, all(0.049644142f))
                .fma(t, all(-0.06712661f))
                .fma(t, all(0.13465936f));
        return inside.fma(p, all(0.5f));
    }

    private static FloatVector all(float x) {
        return FloatVector.broadcast(LANES, x);
    }
}
