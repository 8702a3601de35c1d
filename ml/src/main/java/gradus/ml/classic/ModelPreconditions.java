package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// Refuses data that no model can be made of, or be asked about, and says where the fault is.
final class ModelPreconditions {

    private ModelPreconditions() {}

    /// Rows to learn from.
    static void requireTrainingSet(Matrix x) {
        if (x.rows() == 0 || x.columns() == 0) {
            throw new IllegalArgumentException(
                    "a model is fitted to at least 1 row and 1 column, got shape " + x.shape() + "; give it examples");
        }
        requireFinite(x);
    }

    /// Rows to learn from, each with a number to be predicted.
    static void requireTrainingSet(Matrix x, Vector y) {
        requireTrainingSet(x);
        requireOneEach(x, y.size(), "target");
        for (int i = 0; i < y.size(); i++) {
            if (!Double.isFinite(y.get(i))) {
                throw new IllegalArgumentException(
                        "targets are finite, got " + y.get(i) + " for row " + i + "; remove the row, or repair it");
            }
        }
    }

    /// Rows to learn from, each with its class.
    static void requireTrainingSet(Matrix x, int[] labels) {
        requireTrainingSet(x);
        requireOneEach(x, labels.length, "label");
    }

    /// Rows to predict for, by a model of so many features.
    static void requireFeatures(int featureCount, Matrix x) {
        if (x.columns() != featureCount) {
            throw new IllegalArgumentException("the model was fitted to " + featureCount + " columns, but got shape "
                    + x.shape() + "; give it the same columns in the same order");
        }
        requireFinite(x);
    }

    private static void requireFinite(Matrix x) {
        double[] row = new double[x.columns()];
        for (int r = 0; r < x.rows(); r++) {
            x.copyRow(r, row);
            double zeros = 0;
            for (double value : row) {
                // 0, or NaN for a number that is not finite.
                zeros += 0 * value;
            }
            if (zeros != 0) {
                throw notFinite(row, r);
            }
        }
    }

    private static IllegalArgumentException notFinite(double[] row, int r) {
        int c = 0;
        while (Double.isFinite(row[c])) {
            c++;
        }
        return new IllegalArgumentException("features are finite, got " + row[c] + " at row " + r + " and column " + c
                + "; remove the row, or put a number there");
    }

    private static void requireOneEach(Matrix x, int count, String what) {
        if (x.rows() != count) {
            throw new IllegalArgumentException("the features have shape " + x.shape() + ", but there are " + count + " "
                    + what + "s; give each row one " + what);
        }
    }
}
