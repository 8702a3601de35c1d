package gradus.ml.calibration;

import gradus.ml.classic.IsotonicRegression;
import gradus.ml.numbers.Sigmoid;

/// A fitted calibrator: a function from the score of a row, higher for more probable, to the probability that
/// the row is positive. [CalibrationMethod] fits it.
public sealed interface Calibrator {

    /// The probability of a row with this score, from 0 to 1.
    ///
    /// @param score finite
    double probability(double score);

    /// Platt's sigmoid: `sigmoid(slope·score + intercept)`.
    ///
    /// @param slope the change of the log-odds per unit of the score; negative if higher scores were less
    ///     often positive
    /// @param intercept the log-odds at score 0
    record SigmoidCalibrator(double slope, double intercept) implements Calibrator {

        @Override
        public double probability(double score) {
            return Sigmoid.of(slope * score + intercept);
        }
    }

    /// A non-decreasing piecewise linear function.
    ///
    /// @param function from scores to probabilities
    record IsotonicCalibrator(IsotonicRegression.Model function) implements Calibrator {

        @Override
        public double probability(double score) {
            return function.predict(score);
        }
    }
}
