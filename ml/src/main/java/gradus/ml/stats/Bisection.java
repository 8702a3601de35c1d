package gradus.ml.stats;

import java.util.function.DoublePredicate;

/// Bisection: the smallest number that satisfies a monotone condition, one that is false up to some number
/// and true from there on.
final class Bisection {

    private Bisection() {}

    /// The smallest `double` of the interval that satisfies `condition`. The condition is assumed to be true
    /// at the upper end and false at the lower.
    ///
    /// Halving the distance between two doubles would take about a thousand steps down from 1e308. Halving
    /// the number of doubles between them takes at most 64, and ends at adjacent ones.
    static double smallestDouble(Interval interval, DoublePredicate condition) {
        long below = toOrderedBits(interval.low());
        long from = toOrderedBits(interval.high());
        while (from - below > 1 || from - below < 0) {
            long middle = (below & from) + ((below ^ from) >> 1);
            if (condition.test(fromOrderedBits(middle))) {
                from = middle;
            } else {
                below = middle;
            }
        }
        return fromOrderedBits(from);
    }

    /// The smallest integer of the interval that satisfies `condition`, which is assumed to be true at the
    /// upper end. The lower end must be an integer. Steps double until they overshoot; then bisection.
    static double smallestInteger(Interval interval, DoublePredicate condition) {
        double below = interval.low() - 1;
        double from = interval.low();
        for (double step = 1; from < interval.high() && !condition.test(from); step *= 2) {
            below = from;
            from = Math.min(interval.high(), from + step);
        }
        while (from - below > 1) {
            double middle = Math.floor(below + (from - below) / 2);
            if (middle == below || middle == from) {
                // Beyond 2⁵³, not every integer is a double.
                return from;
            }
            if (condition.test(middle)) {
                from = middle;
            } else {
                below = middle;
            }
        }
        return from;
    }

    /// Maps a double to a `long`, preserving order. The bits of non-negative doubles, read as an integer, are
    /// in order; those of negative doubles are in reverse order, so their bits are flipped.
    private static long toOrderedBits(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double fromOrderedBits(long orderedBits) {
        return Double.longBitsToDouble(orderedBits ^ ((orderedBits >> 63) & Long.MAX_VALUE));
    }
}
