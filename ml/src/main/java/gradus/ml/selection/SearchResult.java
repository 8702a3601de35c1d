package gradus.ml.selection;

import gradus.ml.score.Direction;
import gradus.ml.score.FoldScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The result of a search for the best of several candidates by cross-validation (`cv_results_` of
/// scikit-learn's `GridSearchCV`).
///
/// **Caveat.** The score of the best candidate is optimistic, because the candidate was selected by it.
///
/// @param candidates estimators with different hyperparameters, at least 1
/// @param scores the scores of each candidate, on the same splits
/// @param direction whether lower or higher scores are better
/// @param <C> the type of the candidates
public record SearchResult<C>(List<C> candidates, List<FoldScores> scores, Direction direction) {

    /// @throws IllegalArgumentException if there is no candidate, or their number is not that of the scores
    public SearchResult {
        candidates = List.copyOf(candidates);
        scores = List.copyOf(scores);
        if (candidates.isEmpty() || candidates.size() != scores.size()) {
            throw new IllegalArgumentException("a search needs at least 1 candidate and the scores of each, got "
                    + candidates.size() + " candidates and the scores of " + scores.size());
        }
    }

    static <C> SearchResult<C> of(List<C> candidates, Direction direction, Function<C, FoldScores> evaluate) {
        var scores = new ArrayList<FoldScores>();
        for (C candidate : candidates) {
            try {
                scores.add(evaluate.apply(candidate));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "candidate " + scores.size() + ", " + candidate + ", fails: " + e.getMessage(), e);
            }
        }
        return new SearchResult<>(candidates, scores, direction);
    }

    /// The position of the candidate with the best mean score; the first if there are several.
    ///
    /// @throws IllegalArgumentException if no mean score is a number
    public int bestIndex() {
        return direction.bestIndex(scores.stream().mapToDouble(FoldScores::mean).toArray());
    }

    /// The candidate with the best mean score, not fitted; fit it to all rows.
    ///
    /// @throws IllegalArgumentException if no mean score is a number
    public C best() {
        return candidates.get(bestIndex());
    }

    /// The scores of the best candidate.
    ///
    /// @throws IllegalArgumentException if no mean score is a number
    public FoldScores bestScores() {
        return scores.get(bestIndex());
    }
}
