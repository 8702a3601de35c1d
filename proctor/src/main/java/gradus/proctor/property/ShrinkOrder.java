package gradus.proctor.property;

import java.util.Arrays;

/// The order of numbers by simplicity, which shrinking follows: integers by absolute value (0, 1, −1, 2, −2,
/// …), then halves, numbers with two decimals, powers of ten, all others, and last −0, the infinities and
/// NaN.
final class ShrinkOrder {

    private static final double MAX_SIMPLE_INTEGER = 1e6;
    private static final int POWER_OF_TEN_RANK = 3;

    private ShrinkOrder() {}

    static boolean isSimpler(double a, double b) {
        int kind = Integer.compare(rank(a), rank(b));
        if (kind != 0) {
            return kind < 0;
        }
        double sizeA = magnitude(a);
        double sizeB = magnitude(b);
        return sizeA < sizeB || (sizeA == sizeB && Math.copySign(1, a) > Math.copySign(1, b));
    }

    /// Numbers simpler than `value` to try instead of it, the simplest first.
    static double[] candidates(double value) {
        double[] all = new double[64];
        int n = 0;
        for (double plain : new double[] {0, 1, -1, 2, -2, 0.5, -0.5}) {
            all[n++] = plain;
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            all[n++] = Math.copySign(Double.MAX_VALUE, Double.isNaN(value) ? 1 : value);
            all[n++] = Double.POSITIVE_INFINITY;
            return onlySimpler(all, n, value);
        }
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        double next = whole + Math.copySign(1, value);
        for (double near : new double[] {whole, next, Math.rint(2 * value) / 2, Math.rint(100 * value) / 100}) {
            all[n++] = -near;
            all[n++] = near;
        }
        all[n++] = -value;
        if (value != 0) {
            n = addPowersOfTen(value, all, n);
            // Bisection: half the way to 0, a quarter, …, and finally 1. Finds the boundary of the failing range.
            for (double step = Math.abs(whole); step >= 1 && n < all.length; ) {
                step = Math.floor(step / 2);
                all[n++] = value - Math.copySign(Math.max(step, 1), value);
            }
        }
        return onlySimpler(all, n, value);
    }

    private static int addPowersOfTen(double value, double[] all, int start) {
        int n = start;
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        for (int step = Math.abs(exponent); step > 0; step /= 2) {
            all[n++] = Math.copySign(powerOfTen(exponent - Integer.signum(exponent) * step), value);
        }
        all[n++] = Math.copySign(powerOfTen(exponent), value);
        all[n++] = Math.copySign(powerOfTen(exponent + 1), value);
        return n;
    }

    private static double[] onlySimpler(double[] all, int count, double value) {
        double[] kept = new double[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (isSimpler(all[i], value)) {
                kept[n++] = all[i] == 0 ? 0 : all[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private static int rank(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return 7;
        } else if (Double.isInfinite(value)) {
            return 6;
        } else if (size == 0) {
            return Math.copySign(1, value) > 0 ? 0 : 5;
        } else if (size <= MAX_SIMPLE_INTEGER && size == Math.rint(size)) {
            return 0;
        } else if (size <= MAX_SIMPLE_INTEGER && 2 * size == Math.rint(2 * size)) {
            return 1;
        } else if (size <= MAX_SIMPLE_INTEGER && Math.rint(100 * size) / 100 == size) {
            return 2;
        }
        return powerOfTen((int) Math.rint(Math.log10(size))) == size ? POWER_OF_TEN_RANK : 4;
    }

    private static double magnitude(double value) {
        return rank(value) == POWER_OF_TEN_RANK ? Math.abs(Math.log10(Math.abs(value))) : Math.abs(value);
    }

    /// The `double` of the literal `1e<exponent>`; 0 or infinity if out of range.
    private static double powerOfTen(int exponent) {
        return exponent > 308 ? Double.POSITIVE_INFINITY : exponent < -323 ? 0 : Double.parseDouble("1e" + exponent);
    }
}
