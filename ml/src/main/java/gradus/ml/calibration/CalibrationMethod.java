package gradus.ml.calibration;

import gradus.ml.classic.IsotonicRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// How a [Calibrator] is fitted to scores and outcomes. The rows must be others than those to which the
/// classifier was fitted, because a classifier is too sure of the rows that it has seen.
public enum CalibrationMethod {

    /// Platt's sigmoid: logistic regression on the score. It has two parameters, so a few hundred rows are
    /// enough, and it can only correct errors of the form of a sigmoid, such as too much or too little
    /// confidence.
    ///
    /// **Objective.** The log loss, not of outcomes 1 and 0 but of the targets `(P + 1)/(P + 2)` for the P
    /// positive rows and `1/(N + 2)` for the N negative ones. So the sigmoid is never infinitely steep, even
    /// if the scores separate the classes.
    ///
    /// **Method.** Newton's method with step halving; O(n) per step.
    ///
    /// Sources: J. Platt, "Probabilistic Outputs for Support Vector Machines", in *Advances in Large Margin
    /// Classifiers* (1999), 61–74; H.-T. Lin, C.-J. Lin and R. C. Weng, "A Note on Platt's Probabilistic
    /// Outputs for Support Vector Machines", Machine Learning 68 (2007), 267–276.
    SIGMOID {
        @Override
        Calibrator fitValidated(Vector scores, boolean[] positive, Vector weights) {
            return PlattNewton.fit(scores, positive, weights);
        }
    },

    /// Isotonic regression ([IsotonicRegression]): any non-decreasing function of the score. It can correct
    /// errors of any form, needs about a thousand rows, and makes ties, where it is constant.
    ///
    /// Source: B. Zadrozny and C. Elkan, "Transforming Classifier Scores into Accurate Multiclass Probability
    /// Estimates", KDD 2002, 694–699.
    ISOTONIC {
        @Override
        Calibrator fitValidated(Vector scores, boolean[] positive, Vector weights) {
            Vector outcomes = Vector.from(positive.length, i -> positive[i] ? 1 : 0);
            Matrix column = Matrix.of(scores.size(), 1, scores.toArray());
            return new Calibrator.IsotonicCalibrator(new IsotonicRegression().fit(column, outcomes, weights));
        }
    };

    abstract Calibrator fitValidated(Vector scores, boolean[] positive, Vector weights);

    /// Fits a calibrator to n rows.
    ///
    /// @param scores the score of each row, higher for more probable, shape `(n)`, finite
    /// @param positive whether each row is positive, shape `(n)`
    /// @throws IllegalArgumentException if lengths differ or are 0, or a score is NaN or infinite
    public Calibrator fit(Vector scores, boolean[] positive) {
        return fit(scores, positive, Vector.from(positive.length, _ -> 1));
    }

    /// Fits a calibrator to n weighted rows. An integer weight counts like that many equal rows, a weight of
    /// 0 like none.
    ///
    /// @param scores the score of each row, higher for more probable, shape `(n)`, finite
    /// @param positive whether each row is positive, shape `(n)`
    /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0, with a sum between 1e-50 and 1e50
    /// @throws IllegalArgumentException if lengths differ or are 0, a score is NaN or infinite, or a weight
    ///     is out of range
    public Calibrator fit(Vector scores, boolean[] positive, Vector weights) {
        CalibrationPreconditions.requireScores(scores, positive, weights);
        return fitValidated(scores, positive, weights);
    }
}
