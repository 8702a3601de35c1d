package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;

/// Centred columns: each column minus its mean. Fitted to centred features and targets, a linear model needs
/// no intercept; it is computed afterwards as `mean(y) − means·w`.
///
/// @param x the centred matrix, shape `(n, d)`
/// @param means the column means that were subtracted, shape `(d)`
record Centred(Matrix x, Vector means) {

    /// Centres the columns of `x`. O(n·d).
    static Centred of(Matrix x) {
        Vector means = means(x);
        return new Centred(Matrix.from(x.rows(), x.columns(), (i, j) -> x.get(i, j) - means.get(j)), means);
    }

    /// The mean of each column of `x`, shape `(d)`.
    static Vector means(Matrix x) {
        double[] ones = new double[x.rows()];
        Arrays.fill(ones, 1);
        return x.transposeTimes(Vector.of(ones)).times(1.0 / x.rows());
    }

    /// The mean of `y`; NaN if it is empty.
    static double mean(Vector y) {
        return y.size() == 0
                ? Double.NaN
                : means(Matrix.of(y.size(), 1, y.toArray())).get(0);
    }

    /// `y` minus its mean.
    static Vector of(Vector y) {
        double mean = mean(y);
        double[] centred = y.toArray();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
        }
        return Vector.of(centred);
    }
}
