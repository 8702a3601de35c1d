package gradus.ml.stats;

import java.util.function.DoublePredicate;

/// Finding where a condition that fails at first, and holds from some place on, begins to hold.
final class Bisection {

    private Bisection() {}

    /// The least double of the interval at which `condition`. That it does at the upper end, and does not at
    /// the lower, is taken for granted.
    ///
    /// Halving the distance between two doubles would take a thousand steps to come down from 1e308.
    /// Halving the number of doubles that lie between them takes at most 64, and ends at neighbours.
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

    /// The least whole number of the interval at which `condition`, taken for granted at the upper end. The
    /// lower end is a whole number; steps double until they have gone too far.
    static double smallestInteger(Interval interval, DoublePredicate condition) {
        double below = interval.low() - 1;
        double from = interval.low();
        for (double step = 1; from < interval.high() && !condition.test(from); step *= 2) {
            below = from;
            from = Math.min(interval.high(), from + step);
        }
        while (from - below > 1) {
            double middle = Math.floor(below + (from - below) / 2);
            if (condition.test(middle)) {
                from = middle;
            } else {
                below = middle;
            }
        }
        return from;
    }

    /// The bits of doubles, read as whole numbers, are in the order of the doubles; of the negative ones,
    /// in reverse. Their bits are therefore turned over.
    private static long toOrderedBits(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double fromOrderedBits(long orderedBits) {
        return Double.longBitsToDouble(orderedBits ^ ((orderedBits >> 63) & Long.MAX_VALUE));
    }
}
