package gradus.ml.score;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.ArrayList;
import java.util.List;

/// Whether what is given 80 % comes in 80 of 100 cases: probabilities in bins of one width, and what came
/// in each.
///
/// Source: M. H. DeGroot and S. E. Fienberg, "The Comparison and Evaluation of Forecasters", The
/// Statistician 32 (1983), 12–22.
///
/// @param bins from low to high probabilities; the last takes in 1
public record CalibrationCurve(List<Bin> bins) {

    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /// The rows whose probability lies from `lower` to below `upper`.
    ///
    /// @param count how many rows there are, perhaps none
    /// @param meanPrediction their mean probability; of no rows the middle of the bin
    /// @param observedFrequency the share of them that is positive; of no rows the middle of the bin
    public record Bin(double lower, double upper, int count, double meanPrediction, double observedFrequency) {}

    /// Of n rows, in so many bins. O(n + bins).
    ///
    /// @param positive which rows are positive, shape `(n)`
    /// @param probabilities how probable that was said to be, shape `(n)`, from 0 to 1
    /// @param binCount at least 1
    /// @throws IllegalArgumentException if lengths differ, or a probability is not from 0 to 1
    public static CalibrationCurve of(boolean[] positive, Vector probabilities, int binCount) {
        ProbabilityMetrics.require(positive, probabilities);
        if (binCount < 1) {
            throw new IllegalArgumentException("at least 1 bin is needed, got " + binCount);
        }
        var members = new ArrayList<List<Integer>>();
        for (int bin = 0; bin < binCount; bin++) {
            members.add(new ArrayList<>());
        }
        for (int row = 0; row < positive.length; row++) {
            members.get(Math.min((int) (probabilities.get(row) * binCount), binCount - 1))
                    .add(row);
        }
        var filled = new ArrayList<Bin>();
        for (int bin = 0; bin < binCount; bin++) {
            filled.add(bin(members.get(bin), positive, probabilities, (double) bin / binCount, (bin + 1.0) / binCount));
        }
        return new CalibrationCurve(filled);
    }

    private static Bin bin(List<Integer> rows, boolean[] positive, Vector probabilities, double lower, double upper) {
        if (rows.isEmpty()) {
            return new Bin(lower, upper, 0, (lower + upper) / 2, (lower + upper) / 2);
        }
        double sum = Numerics.sum(rows.stream().mapToDouble(probabilities::get).toArray());
        long positiveCount = rows.stream().filter(row -> positive[row]).count();
        return new Bin(lower, upper, rows.size(), sum / rows.size(), (double) positiveCount / rows.size());
    }

    /// The mean distance between probability and share, each bin weighted by its rows: the expected
    /// calibration error. 0 is best. It depends on the bins, and by chance it is above 0 even where all
    /// probabilities are true.
    ///
    /// Source: M. P. Naeini, G. F. Cooper and M. Hauskrecht, "Obtaining Well Calibrated Probabilities
    /// Using Bayesian Binning", AAAI 2015.
    public double expectedCalibrationError() {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.meanPrediction() - bin.observedFrequency());
        }
        return sum / count();
    }

    /// The largest distance between probability and share in a bin that has rows.
    public double maximumCalibrationError() {
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.meanPrediction() - bin.observedFrequency()))
                .max()
                .orElseThrow();
    }

    /// What the Brier score of these rows is made of: `reliability - resolution + uncertainty`,
    /// exactly where all probabilities in a bin are equal.
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
            reliability += bin.count() * Math.pow(bin.meanPrediction() - bin.observedFrequency(), 2);
            resolution += bin.count() * Math.pow(bin.observedFrequency() - baseRate, 2);
        }
        return new BrierDecomposition(reliability / count(), resolution / count(), baseRate * (1 - baseRate));
    }

    /// @param reliability how far probabilities are from shares; 0 is best
    /// @param resolution how far the shares of bins are from that of all rows; the higher, the more is
    ///     told apart
    /// @param uncertainty what no forecaster can help: the variance of what came
    public record BrierDecomposition(double reliability, double resolution, double uncertainty) {}

    private int count() {
        return bins.stream().mapToInt(Bin::count).sum();
    }
}
