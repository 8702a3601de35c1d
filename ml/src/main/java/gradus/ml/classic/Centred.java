package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;

/// Rows seen from their own middle: the mean of each column taken away. Fitting a weighted sum to centred
/// features and targets leaves the intercept out of the question; it is found afterwards.
///
/// @param x what is left, shape `(n, d)`
/// @param means what was taken away, shape `(d)`
record Centred(Matrix x, Vector means) {

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

    /// The mean of `y`.
    static double mean(Vector y) {
        return y.size() == 0
                ? Double.NaN
                : means(Matrix.of(y.size(), 1, y.toArray())).get(0);
    }

    /// `y` less its mean.
    static Vector of(Vector y) {
        double mean = mean(y);
        double[] centred = y.toArray();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
        }
        return Vector.of(centred);
    }
}
