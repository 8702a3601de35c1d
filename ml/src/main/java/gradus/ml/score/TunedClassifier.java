package gradus.ml.score;

import gradus.ml.classic.Classifier;
import gradus.ml.data.split.Folds;
import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import java.util.List;

/// Chooses among settings by cross-validation, as a part of fitting: the settings whose mean score is
/// highest are fitted to all rows. Of several, the first. Folds are stratified.
///
/// The score that the best settings had is too good, since they were chosen for it: see [TunedRegressor].
///
/// Cost: for c candidates and k folds, `c·k + 1` fits.
///
/// @param candidates the settings, at least 1
/// @param folds the number of folds, at least 2
/// @param metric what is to be highest: [ClassificationMetrics#accuracy], for example
/// @param seed which rows come together in a fold
/// @param <M> the model that fitting gives
public record TunedClassifier<M extends Classifier.Fitted>(
        List<? extends Classifier<? extends M>> candidates, int folds, ClassificationMetric metric, long seed)
        implements Classifier<M> {

    /// @throws IllegalArgumentException if there is no candidate, or fewer than 2 folds
    public TunedClassifier {
        candidates = List.copyOf(candidates);
        Tuning.requireCandidates(candidates.size(), folds);
    }

    @Override
    public M fit(Matrix x, int[] labels) {
        return candidates.get(bestIndex(x, labels)).fit(x, labels);
    }

    /// Which of the candidates has the highest mean score on these rows.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than folds, or a candidate refuses
    public int bestIndex(Matrix x, int[] labels) {
        var validation = new CrossValidation(Folds.stratified(labels, folds, Rng.of(seed)));
        return Tuning.argmin(
                candidates,
                estimator -> -validation.evaluate(estimator, x, labels, metric).mean());
    }
}
