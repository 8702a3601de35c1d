package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// A linear model: predicts `x·w + b`, a weighted sum of the features plus an intercept.
///
/// Coefficient `w_j` is the change of the prediction when feature j grows by 1 and the others stay the same.
/// Its unit is the unit of the target divided by that of the feature, so its size alone does not measure the
/// importance of the feature.
///
/// **Accuracy.** A feature that is far from 0 compared with its spread, such as a clock time, makes `x·w` and
/// b large numbers that cancel: a prediction has a rounding error of about 2⁻⁵³ times the largest
/// `|x_j·w_j|`. Subtract a constant from such a feature, for example the first time.
public interface LinearModel extends Regressor.Fitted {

    /// The coefficients w, one per feature, shape `(d)`.
    Vector coefficients();

    /// The intercept (bias) b: the prediction when every feature is 0.
    double intercept();

    @Override
    default int featureCount() {
        return coefficients().size();
    }

    /// `x·w + b`, shape `(m)` for `x` of shape `(m, d)`. O(m·d).
    @Override
    default Vector predict(Matrix x) {
        ModelPreconditions.requireFeatures(featureCount(), x);
        double[] sums = x.times(coefficients()).toArray();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += intercept();
            ModelPreconditions.requireFiniteScore(i, sums[i]);
        }
        return Vector.of(sums);
    }
}
