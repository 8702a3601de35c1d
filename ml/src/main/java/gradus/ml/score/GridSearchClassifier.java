package gradus.ml.score;

import gradus.ml.classic.Classifier;
import gradus.ml.data.split.Folds;
import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import java.util.List;

/// Hyperparameter tuning by cross-validation as a part of fitting (like scikit-learn's `GridSearchCV`): the
/// candidate with the best mean score is fitted to all rows, the first if there are several. The metric knows
/// whether lower or higher is better. The folds are stratified.
///
/// **Caveat.** The mean score of the selected candidate is optimistic, because the candidate was selected by
/// it. Use nested cross-validation: see [GridSearchRegressor].
///
/// **Cost.** For c candidates and k folds, `c·k + 1` fits.
///
/// @param candidates estimators with different hyperparameters, at least 1
/// @param folds number of folds, ≥ 2
/// @param metric what is compared, such as [ClassificationMetric#ACCURACY] or [ClassificationMetric#LOG_LOSS]
/// @param seed random seed for the assignment of rows to folds
/// @param <M> the type of the fitted model
public record GridSearchClassifier<M extends Classifier.Fitted>(
        List<? extends Classifier<? extends M>> candidates, int folds, ClassificationMetric metric, long seed)
        implements Classifier<M> {

    /// @throws IllegalArgumentException if there is no candidate, or fewer than 2 folds
    public GridSearchClassifier {
        candidates = List.copyOf(candidates);
        Tuning.requireCandidates(candidates.size(), folds);
    }

    @Override
    public M fit(Matrix x, int[] labels) {
        return candidates.get(bestIndex(x, labels)).fit(x, labels);
    }

    /// The index of the candidate with the best mean score on these rows.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than folds, a candidate or the metric throws,
    ///     or no mean score is a number
    public int bestIndex(Matrix x, int[] labels) {
        var validation = new CrossValidation(Folds.stratified(labels, folds, Rng.of(seed)));
        return Tuning.bestIndex(
                candidates, metric.direction(), estimator -> validation.evaluate(estimator, x, labels, metric));
    }
}
