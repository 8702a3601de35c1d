package gradus.ml.score;

import java.util.List;
import java.util.function.Function;

/// The common part of [GridSearchRegressor] and [GridSearchClassifier].
final class Tuning {

    private Tuning() {}

    static void requireCandidates(int candidates, int folds) {
        if (candidates == 0 || folds < 2) {
            throw new IllegalArgumentException("tuning needs at least 1 candidate and 2 folds, got " + candidates
                    + " candidates and " + folds + " folds");
        }
    }

    /// The index of the candidate with the best mean score; the first if there are several.
    static <C> int bestIndex(List<C> candidates, Direction direction, Function<C, FoldScores> evaluate) {
        double[] means = new double[candidates.size()];
        for (int i = 0; i < means.length; i++) {
            try {
                means[i] = evaluate.apply(candidates.get(i)).mean();
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "candidate " + i + ", " + candidates.get(i) + ", fails: " + e.getMessage(), e);
            }
        }
        return direction.bestIndex(means);
    }
}
