package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.OptionalDouble;

/// The scores of one model on the k splits of a cross-validation. Their mean estimates the score on unseen
/// data; their standard deviation measures how much the score depends on the split.
///
/// @param scores one per split, shape `(k)`, k ≥ 1
/// @param testTrainRatio mean ratio of the sizes of test and training set, above 0: 0.25 for 5 folds
public record FoldScores(Vector scores, double testTrainRatio) {

    /// @throws IllegalArgumentException if there are no scores, or the ratio is not finite and above 0
    public FoldScores {
        if (scores.size() == 0 || !(testTrainRatio > 0 && testTrainRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("fold scores need at least 1 score and a finite test-to-training ratio"
                    + " above 0, got " + scores.size() + " scores and a ratio of " + testTrainRatio);
        }
    }

    /// The mean of the scores. It is infinite if a score is, such as a log loss where a true class was given
    /// probability 0, and NaN if a score is NaN.
    public double mean() {
        return Means.mean(scores.toArray());
    }

    /// The sample standard deviation of the scores (divided by k − 1); empty for a single score, and if a
    /// score is infinite or NaN.
    public OptionalDouble standardDeviation() {
        if (scores.size() == 1 || !Double.isFinite(mean())) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        return OptionalDouble.of(scores.map(score -> score - mean).norm() / Math.sqrt(scores.size() - 1));
    }

    /// Standard error of the mean, corrected for overlapping training sets: `√(1/k + testTrainRatio)`
    /// standard deviations. Empty where the standard deviation is.
    ///
    /// The usual `√(1/k)` is far too small, because it assumes independent scores, and the models of two
    /// splits are fitted to many of the same rows.
    ///
    /// Source: C. Nadeau and Y. Bengio, "Inference for the Generalization Error", Machine Learning 52 (2003),
    /// 239–281.
    public OptionalDouble correctedStandardError() {
        OptionalDouble spread = standardDeviation();
        return spread.isEmpty()
                ? spread
                : OptionalDouble.of(spread.getAsDouble() * Math.sqrt(1.0 / scores.size() + testTrainRatio));
    }

    /// Paired comparison: the differences from the scores of another model on the same splits, split by
    /// split. Variation between the splits that affects both models alike cancels. If the mean difference is
    /// many standard errors, the models differ; if it is few, the difference may be due to chance.
    ///
    /// @throws IllegalArgumentException if the numbers of scores or the ratios of test to training set differ
    public FoldScores minus(FoldScores other) {
        if (scores.size() != other.scores.size() || testTrainRatio != other.testTrainRatio) {
            throw new IllegalArgumentException("models must be compared on the same splits, got " + scores.size()
                    + " and " + other.scores.size() + " scores, and test-to-training ratios of " + testTrainRatio
                    + " and " + other.testTrainRatio + "; use one CrossValidation for both");
        }
        return new FoldScores(scores.minus(other.scores), testTrainRatio);
    }
}
