package gradus.ml.score;

/// Which values of a metric are better: lower ones, as for errors and losses, or higher ones, as for R² and
/// accuracy. Everything in the library that compares scores asks the metric for its direction.
///
/// NaN is worse than every number: a score that could not be computed never wins.
public enum Direction {
    /// Errors and losses: 0 is usually best.
    LOWER_IS_BETTER {
        @Override
        boolean orders(double better, double worse) {
            return better < worse;
        }
    },
    /// Accuracy, R², AUC: 1 is usually best.
    HIGHER_IS_BETTER {
        @Override
        boolean orders(double better, double worse) {
            return better > worse;
        }
    };

    /// Whether `better` is the better of two different numbers; false if one is NaN.
    abstract boolean orders(double better, double worse);

    /// Whether `score` is better than `other`; false if they are equal or `score` is NaN.
    public boolean isBetter(double score, double other) {
        return orders(score, other) || Double.isNaN(other) && !Double.isNaN(score);
    }

    /// The index of the best score; the first if there are several. O(n).
    ///
    /// @throws IllegalArgumentException if there are no scores, or every score is NaN
    public int bestIndex(double... scores) {
        double best = Double.NaN;
        int bestIndex = -1;
        for (int i = 0; i < scores.length; i++) {
            if (isBetter(scores[i], best)) {
                best = scores[i];
                bestIndex = i;
            }
        }
        if (bestIndex < 0) {
            throw new IllegalArgumentException("there is no best of " + scores.length
                    + " scores, because none of them is a number; check the metric");
        }
        return bestIndex;
    }
}
