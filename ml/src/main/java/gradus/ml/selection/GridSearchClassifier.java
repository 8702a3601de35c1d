package gradus.ml.selection;

import gradus.ml.classic.Classifier;
import gradus.ml.data.split.Folds;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetric;
import java.util.List;

/// Hyperparameter tuning by cross-validation as a part of fitting (like scikit-learn's `GridSearchCV`): the
/// candidate with the best mean score is fitted to all rows, the first if there are several. The metric knows
/// whether lower or higher is better. The folds are stratified, so a class of only one row is refused: it
/// could not be both trained on and tested.
///
/// **Caveat.** The mean score of the selected candidate is optimistic, because the candidate was selected by
/// it. Use nested cross-validation: see [GridSearchRegressor].
///
/// **Weights.** With a weight for each row, candidates are fitted and scored with the weights, so each of
/// them must take weights.
///
/// This is an estimator for matrices that makes its own folds. To search over whole pipelines, or with given
/// splits such as those by time, see [CrossValidation#search].
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
        implements Classifier.Weighted<M> {

    /// @throws IllegalArgumentException if there is no candidate, or fewer than 2 folds
    public GridSearchClassifier {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || folds < 2) {
            throw new IllegalArgumentException("tuning needs at least 1 candidate and 2 folds, got " + candidates.size()
                    + " candidates and " + folds + " folds");
        }
    }

    @Override
    public M fit(Matrix x, int[] labels) {
        return candidates.get(bestIndex(x, labels)).fit(x, labels);
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Classifier.Weighted#fit], if there are fewer rows than folds,
    ///     a class has only 1 row, a candidate takes no weights, a candidate or the metric throws, or no mean
    ///     score is a number
    @Override
    public M fit(Matrix x, int[] labels, Vector weights) {
        List<Classifier.Weighted<? extends M>> weighted = candidates.stream()
                .map(GridSearchClassifier::<M>requireWeighted)
                .toList();
        var validation = new CrossValidation(Folds.stratified(labels, folds, Rng.of(seed)));
        return SearchResult.of(
                        weighted,
                        metric.direction(),
                        estimator -> validation.evaluate(estimator, x, labels, weights, metric))
                .best()
                .fit(x, labels, weights);
    }

    @SuppressWarnings("unchecked")
    private static <M extends Classifier.Fitted> Classifier.Weighted<? extends M> requireWeighted(
            Classifier<? extends M> candidate) {
        if (candidate instanceof Classifier.Weighted<?> weighted) {
            return (Classifier.Weighted<? extends M>) weighted;
        }
        throw new IllegalArgumentException(
                "candidate " + candidate + " takes no weights; use candidates that do, or leave out the weights");
    }

    /// The index of the candidate with the best mean score on these rows.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than folds, a class has only 1 row, a
    ///     candidate or the metric throws, or no mean score is a number
    public int bestIndex(Matrix x, int[] labels) {
        return new CrossValidation(Folds.stratified(labels, folds, Rng.of(seed)))
                .search(candidates, x, labels, metric)
                .bestIndex();
    }
}
