package gradus.ml.kernel;

/// Fused multiply–add: `a·b + c`, rounded once.
///
/// It is `Math.fma`, which is one instruction on every 64-bit ARM processor and on those of Intel and AMD
/// since 2013, but for some of Intel's cheapest. Where it is not, `Math.fma` computes with `BigDecimal` and
/// takes a thousand times as long; then the methods here get the same bits from a few ordinary operations.
///
/// Source: S. Boldo and G. Melquiond, "Emulation of a FMA and Correctly Rounded Sums: Proved Algorithms Using
/// Rounding to Odd", IEEE Transactions on Computers 57 (2008), 462–471.
final class Fma {

    /// Whether `Math.fma` is an instruction. Java has no method that says so, so this is measured; a wrong
    /// answer would cost time only.
    static final boolean IS_INSTRUCTION = isQuick();

    /// Splits the 53 digits of a `double` into two halves, whose products are exact.
    private static final double SPLITTER = 0x1p27 + 1;

    private Fma() {}

    /// `a·b + c`, rounded once.
    static float of(float a, float b, float c) {
        return IS_INSTRUCTION ? Math.fma(a, b, c) : emulated(a, b, c);
    }

    /// `a·b + c`, rounded once.
    static double of(double a, double b, double c) {
        return IS_INSTRUCTION ? Math.fma(a, b, c) : emulated(a, b, c);
    }

    /// The product is exact in `double`. The sum is rounded to odd, so that rounding it once more gives what
    /// rounding the exact sum would give.
    static float emulated(float a, float b, float c) {
        return (float) oddSum((double) a * b, c);
    }

    /// The exact product is a sum of two numbers. All but the leading digits of it and of `c` are added and
    /// rounded to odd, and the leading digits are added to that.
    static double emulated(double a, double b, double c) {
        double product = a * b;
        if (a == 0 || b == 0 || !Double.isFinite(a) || !Double.isFinite(b)) {
            return product + c;
        }
        if (!Double.isFinite(c)) {
            return c;
        }
        if (!isModerate(a) || !isModerate(b) || !isModerate(product) || Math.abs(c) > 0x1p900) {
            return Math.fma(a, b, c);
        }
        double low = productError(a, b, product);
        double small = c + low;
        double sum = product + small;
        return sum + oddSum(sumError(product, small, sum), sumError(c, low, small));
    }

    /// Whether no step of the emulation overflows or loses digits below the smallest number.
    private static boolean isModerate(double x) {
        return Math.abs(x) > 0x1p-450 && Math.abs(x) < 0x1p900;
    }

    /// `a + b` rounded to odd: a sum that is not exact becomes that of its two neighbours whose last bit is
    /// 1.
    private static double oddSum(double a, double b) {
        double sum = a + b;
        double error = sumError(a, b, sum);
        long bits = Double.doubleToRawLongBits(sum);
        if ((error > 0 || error < 0) && (bits & 1) == 0) {
            return Double.longBitsToDouble(error > 0 == sum > 0 ? bits + 1 : bits - 1);
        }
        return sum;
    }

    /// The rounding error of `a + b`, exactly.
    private static double sumError(double a, double b, double sum) {
        double added = sum - a;
        return a - (sum - added) + (b - added);
    }

    /// The rounding error of `a·b`, exactly.
    private static double productError(double a, double b, double product) {
        double scaledA = SPLITTER * a;
        double highA = scaledA - (scaledA - a);
        double lowA = a - highA;
        double scaledB = SPLITTER * b;
        double highB = scaledB - (scaledB - b);
        double lowB = b - highB;
        return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
    }

    /// An instruction takes less than 100 ns even before the code is compiled; `BigDecimal` then takes some
    /// microseconds. The shortest of several times counts, because any of them may have been interrupted.
    private static boolean isQuick() {
        long best = Long.MAX_VALUE;
        double x = 1.1;
        for (int repetition = 0; repetition < 10; repetition++) {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                x = Math.fma(x, 0.9, 0.1);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best < 20_000 && x < 2;
    }
}
