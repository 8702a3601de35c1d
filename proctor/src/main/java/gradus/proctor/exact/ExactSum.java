package gradus.proctor.exact;

import gradus.proctor.failure.CheckFault;

/// A sum of doubles and of products of two doubles, without any rounding: a fixed-point number that is wide
/// enough for the product of any two finite doubles. It is rounded once, when it is read.
///
/// Source: Kulisch, "Computer Arithmetic and Validity", 2008: the long accumulator.
public final class ExactSum {

    /// The exponent of the lowest bit: the product of the two smallest doubles is 2⁻²¹⁴⁸.
    private static final int LOWEST = 2 * (Double.MIN_EXPONENT - 52);

    /// Digits of 32 bits up to 2²⁰⁴⁸, and two more for carries.
    private static final int DIGITS = (2 * (Double.MAX_EXPONENT + 1) - LOWEST) / 32 + 3;

    private static final long DIGIT = 0xffff_ffffL;
    private static final long HIDDEN_BIT = 1L << 52;

    /// Each addition adds less than 2³³ to a digit.
    private static final int MAX_ADDITIONS = 1 << 29;

    /// The sum is Σ digits[i] · 2^(32·i + LOWEST). A digit may be negative and have more than 32 bits until
    /// carries are propagated.
    private final long[] digits = new long[DIGITS];

    /// No digit below the lowest or above the highest is other than 0. There are none at first.
    private int lowest = DIGITS;

    private int highest = -1;

    private int additions;
    private double nonFinite;

    /// A sum of nothing: 0.
    public ExactSum() {}

    /// The sum of `x`, rounded once; 0 for no numbers. With NaN or infinities in `x` it is what IEEE 754 says.
    public static double of(double... x) {
        var sum = new ExactSum();
        for (double value : x) {
            sum.add(value);
        }
        return sum.doubleValue();
    }

    /// The dot product of `x` and `y`, rounded once.
    public static double dot(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new CheckFault("an exact dot product of " + x.length + " and " + y.length + " numbers");
        }
        var sum = new ExactSum();
        for (int i = 0; i < x.length; i++) {
            sum.addProduct(x[i], y[i]);
        }
        return sum.doubleValue();
    }

    public void add(double x) {
        addProduct(x, 1);
    }

    public void addProduct(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            nonFinite += x * y;
            return;
        }
        if (++additions == MAX_ADDITIONS) {
            propagateCarries();
        }
        long a = significand(x);
        long b = significand(y);
        int shift = exponent(x) + exponent(y) - LOWEST;
        int at = shift >> 5;
        int bits = shift & 31;
        lowest = Math.min(lowest, at);
        highest = Math.max(highest, at + 4);
        long low = a * b;
        long high = Math.multiplyHigh(a, b);
        long sign = (Double.doubleToRawLongBits(x) ^ Double.doubleToRawLongBits(y)) >> 63;
        addShifted(low & DIGIT, bits, at, sign);
        addShifted(low >>> 32, bits, at + 1, sign);
        addShifted(high & DIGIT, bits, at + 2, sign);
        addShifted(high >>> 32, bits, at + 3, sign);
    }

    /// @param sign 0, or −1 for a negative number
    private void addShifted(long digit, int bits, int at, long sign) {
        long shifted = digit << bits;
        digits[at] += ((shifted & DIGIT) ^ sign) - sign;
        digits[at + 1] += ((shifted >>> 32) ^ sign) - sign;
    }

    private static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x) & (HIDDEN_BIT - 1);
        return Math.getExponent(x) < Double.MIN_EXPONENT ? bits : bits | HIDDEN_BIT;
    }

    /// The exponent of the significand's lowest bit.
    private static int exponent(double x) {
        return Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
    }

    /// Makes every digit but the highest at least 0 and less than 2³², and that less than 2³² in absolute value.
    private void propagateCarries() {
        for (int i = lowest; i < highest; i++) {
            carry(i);
        }
        if (highest >= 0 && Math.abs(digits[highest]) > DIGIT) {
            carry(highest++);
        }
        additions = 0;
    }

    private void carry(int at) {
        digits[at + 1] += digits[at] >> 32;
        digits[at] &= DIGIT;
    }

    /// The sum, rounded once to the nearest double, a tie to the even one. No zero but that of a negative sum too
    /// small for a double is negative.
    public double doubleValue() {
        if (nonFinite != 0) {
            return nonFinite;
        }
        propagateCarries();
        if (highest < 0 || digits[highest] >= 0) {
            return magnitude();
        }
        negate();
        double magnitude = magnitude();
        negate();
        return -magnitude;
    }

    private void negate() {
        for (int i = lowest; i <= highest; i++) {
            digits[i] = -digits[i];
        }
        propagateCarries();
    }

    /// The sum, rounded; it must not be negative, and its carries must have been propagated.
    private double magnitude() {
        int top = highest;
        while (top >= lowest && digits[top] == 0) {
            top--;
        }
        if (top < lowest) {
            return 0;
        }
        int used = Long.SIZE - Long.numberOfLeadingZeros(digits[top]);
        long leading = digits[top] << 64 - used;
        long remainder = 0;
        int position = top;
        for (int room = 64 - used; room > 0 && position > 0; room -= 32) {
            long next = digits[--position];
            leading |= room >= 32 ? next << room - 32 : next >>> 32 - room;
            remainder = room >= 32 ? 0 : next << room & DIGIT;
        }
        boolean inexact = remainder != 0;
        while (position > lowest) {
            inexact |= digits[--position] != 0;
        }
        return round(leading, inexact, 32 * top + used - 1 + LOWEST);
    }

    /// @param leading the leading 64 bits of the sum, of which the highest is set
    /// @param inexact whether a lower bit is set
    /// @param exponent the exponent of the highest bit
    private static double round(long leading, boolean inexact, int exponent) {
        if (exponent > Double.MAX_EXPONENT) {
            return Double.POSITIVE_INFINITY;
        }
        int dropped = 64 - 53 + Math.max(0, Double.MIN_EXPONENT - exponent);
        if (dropped > 64) {
            return 0;
        }
        long kept = dropped == 64 ? 0 : leading >>> dropped;
        boolean half = (leading >>> dropped - 1 & 1) == 1;
        boolean more = inexact || (leading & (1L << dropped - 1) - 1) != 0;
        if (half && (more || (kept & 1) == 1)) {
            kept++;
        }
        return Math.scalb((double) kept, exponent - 63 + dropped);
    }
}
