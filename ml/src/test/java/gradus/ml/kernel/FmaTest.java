package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The emulation of fused multiply–add gives the bits of `Math.fma`.
class FmaTest {

    private static final double[] SPECIALS = {
        0.0,
        -0.0,
        1,
        -1,
        1.5,
        -3,
        Math.nextUp(1.0),
        Math.nextDown(1.0),
        1 + 0x1p-12,
        1 - 0x1p-12,
        Math.nextUp(1f),
        Math.nextDown(1f),
        0x1p-24,
        0x1p-53,
        0x1p-75,
        0x1p-126,
        -0x1p-149,
        0x1p-150,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0x1p-500,
        0x1p127,
        -Float.MAX_VALUE,
        0x1p500,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @Test
    void theBitsAreTheSameForEveryThreeSpecialNumbers() {
        for (double a : SPECIALS) {
            for (double b : SPECIALS) {
                for (double c : SPECIALS) {
                    check(a, b, c);
                    check((float) a, (float) b, (float) c);
                }
            }
        }
    }

    @Test
    void theBitsAreTheSameForNumbersOfSimilarSize() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double c = random.nextGaussian();
            check(a, b, c);
            check((float) a, (float) b, (float) c);
            // The sum nearly cancels, or is near the middle between two numbers.
            check(a, b, -a * b);
            check(a, b, Math.ulp(a * b) / 2);
            check((float) a, (float) b, -(float) a * (float) b);
            check((float) a, (float) b, Math.ulp((float) a * (float) b) / 2);
        }
    }

    @Test
    void theBitsAreTheSameForAnyBits() {
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            check(
                    Double.longBitsToDouble(random.nextLong()),
                    Double.longBitsToDouble(random.nextLong()),
                    Double.longBitsToDouble(random.nextLong()));
            check(
                    Float.intBitsToFloat(random.nextInt()),
                    Float.intBitsToFloat(random.nextInt()),
                    Float.intBitsToFloat(random.nextInt()));
        }
    }

    /// Few digits make sums that end exactly in the middle between two numbers.
    @Test
    void theBitsAreTheSameForNumbersOfFewDigits() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            double a = 1 + (random.nextInt(16) << 20) * 0x1p-24;
            double b = 1 + random.nextInt(16) * 0x1p-26;
            double c = Math.scalb(1 + random.nextInt(4) * 0.25, random.nextInt(120) - 60);
            check(a, b, c);
            check((float) a, (float) (1 + random.nextInt(16) * 0x1p-23), (float) c);
        }
    }

    private static void check(double a, double b, double c) {
        double expected = Math.fma(a, b, c);
        if (Double.compare(Fma.emulated(a, b, c), expected) != 0) {
            assertThat(Fma.emulated(a, b, c)).as("%s·%s + %s", a, b, c).isEqualTo(expected);
        }
    }

    private static void check(float a, float b, float c) {
        float expected = Math.fma(a, b, c);
        if (Float.compare(Fma.emulated(a, b, c), expected) != 0) {
            assertThat(Fma.emulated(a, b, c)).as("%s·%s + %s", a, b, c).isEqualTo(expected);
        }
    }
}
