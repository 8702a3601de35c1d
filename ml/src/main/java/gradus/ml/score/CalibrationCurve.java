package gradus.ml.score;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.ArrayList;
import java.util.List;

/// Calibration curve (reliability diagram): compares predicted probabilities with observed frequencies. Of
/// the rows with a predicted probability near 0.8, about 80 % should be positive. The rows are grouped by
/// predicted probability into bins of equal width.
///
/// Source: M. H. DeGroot and S. E. Fienberg, "The Comparison and Evaluation of Forecasters", The Statistician
/// 32 (1983), 12–22.
///
/// @param bins the bins in ascending order; the last one includes the probability 1
public record CalibrationCurve(List<Bin> bins) {

    /// @throws IllegalArgumentException if no bin has rows
    public CalibrationCurve {
        bins = List.copyOf(bins);
        if (bins.stream().noneMatch(bin -> bin.count() > 0)) {
            throw new IllegalArgumentException("a calibration curve needs rows, but all of its " + bins.size()
                    + " bins are empty; make it with CalibrationCurve.of");
        }
    }

    /// A bin: the rows with a predicted probability from `lower` (inclusive) to `upper` (exclusive).
    ///
    /// @param count number of rows, possibly 0, or the sum of their weights
    /// @param meanPrediction mean predicted probability of these rows; the midpoint of an empty bin
    /// @param observedFrequency fraction of these rows that are positive; the midpoint of an empty bin
    public record Bin(double lower, double upper, double count, double meanPrediction, double observedFrequency) {}

    /// The calibration curve of n rows in `binCount` bins. O(n + binCount).
    ///
    /// @param positive whether each row is positive, shape `(n)`
    /// @param probabilities the predicted probability that each row is positive, shape `(n)`, from 0 to 1
    /// @param binCount number of bins, ≥ 1
    /// @throws IllegalArgumentException if lengths differ or are 0, a probability is not between 0 and 1, or
    ///     `binCount` is below 1
    public static CalibrationCurve of(boolean[] positive, Vector probabilities, int binCount) {
        return of(positive, probabilities, Means.ones(positive.length), binCount);
    }

    /// The calibration curve of n weighted rows. An integer weight counts like that many equal rows, a weight
    /// of 0 like none.
    ///
    /// @param positive whether each row is positive, shape `(n)`
    /// @param probabilities the predicted probability that each row is positive, shape `(n)`, from 0 to 1
    /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0, not all 0
    /// @param binCount number of bins, ≥ 1
    /// @throws IllegalArgumentException if lengths differ or are 0, a probability is not between 0 and 1, a
    ///     weight is out of range, or `binCount` is below 1
    public static CalibrationCurve of(boolean[] positive, Vector probabilities, Vector weights, int binCount) {
        ProbabilityMetrics.require(positive, probabilities);
        MetricPreconditions.requireWeights(positive.length, weights);
        if (binCount < 1) {
            throw new IllegalArgumentException("binCount must be at least 1, got " + binCount);
        }
        var members = new ArrayList<List<Integer>>();
        for (int bin = 0; bin < binCount; bin++) {
            members.add(new ArrayList<>());
        }
        for (int row = 0; row < positive.length; row++) {
            if (weights.get(row) > 0) {
                members.get(binOf(probabilities.get(row), binCount)).add(row);
            }
        }
        var filled = new ArrayList<Bin>();
        for (int bin = 0; bin < binCount; bin++) {
            filled.add(bin(members.get(bin), positive, probabilities, weights, bin, binCount));
        }
        return new CalibrationCurve(filled);
    }

    /// The bin whose limits enclose a probability. The product alone may be rounded to the next bin.
    private static int binOf(double probability, int binCount) {
        int bin = Math.min((int) (probability * binCount), binCount - 1);
        if (probability < (double) bin / binCount) {
            return bin - 1;
        }
        return bin + 1 < binCount && probability >= (bin + 1.0) / binCount ? bin + 1 : bin;
    }

    private static Bin bin(
            List<Integer> rows, boolean[] positive, Vector probabilities, Vector weights, int bin, int binCount) {
        double lower = (double) bin / binCount;
        double upper = (bin + 1.0) / binCount;
        if (rows.isEmpty()) {
            return new Bin(lower, upper, 0, (lower + upper) / 2, (lower + upper) / 2);
        }
        Vector own = Vector.from(rows.size(), i -> weights.get(rows.get(i)));
        double[] predictions = rows.stream().mapToDouble(probabilities::get).toArray();
        double[] outcomes =
                rows.stream().mapToDouble(row -> positive[row] ? 1 : 0).toArray();
        return new Bin(
                lower, upper, Numerics.sum(own.toArray()), Means.mean(predictions, own), Means.mean(outcomes, own));
    }

    /// Expected calibration error (ECE): the absolute difference between mean prediction and observed
    /// frequency, averaged over the bins with their numbers of rows as weights. 0 is best. It depends on the
    /// number of bins. Because of sampling variation it is above 0 even for perfectly calibrated
    /// probabilities.
    ///
    /// Source: M. P. Naeini, G. F. Cooper and M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using
    /// Bayesian Binning", AAAI 2015.
    public double expectedCalibrationError() {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.meanPrediction() - bin.observedFrequency());
        }
        return sum / count();
    }

    /// Maximum calibration error (MCE): the largest absolute difference between mean prediction and observed
    /// frequency over all bins that are not empty. 0 is best.
    public double maximumCalibrationError() {
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.meanPrediction() - bin.observedFrequency()))
                .max()
                .orElseThrow();
    }

    /// Murphy decomposition of the Brier score of these rows: `reliability − resolution + uncertainty`. The
    /// decomposition is exact if all predicted probabilities in each bin are equal.
    ///
    /// Source: A. H. Murphy, "A New Vector Partition of the Probability Score", Journal of Applied
    /// Meteorology 12 (1973), 595–600.
    public BrierDecomposition brierDecomposition() {
        double baseRate = bins.stream()
                        .mapToDouble(bin -> bin.count() * bin.observedFrequency())
                        .sum()
                / count();
        double reliability = 0;
        double resolution = 0;
        for (Bin bin : bins) {
            reliability += bin.count() * StrictMath.pow(bin.meanPrediction() - bin.observedFrequency(), 2);
            resolution += bin.count() * StrictMath.pow(bin.observedFrequency() - baseRate, 2);
        }
        return new BrierDecomposition(reliability / count(), resolution / count(), baseRate * (1 - baseRate));
    }

    /// The terms of the Murphy decomposition of the Brier score.
    ///
    /// @param reliability mean over the rows of the squared difference between the mean prediction and the
    ///     observed frequency of their bin; 0 is best
    /// @param resolution mean over the rows of the squared difference between the observed frequency of their
    ///     bin and that of all rows; higher is better
    /// @param uncertainty variance of the outcomes; it does not depend on the predictions
    public record BrierDecomposition(double reliability, double resolution, double uncertainty) {}

    private double count() {
        return bins.stream().mapToDouble(Bin::count).sum();
    }
}
