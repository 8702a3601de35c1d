package gradus.ml.score;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The common part of [GridSearchRegressor] and [GridSearchClassifier].
final class Tuning {

    private Tuning() {}

    static void requireCandidates(int candidates, int folds) {
        if (candidates == 0 || folds < 2) {
            throw new IllegalArgumentException("tuning needs at least 1 candidate and 2 folds, got " + candidates
                    + " candidates and " + folds + " folds");
        }
    }

    /// The index of the candidate with the lowest loss; the first if there are several. NaN counts as the
    /// worst loss.
    static <C> int argmin(List<C> candidates, ToDoubleFunction<C> loss) {
        int best = 0;
        double minimum = Double.NaN;
        for (int i = 0; i < candidates.size(); i++) {
            double value = loss.applyAsDouble(candidates.get(i));
            if (value < minimum || (Double.isNaN(minimum) && !Double.isNaN(value))) {
                best = i;
                minimum = value;
            }
        }
        return best;
    }
}
