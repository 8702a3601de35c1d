package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;

/// Perceptron: a linear classifier for two classes, trained by an update for each misclassified row.
///
/// **Model.** Predicts the second class where `x·w + b > 0`, else the first. The decision boundary is a
/// hyperplane (a line for two features).
///
/// **Method.** Weights start at 0. The rows are visited in the given order; a row on the wrong side of the
/// boundary, or on it, is added to the weights if it belongs to the second class and subtracted if to the
/// first. Training stops after an epoch without a mistake, or after `maxEpochs`. Unlike scikit-learn's
/// `Perceptron`, this one does not shuffle the rows.
///
/// **Convergence.** If the classes are linearly separable, it makes at most (R/γ)² mistakes and then stops
/// (A. Novikoff, "On Convergence Proofs for Perceptrons", 1962). Both quantities are in the space with a 1
/// appended to each row for the intercept: R is the largest norm of a row, γ the *margin*, the distance from
/// the nearest row to the best separating hyperplane through the origin. It finds some separating hyperplane,
/// not the one of maximum margin. If the classes are not separable, it never converges: see `converged` of
/// the model.
///
/// **Cost.** O(n·d) per epoch.
///
/// Source: F. Rosenblatt, "The Perceptron: A Probabilistic Model for Information Storage and Organization in
/// the Brain", Psychological Review 65 (1958), 386–408.
///
/// @param maxEpochs maximum number of passes over the training set, ≥ 1
/// @param averaged whether to return the *averaged perceptron*, the mean of the weights after every visited
///     row, instead of the last weights (Y. Freund and R. Schapire, "Large Margin Classification Using the
///     Perceptron Algorithm", Machine Learning 37, 1999, 277–296). Weights that were correct for many rows
///     contribute more, which improves predictions on data that is not separable
public record Perceptron(int maxEpochs, boolean averaged) implements Classifier<Perceptron.Model> {

    public Perceptron {
        if (maxEpochs < 1) {
            throw new IllegalArgumentException("maxEpochs must be at least 1, got " + maxEpochs);
        }
    }

    /// The original perceptron, with its last weights.
    public Perceptron(int maxEpochs) {
        this(maxEpochs, false);
    }

    /// A fitted perceptron. It predicts the second class where `x·w + b` is above 0, else the first.
    ///
    /// @param classes the two labels, ascending
    /// @param coefficients w, shape `(d)`
    /// @param intercept b
    /// @param mistakes number of rows that were misclassified when visited, over all epochs
    /// @param epochs number of passes made
    /// @param converged whether the last pass was free of mistakes
    public record Model(
            List<Integer> classes, Vector coefficients, double intercept, long mistakes, int epochs, boolean converged)
            implements Classifier.Fitted {

        public Model {
            classes = List.copyOf(classes);
            ModelPreconditions.requireFiniteWeights(coefficients, intercept);
        }

        @Override
        public int featureCount() {
            return coefficients.size();
        }

        @Override
        public int[] predict(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            Vector sums = x.times(coefficients);
            int[] labels = new int[x.rows()];
            for (int i = 0; i < labels.length; i++) {
                double score = sums.get(i) + intercept;
                ModelPreconditions.requireFiniteScore(i, score);
                labels[i] = classes.get(score > 0 ? 1 : 0);
            }
            return labels;
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Classifier#fit], if there are more than two classes, and if
    ///     the weights overflow
    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        // The last weight is the intercept, the weight of a feature that is always 1.
        int features = x.columns();
        double[] weights = new double[features + 1];
        double[] sums = new double[features + 1];
        double[] row = new double[features + 1];
        row[features] = 1;
        long visits = 0;
        long mistakes = 0;
        int epochs = 0;
        boolean converged = false;
        while (epochs < maxEpochs && !converged) {
            long before = mistakes;
            for (int i = 0; i < x.rows(); i++) {
                x.copyRow(i, row, 0);
                int target = encoded.classIndices()[i] == 1 ? 1 : -1;
                // Written so that NaN is a mistake.
                if (!(target * dot(weights, row) > 0)) {
                    for (int j = 0; j < weights.length; j++) {
                        weights[j] += target * row[j];
                        // Averaging trick: weight each update by when it was made; the mean follows at the end.
                        sums[j] += target * row[j] * visits;
                    }
                    mistakes++;
                }
                visits++;
            }
            converged = mistakes == before;
            epochs++;
        }
        for (int j = 0; j < weights.length && averaged; j++) {
            weights[j] -= sums[j] / visits;
        }
        Vector coefficients = Vector.of(Arrays.copyOf(weights, features));
        return new Model(encoded.classes(), coefficients, weights[features], mistakes, epochs, converged);
    }

    private static double dot(double[] weights, double[] row) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * row[j];
        }
        return sum;
    }
}
