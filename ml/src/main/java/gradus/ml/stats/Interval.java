package gradus.ml.stats;

/// A closed interval: the numbers from `low` to `high`, both included. Either may be infinite.
public record Interval(double low, double high) {

    /// @throws IllegalArgumentException if `low` is above `high`, or one is NaN
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "the lower end of an interval must not exceed its upper end, got " + low + " and " + high);
        }
    }

    /// Whether `x` lies in the interval; false for NaN.
    public boolean contains(double x) {
        return low <= x && x <= high;
    }

    /// The length of the interval, `high − low`.
    public double width() {
        return high - low;
    }
}
