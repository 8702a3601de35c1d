package gradus.ml.stats;

/// The numbers from `low` to `high`, both included; either may be infinite.
public record Interval(double low, double high) {

    /// @throws IllegalArgumentException if `low` is above `high`, or one is NaN
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "an interval goes from its lower end to its upper one, got " + low + " and " + high);
        }
    }

    /// Whether `x` lies in it. NaN does not.
    public boolean contains(double x) {
        return low <= x && x <= high;
    }

    /// How far it is from end to end.
    public double width() {
        return high - low;
    }
}
