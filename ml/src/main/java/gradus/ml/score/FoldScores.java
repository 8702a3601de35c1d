package gradus.ml.score;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.OptionalDouble;

/// The scores of one model on k splits: their mean is what to expect, their spread how much that depends
/// on which rows were seen.
///
/// @param scores one for each split, shape `(k)`, k at least 1
/// @param testTrainRatio how many rows of the test there are for each row to train on, on average: 0.25 for 5
///     folds
public record FoldScores(Vector scores, double testTrainRatio) {

    /// The mean of the scores.
    public double mean() {
        return Numerics.sum(scores.toArray()) / scores.size();
    }

    /// The standard deviation of the scores, of which the square is the sum of squares over k - 1; none
    /// of one score.
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

    /// How far the mean may be from that over all sets of rows to train on: `√(1/k + testTrainRatio)`
    /// standard deviations. None of one score.
    ///
    /// The usual `√(1/k)` is far too small, since the models of two splits were trained on many rows that
    /// are the same.
    ///
    /// Source: C. Nadeau and Y. Bengio, "Inference for the Generalization Error", Machine Learning 52
    /// (2003), 239–281.
    public OptionalDouble correctedStandardError() {
        OptionalDouble deviation = standardDeviation();
        return deviation.isEmpty()
                ? deviation
                : OptionalDouble.of(deviation.getAsDouble() * Math.sqrt(1.0 / scores.size() + testTrainRatio));
    }

    /// The difference to the scores of another model on the same splits, split by split: what both find
    /// hard cancels out. A mean of many standard errors is a difference between the models, one of few is
    /// luck.
    ///
    /// @throws IllegalArgumentException if there are not as many of both
    public FoldScores minus(FoldScores other) {
        if (scores.size() != other.scores.size() || testTrainRatio != other.testTrainRatio) {
            throw new IllegalArgumentException("models are compared on the same splits, got " + scores.size() + " and "
                    + other.scores.size() + " scores; use one CrossValidation for both");
        }
        return new FoldScores(scores.minus(other.scores), testTrainRatio);
    }
}
