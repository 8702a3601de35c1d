package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Features as an iterative method should see them: centred if a column is far from 0 compared with its
/// spread, and divided by a power of 2 if their squares might overflow or underflow.
///
/// Centring changes the intercept and nothing else, since the intercept is not penalised. But a column such
/// as a clock time is nearly a multiple of the column of ones, so without it the Hessian would be numerically
/// singular.
///
/// @param x the features that the method sees, shape `(n, d)`
/// @param centred the centred features; empty if `x` is the original matrix
/// @param exponent `x` was divided by `2^exponent`
record ConditionedFeatures(Matrix x, Optional<Centred> centred, int exponent) {

    /// A column is far from 0 if its largest absolute value is more than this many times its range.
    private static final double FAR = 10;

    /// Numbers are of a moderate size between 2⁻³⁰⁰ and 2³⁰⁰.
    private static final int MODERATE = 300;

    private static final int FIRST_ROWS = 64;

    /// Conditions the features for a model with this penalty.
    static ConditionedFeatures of(Matrix x, double penalty) {
        if (isWellConditioned(x)) {
            return new ConditionedFeatures(x, Optional.empty(), 0);
        }
        Centred centred = Centred.of(x);
        int exponent = centred.exponent();
        // If small features were divided by a small number, a penalty on their coefficients could overflow.
        boolean scaled = exponent > MODERATE || (exponent < -MODERATE && penalty == 0);
        return new ConditionedFeatures(
                centred.dividedByPowerOfTwo(scaled ? exponent : 0), Optional.of(centred), scaled ? exponent : 0);
    }

    /// The features as they are, if the first rows show that no column is far from 0: where a column takes both
    /// signs, its largest absolute value is at most its range. Doesn't look for huge numbers in later rows.
    static Optional<ConditionedFeatures> ifFirstRowsShow(Matrix x) {
        int rows = Math.min(x.rows(), FIRST_ROWS);
        for (int j = 0; j < x.columns(); j++) {
            double least = 0;
            double greatest = 0;
            for (int i = 0; i < rows; i++) {
                least = Math.min(least, x.get(i, j));
                greatest = Math.max(greatest, x.get(i, j));
            }
            int exponent = Math.getExponent(Math.max(-least, greatest));
            if (least == 0 || greatest == 0 || Math.abs(exponent) >= MODERATE) {
                return Optional.empty();
            }
        }
        return Optional.of(new ConditionedFeatures(x, Optional.empty(), 0));
    }

    /// The penalty that has the same effect on coefficients of `x`.
    double penalty(double original) {
        return Math.scalb(original, -2 * exponent);
    }

    /// The coefficients of the original features for those of `x`.
    Vector coefficients(Vector ofConditioned) {
        return ofConditioned.map(weight -> Math.scalb(weight, -exponent));
    }

    /// The intercept of a model of the original features.
    ///
    /// @param ofConditioned the intercept of the model of `x`
    /// @param coefficients of the original features
    double intercept(double ofConditioned, Vector coefficients) {
        return centred.map(columns -> columns.intercept(ofConditioned, 0, coefficients))
                .orElse(ofConditioned);
    }

    private static boolean isWellConditioned(Matrix x) {
        double[] least = x.row(0).toArray();
        double[] greatest = least.clone();
        double[] row = new double[x.columns()];
        for (int i = 1; i < x.rows(); i++) {
            x.copyRow(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                // Comparisons are quicker than min and max, which look for NaN and the sign of 0.
                least[j] = row[j] < least[j] ? row[j] : least[j];
                greatest[j] = row[j] > greatest[j] ? row[j] : greatest[j];
            }
        }
        double limit = Math.scalb(1.0, MODERATE);
        for (int j = 0; j < row.length; j++) {
            double size = Math.max(Math.abs(least[j]), Math.abs(greatest[j]));
            double range = greatest[j] - least[j];
            if (size > limit || (size > 0 && (size < 1 / limit || size > FAR * range))) {
                return false;
            }
        }
        return true;
    }
}
