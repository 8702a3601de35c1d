package gradus.ml.stats;

import gradus.ml.numbers.SampleStatistics;

/// A sample as deviations from its mean, in a unit near its standard deviation: their squares and products
/// neither overflow nor underflow. The unit is a power of two, so dividing by it does not round.
///
/// @param deviations shape `(n)`, in this unit; all 0 if the values are equal
record Centred(double[] deviations, double unit) {

    /// The sample `x`, of at least one value, all finite.
    static Centred of(double[] x) {
        double mean = SampleStatistics.mean(x);
        double standardDeviation = SampleStatistics.standardDeviation(x, 0);
        double unit = standardDeviation == 0 ? 1 : Math.scalb(1.0, Math.getExponent(standardDeviation));
        double[] deviations = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            deviations[i] = LocationScale.standardise(x[i], mean, unit);
        }
        // The mean is rounded, perhaps by as much as nearly equal values differ.
        double remainder = SampleStatistics.mean(deviations);
        for (int i = 0; i < x.length; i++) {
            deviations[i] -= remainder;
        }
        return new Centred(deviations, unit);
    }

    boolean isConstant() {
        for (double deviation : deviations) {
            if (deviation != 0) {
                return false;
            }
        }
        return true;
    }
}
