package gradus.ml.stats;

/// [RunningMoments] of values so large or so small that the squares of their deviations would overflow or
/// underflow: the sums of squares are kept in squares of a unit, a power of two.
final class ScaledMoments {

    /// Numbers up to this and down to its reciprocal have squares that neither overflow nor underflow, nor
    /// does their sum overflow.
    private static final double SQUARABLE = 0x1p480;

    private ScaledMoments() {}

    /// Whether the unit 1 will do for the square of this deviation and for the sums of both.
    static boolean needsNoUnit(double deviation, RunningMoments first, RunningMoments second) {
        return first.unit() == 1 && second.unit() == 1 && (deviation == 0 || isSquarable(deviation));
    }

    /// The moments with one more value; there is one already.
    static RunningMoments update(RunningMoments moments, double x) {
        double deviation = x - moments.mean();
        if (Double.isInfinite(deviation)) {
            return times(update(times(moments, 0.5), x * 0.5), 2);
        }
        double newMean = moments.mean() + deviation / (moments.count() + 1);
        double unit = commonUnit(deviation, moments, moments);
        double square = (deviation / unit) * ((x - newMean) / unit);
        return new RunningMoments(moments.count() + 1, newMean, sumOfSquaresIn(unit, moments) + square, unit);
    }

    /// The moments of the values of both, of which neither is empty.
    static RunningMoments merge(RunningMoments first, RunningMoments second) {
        double deviation = second.mean() - first.mean();
        if (Double.isInfinite(deviation)) {
            return times(merge(times(first, 0.5), times(second, 0.5)), 2);
        }
        long count = first.count() + second.count();
        double weight = (double) second.count() / count;
        double unit = commonUnit(deviation, first, second);
        double step = deviation / unit;
        double within = sumOfSquaresIn(unit, first) + sumOfSquaresIn(unit, second);
        double between = step * step * first.count() * weight;
        // The deviation is rounded, and nearly all of it may be added.
        double low = Math.min(first.mean(), second.mean());
        double high = Math.max(first.mean(), second.mean());
        double mean = Math.clamp(first.mean() + deviation * weight, low, high);
        return new RunningMoments(count, mean, within + between, unit);
    }

    /// The moments of the values times `factor`, plus `shift`.
    static RunningMoments rescale(RunningMoments moments, double factor, double shift) {
        double newMean = Math.fma(moments.mean(), factor, shift);
        double power = Math.scalb(1.0, Math.getExponent(factor));
        double rest = factor / power;
        double unit = moments.unit() * power;
        return unit == 0
                ? new RunningMoments(moments.count(), newMean, 0)
                : new RunningMoments(moments.count(), newMean, moments.sumOfSquares() * rest * rest, unit);
    }

    /// The moments of the values times a power of two.
    private static RunningMoments times(RunningMoments moments, double power) {
        return new RunningMoments(
                moments.count(), moments.mean() * power, moments.sumOfSquares(), moments.unit() * power);
    }

    /// The largest unit that this deviation and these sums need; what underflows in it is negligible.
    private static double commonUnit(double deviation, RunningMoments first, RunningMoments second) {
        double largest =
                Math.max(first.sumOfSquares() > 0 ? first.unit() : 0, second.sumOfSquares() > 0 ? second.unit() : 0);
        double size = Math.abs(deviation);
        if (size > 0) {
            largest = Math.max(largest, isSquarable(size) ? 1 : Math.scalb(0.25, Math.getExponent(size)));
        }
        return largest == 0 ? first.unit() : largest;
    }

    private static boolean isSquarable(double deviation) {
        double size = Math.abs(deviation);
        return size >= 1 / SQUARABLE && size <= SQUARABLE;
    }

    private static double sumOfSquaresIn(double unit, RunningMoments moments) {
        double ratio = moments.unit() / unit;
        return moments.sumOfSquares() == 0 ? 0 : moments.sumOfSquares() * ratio * ratio;
    }
}
