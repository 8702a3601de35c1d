package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// A model that predicts a weighted sum of the features and an intercept: `x·w + b`.
///
/// A coefficient is how much the prediction grows when its feature grows by 1 and all others stay. It has
/// the unit of the target divided by the unit of the feature, so its size alone says nothing of how much
/// a feature matters.
public interface LinearModel extends Regressor.Fitted {

    /// The weight w of each feature, shape `(d)`.
    Vector coefficients();

    /// The prediction b where every feature is 0.
    double intercept();

    @Override
    default int featureCount() {
        return coefficients().size();
    }

    /// `x·w + b`, shape `(m, d)` to `(m)`. O(m·d).
    @Override
    default Vector predict(Matrix x) {
        ModelPreconditions.requireFeatures(featureCount(), x);
        return weightedSums(x, coefficients(), intercept());
    }

    /// `x·w + b` for data that has been looked at.
    private static Vector weightedSums(Matrix x, Vector coefficients, double intercept) {
        double[] sums = x.times(coefficients).toArray();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += intercept;
        }
        return Vector.of(sums);
    }
}
