package gradus.ml.selection;

import gradus.ml.classic.Regressor;
import gradus.ml.data.split.Folds;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.RegressionMetric;
import java.util.List;

/// Hyperparameter tuning by cross-validation as a part of fitting (like scikit-learn's `GridSearchCV`): the
/// candidate with the best mean score is fitted to all rows, the first if there are several. The metric knows
/// whether lower or higher is better.
///
/// **Caveat.** The mean score of the selected candidate is optimistic, because the candidate was selected by
/// it. To estimate how good the tuned model will be, cross-validate this regressor like any other (*nested
/// cross-validation*): then no row of an outer test set is used in the selection.
///
/// **Weights.** With a weight for each row, candidates are fitted and scored with the weights, so each of
/// them must take weights.
///
/// This is an estimator for matrices that makes its own folds. To search over whole pipelines, or with given
/// splits such as those by time, see [CrossValidation#search].
///
/// **Cost.** For c candidates and k folds, `c·k + 1` fits.
///
/// Source: S. Varma and R. Simon, "Bias in error estimation when using cross-validation for model selection",
/// BMC Bioinformatics 7 (2006), 91.
///
/// @param candidates estimators with different hyperparameters, at least 1
/// @param folds number of folds, ≥ 2
/// @param metric what is compared, such as [RegressionMetric#MEAN_SQUARED_ERROR]
/// @param seed random seed for the assignment of rows to folds
/// @param <M> the type of the fitted model
public record GridSearchRegressor<M extends Regressor.Fitted>(
        List<? extends Regressor<? extends M>> candidates, int folds, RegressionMetric metric, long seed)
        implements Regressor.Weighted<M> {

    /// @throws IllegalArgumentException if there is no candidate, or fewer than 2 folds
    public GridSearchRegressor {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || folds < 2) {
            throw new IllegalArgumentException("tuning needs at least 1 candidate and 2 folds, got " + candidates.size()
                    + " candidates and " + folds + " folds");
        }
    }

    @Override
    public M fit(Matrix x, Vector y) {
        return candidates.get(bestIndex(x, y)).fit(x, y);
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Regressor.Weighted#fit], if there are fewer rows than folds, a
    ///     candidate takes no weights, a candidate or the metric throws, or no mean score is a number
    @Override
    public M fit(Matrix x, Vector y, Vector weights) {
        List<Regressor.Weighted<? extends M>> weighted =
                candidates.stream().map(GridSearchRegressor::<M>requireWeighted).toList();
        var validation = new CrossValidation(Folds.of(x.rows(), folds, Rng.of(seed)));
        return SearchResult.of(
                        weighted,
                        metric.direction(),
                        estimator -> validation.evaluate(estimator, x, y, weights, metric))
                .best()
                .fit(x, y, weights);
    }

    @SuppressWarnings("unchecked")
    private static <M extends Regressor.Fitted> Regressor.Weighted<? extends M> requireWeighted(
            Regressor<? extends M> candidate) {
        if (candidate instanceof Regressor.Weighted<?> weighted) {
            return (Regressor.Weighted<? extends M>) weighted;
        }
        throw new IllegalArgumentException(
                "candidate " + candidate + " takes no weights; use candidates that do, or leave out the weights");
    }

    /// The index of the candidate with the best mean score on these rows.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than folds, a candidate or the metric throws,
    ///     or no mean score is a number
    public int bestIndex(Matrix x, Vector y) {
        return new CrossValidation(Folds.of(x.rows(), folds, Rng.of(seed)))
                .search(candidates, x, y, metric)
                .bestIndex();
    }
}
