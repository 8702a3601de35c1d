package gradus.ml.classic;

import gradus.ml.linalg.Vector;
import java.util.HashMap;
import java.util.Map;

/// A weight for each class: a rule that computes the weights of rows from their labels, so that a rare class
/// counts as much as a frequent one, or errors in one class cost more. scikit-learn calls it `class_weight`.
///
/// Pass [#rowWeights] to the `fit` of a [Classifier.Weighted], or wrap the estimator in a
/// [ClassWeightedClassifier], which computes the weights anew in each fit, as cross-validation needs it.
public sealed interface ClassWeights {

    /// Every class has the same total weight: with K classes and total weight W, a row of a class of total
    /// weight W_k is multiplied by `W/(K·W_k)`. The total weight of all rows stays the same.
    ///
    /// Source: G. King and L. Zeng, "Logistic Regression in Rare Events Data", Political Analysis 9 (2001),
    /// 137–163.
    record Balanced() implements ClassWeights {

        @Override
        public Vector rowWeights(int[] labels, Vector weights) {
            requireOneEach(labels, weights);
            Map<Integer, Double> totals = new HashMap<>();
            double total = 0;
            for (int i = 0; i < labels.length; i++) {
                if (weights.get(i) > 0) {
                    totals.merge(labels[i], weights.get(i), Double::sum);
                    total += weights.get(i);
                }
            }
            double share = total / totals.size();
            return Vector.from(
                    labels.length, i -> weights.get(i) == 0 ? 0 : weights.get(i) * (share / totals.get(labels[i])));
        }
    }

    /// A given weight for each class; 1 for a class that is not listed.
    ///
    /// @param byLabel the weight of each label, finite, > 0
    record Given(Map<Integer, Double> byLabel) implements ClassWeights {

        /// @throws IllegalArgumentException if a weight is not finite and above 0
        public Given {
            byLabel = Map.copyOf(byLabel);
            byLabel.forEach((label, weight) -> {
                if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "class weights must be finite and above 0, got " + weight + " for class " + label);
                }
            });
        }

        @Override
        public Vector rowWeights(int[] labels, Vector weights) {
            requireOneEach(labels, weights);
            return Vector.from(labels.length, i -> weights.get(i) * byLabel.getOrDefault(labels[i], 1.0));
        }
    }

    /// The weight of each row, shape `(n)`: its own weight times that of its class.
    ///
    /// @param labels the class of each row, shape `(n)`
    /// @param weights the weight of each row before, shape `(n)`
    /// @throws IllegalArgumentException if the numbers of labels and weights differ
    Vector rowWeights(int[] labels, Vector weights);

    /// The weight of each row, shape `(n)`: that of its class.
    default Vector rowWeights(int[] labels) {
        return rowWeights(labels, WeightedRows.ones(labels.length));
    }

    private static void requireOneEach(int[] labels, Vector weights) {
        if (labels.length != weights.size()) {
            throw new IllegalArgumentException("there are " + labels.length + " labels, but " + weights.size()
                    + " weights; each row needs one of both");
        }
    }
}
