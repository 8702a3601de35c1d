package gradus.ml.score;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.OptionalDouble;

/// The scores of one model on the k splits of a cross-validation. Their mean estimates the score on unseen
/// data; their standard deviation measures how much the score depends on the split.
///
/// @param scores one per split, shape `(k)`, k ≥ 1
/// @param testTrainRatio mean ratio of the sizes of test and training set: 0.25 for 5 folds
public record FoldScores(Vector scores, double testTrainRatio) {

    /// The mean of the scores.
    public double mean() {
        return Numerics.sum(scores.toArray()) / scores.size();
    }

    /// The sample standard deviation of the scores (divided by k − 1); empty for a single score.
    public OptionalDouble standardDeviation() {
        if (scores.size() == 1) {
            return OptionalDouble.empty();
        }
        double mean = mean();
        double[] squares = scores.toArray();
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (squares[i] - mean) * (squares[i] - mean);
        }
        return OptionalDouble.of(Math.sqrt(Numerics.sum(squares) / (squares.length - 1)));
    }

    /// Standard error of the mean, corrected for overlapping training sets: `√(1/k + testTrainRatio)`
    /// standard deviations. Empty for a single score.
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
