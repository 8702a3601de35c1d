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
public record Reliability(List<Bin> bins) {

    public Reliability {
        bins = List.copyOf(bins);
    }

    /// The rows whose probability lies from `from` to below `to`.
    ///
    /// @param count how many rows there are, perhaps none
    /// @param meanProbability their mean probability; of no rows the middle of the bin
    /// @param share the share of them that is positive; of no rows the middle of the bin
    public record Bin(double from, double to, int count, double meanProbability, double share) {}

    /// Of n rows, in so many bins. O(n + bins).
    ///
    /// @param positive which rows are positive, shape `(n)`
    /// @param probabilities how probable that was said to be, shape `(n)`, from 0 to 1
    /// @param bins at least 1
    /// @throws IllegalArgumentException if lengths differ, or a probability is not from 0 to 1
    public static Reliability of(boolean[] positive, Vector probabilities, int bins) {
        ProbabilityScores.require(positive, probabilities);
        if (bins < 1) {
            throw new IllegalArgumentException("at least 1 bin is needed, got " + bins);
        }
        var members = new ArrayList<List<Integer>>();
        for (int bin = 0; bin < bins; bin++) {
            members.add(new ArrayList<>());
        }
        for (int row = 0; row < positive.length; row++) {
            members.get(Math.min((int) (probabilities.get(row) * bins), bins - 1))
                    .add(row);
        }
        var filled = new ArrayList<Bin>();
        for (int bin = 0; bin < bins; bin++) {
            filled.add(bin(members.get(bin), positive, probabilities, (double) bin / bins, (bin + 1.0) / bins));
        }
        return new Reliability(filled);
    }

    private static Bin bin(List<Integer> rows, boolean[] positive, Vector probabilities, double from, double to) {
        if (rows.isEmpty()) {
            return new Bin(from, to, 0, (from + to) / 2, (from + to) / 2);
        }
        double sum = Numerics.sum(rows.stream().mapToDouble(probabilities::get).toArray());
        long came = rows.stream().filter(row -> positive[row]).count();
        return new Bin(from, to, rows.size(), sum / rows.size(), (double) came / rows.size());
    }

    /// The mean distance between probability and share, each bin weighted by its rows: the expected
    /// calibration error. 0 is best. It depends on the bins, and by chance it is above 0 even where all
    /// probabilities are true.
    ///
    /// Source: M. P. Naeini, G. F. Cooper and M. Hauskrecht, "Obtaining Well Calibrated Probabilities
    /// Using Bayesian Binning", AAAI 2015.
    public double expectedError() {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.meanProbability() - bin.share());
        }
        return sum / count();
    }

    /// The largest distance between probability and share in a bin that has rows.
    public double largestError() {
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.meanProbability() - bin.share()))
                .max()
                .orElseThrow();
    }

    /// What the Brier score of these rows is made of: `miscalibration - resolution + uncertainty`,
    /// exactly where all probabilities in a bin are equal.
    ///
    /// Source: A. H. Murphy, "A New Vector Partition of the Probability Score", Journal of Applied
    /// Meteorology 12 (1973), 595–600.
    public Parts parts() {
        double base =
                bins.stream().mapToDouble(bin -> bin.count() * bin.share()).sum() / count();
        double miscalibration = 0;
        double resolution = 0;
        for (Bin bin : bins) {
            miscalibration += bin.count() * Math.pow(bin.meanProbability() - bin.share(), 2);
            resolution += bin.count() * Math.pow(bin.share() - base, 2);
        }
        return new Parts(miscalibration / count(), resolution / count(), base * (1 - base));
    }

    /// @param miscalibration how far probabilities are from shares; 0 is best
    /// @param resolution how far the shares of bins are from that of all rows; the higher, the more is
    ///     told apart
    /// @param uncertainty what no forecaster can help: the variance of what came
    public record Parts(double miscalibration, double resolution, double uncertainty) {}

    private int count() {
        return bins.stream().mapToInt(Bin::count).sum();
    }
}
