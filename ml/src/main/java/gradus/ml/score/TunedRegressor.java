package gradus.ml.score;

import gradus.ml.classic.Regressor;
import gradus.ml.data.split.Folds;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;

/// Chooses among settings by cross-validation, as a part of fitting: the settings whose mean loss is
/// least are fitted to all rows. Of several, the first.
///
/// The loss that the best settings had is too good, since they were chosen for it. To know how good the
/// choice will be, cross-validate this as any other regressor: then no row of the outer test was there
/// when the choice was made (nested cross-validation).
///
/// Cost: for c candidates and k folds, `c·k + 1` fits.
///
/// Source: S. Varma and R. Simon, "Bias in error estimation when using cross-validation for model
/// selection", BMC Bioinformatics 7 (2006), 91.
///
/// @param candidates the settings, at least 1
/// @param folds the number of folds, at least 2
/// @param loss what is to be least: [RegressionMetrics#meanSquaredError], for example
/// @param seed which rows come together in a fold
/// @param <M> the model that fitting gives
public record TunedRegressor<M extends Regressor.Fitted>(
        List<? extends Regressor<? extends M>> candidates, int folds, RegressionMetric loss, long seed)
        implements Regressor<M> {

    /// @throws IllegalArgumentException if there is no candidate, or fewer than 2 folds
    public TunedRegressor {
        candidates = List.copyOf(candidates);
        Tuning.requireCandidates(candidates.size(), folds);
    }

    @Override
    public M fit(Matrix x, Vector y) {
        return candidates.get(bestIndex(x, y)).fit(x, y);
    }

    /// Which of the candidates has the least mean loss on these rows.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than folds, or a candidate refuses
    public int bestIndex(Matrix x, Vector y) {
        var validation = new CrossValidation(Folds.of(x.rows(), folds, Rng.of(seed)));
        return Tuning.argmin(
                candidates,
                estimator -> validation.evaluate(estimator, x, y, loss).mean());
    }
}
