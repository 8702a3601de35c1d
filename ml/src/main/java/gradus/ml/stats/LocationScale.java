package gradus.ml.stats;

/// Distances from the centre of a distribution in units of its scale, and back, near the ends of the type
/// too.
final class LocationScale {

    private LocationScale() {}

    /// `(x − location) / scale`, also if the difference overflows.
    static double standardise(double x, double location, double scale) {
        double difference = x - location;
        return Double.isInfinite(difference) && Double.isFinite(x) ? x / scale - location / scale : difference / scale;
    }

    /// `location + z·scale`, also if the product overflows.
    static double locate(double z, double location, double scale) {
        return Math.fma(z, scale, location);
    }
}
