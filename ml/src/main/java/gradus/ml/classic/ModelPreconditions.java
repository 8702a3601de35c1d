package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// Validates the data passed to `fit` and `predict`; error messages state the shape, or the row and the
/// column.
final class ModelPreconditions {

    /// Between these limits, sums and products of squares and weights neither overflow nor underflow.
    private static final double MIN_SQUARE = 1e-250;

    private static final double MAX_SQUARE = 1e250;

    private ModelPreconditions() {}

    /// A training set without targets.
    static void requireTrainingSet(Matrix x) {
        if (x.rows() == 0 || x.columns() == 0) {
            throw new IllegalArgumentException(
                    "a training set must have at least 1 row and 1 column, got shape " + x.shape());
        }
        requireFinite(x);
    }

    /// A training set with a target for each row.
    static void requireTrainingSet(Matrix x, Vector y) {
        requireTrainingSet(x);
        requireOneEach(x, y.size(), "target");
        for (int i = 0; i < y.size(); i++) {
            if (!Double.isFinite(y.get(i))) {
                throw new IllegalArgumentException(
                        "targets must be finite, got " + y.get(i) + " at row " + i + "; correct or remove the row");
            }
        }
    }

    /// A training set with a label for each row.
    static void requireTrainingSet(Matrix x, int[] labels) {
        requireTrainingSet(x);
        requireOneEach(x, labels.length, "label");
    }

    /// A weight for each row of a training set: finite, at least 0, with a sum between 1e-50 and 1e50.
    static void requireWeights(Matrix x, Vector weights) {
        if (weights.size() != x.rows()) {
            throw new IllegalArgumentException("the features have shape " + x.shape() + ", but there are "
                    + weights.size() + " weights; each row needs one weight");
        }
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            double weight = weights.get(i);
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and at least 0, got " + weight + " at row "
                        + i + "; 0 leaves a row out");
            }
            sum += weight;
        }
        // Products of weights stay within range.
        if (!(sum >= 1e-50 && sum <= 1e50)) {
            throw new IllegalArgumentException("the sum of the weights must be between 1e-50 and 1e50, got " + sum
                    + "; multiply all of them by one factor");
        }
    }

    /// Class indices from 0 to `classCount` − 1.
    static void requireClassIndices(int[] classIndices, int classCount) {
        for (int i = 0; i < classIndices.length; i++) {
            if (classIndices[i] < 0 || classIndices[i] >= classCount) {
                throw new IllegalArgumentException("class indices must be from 0 to " + (classCount - 1) + ", got "
                        + classIndices[i] + " at row " + i);
            }
        }
    }

    /// The weight of a penalty that may be 0.
    static void requirePenalty(double penalty) {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be finite and at least 0, got " + penalty);
        }
    }

    /// Rows to predict, for a model with this number of features.
    static void requireFeatures(int featureCount, Matrix x) {
        if (x.columns() != featureCount) {
            throw new IllegalArgumentException("the model was fitted to " + featureCount + " columns, got shape "
                    + x.shape() + "; give it the same columns in the same order");
        }
        requireFinite(x);
    }

    /// A square, computed from the features, that leaves room for sums and products.
    static void requireInRange(String what, double square) {
        if (!(square >= MIN_SQUARE && square <= MAX_SQUARE)) {
            throw new IllegalArgumentException("the " + what + " must be between " + MIN_SQUARE + " and " + MAX_SQUARE
                    + ", got " + square + "; standardise the features");
        }
    }

    /// Weights that have not overflowed during training.
    static void requireFiniteWeights(Vector coefficients, double intercept) {
        for (int j = 0; j <= coefficients.size(); j++) {
            double weight = j < coefficients.size() ? coefficients.get(j) : intercept;
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("the weights have become " + weight
                        + ", because features are too large; standardise the features");
            }
        }
    }

    /// A score of a row that has not overflowed.
    static void requireFiniteScore(int row, double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("the score of row " + row + " is " + score
                    + ", because its features are too large; check the row, or standardise the features");
        }
    }

    /// Scores that have not overflowed, one row for each row that was predicted.
    static void requireFiniteScores(Matrix scores) {
        for (int i = 0; i < scores.rows(); i++) {
            for (int k = 0; k < scores.columns(); k++) {
                requireFiniteScore(i, scores.get(i, k));
            }
        }
    }

    private static void requireFinite(Matrix x) {
        double[] row = new double[x.columns()];
        for (int r = 0; r < x.rows(); r++) {
            x.copyRow(r, row, 0);
            // 0, or NaN if a value is not finite. Two sums, which a processor adds at the same time.
            double even = 0;
            double odd = 0;
            for (int i = 1; i < row.length; i += 2) {
                even += 0 * row[i - 1];
                odd += 0 * row[i];
            }
            if (even + odd + 0 * row[row.length - 1] != 0) {
                throw notFinite(row, r);
            }
        }
    }

    private static IllegalArgumentException notFinite(double[] row, int r) {
        int c = 0;
        while (Double.isFinite(row[c])) {
            c++;
        }
        return new IllegalArgumentException("features must be finite, got " + row[c] + " at row " + r + " and column "
                + c + "; impute the value or remove the row");
    }

    private static void requireOneEach(Matrix x, int count, String what) {
        if (x.rows() != count) {
            throw new IllegalArgumentException("the features have shape " + x.shape() + ", but there are " + count + " "
                    + what + "s; each row needs one " + what);
        }
    }
}
