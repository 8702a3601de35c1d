package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.PowerOfTwoScaling;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Centred columns: each column minus its mean. Fitted to centred features and targets, a linear model needs
/// no intercept; it is computed afterwards. With weights, each row is multiplied by the root of its weight,
/// which makes weighted least squares ordinary least squares.
///
/// @param columns the columns, in order
record Centred(List<CentredColumn> columns) {

    /// Centres the columns of `x`, which has at least one row. O(n·d).
    static Centred of(Matrix x) {
        return of(x, WeightedRows.ones(x.rows()));
    }

    /// Centres the columns of `x`, which has at least one row, with a weight above 0 for each. O(n·d).
    static Centred of(Matrix x, Vector weights) {
        double[] ofRows = weights.toArray();
        boolean weighted = Arrays.stream(ofRows).anyMatch(weight -> weight != 1);
        double[][] rows = x.toArray();
        var columns = new ArrayList<CentredColumn>();
        for (int j = 0; j < x.columns(); j++) {
            double[] column = new double[rows.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = rows[i][j];
            }
            columns.add(CentredColumn.of(column, weighted ? ofRows : CentredColumn.NO_WEIGHTS));
        }
        return new Centred(List.copyOf(columns));
    }

    /// The centred matrix, shape `(n, d)`.
    Matrix x() {
        return dividedByPowerOfTwo(0);
    }

    /// The column means that were subtracted, shape `(d)`.
    Vector means() {
        return Vector.from(columns.size(), j -> columns.get(j).mean());
    }

    /// The means of these columns, each divided by the power of 2 that its deviations are divided by.
    Vector scaledMeans(List<Integer> indices) {
        return Vector.from(indices.size(), i -> {
            CentredColumn column = columns.get(indices.get(i));
            return Math.scalb(column.mean(), -column.exponent());
        });
    }

    /// The exponent of the power of 2 near the largest deviation of all columns; 0 if all are constant.
    int exponent() {
        return columns.stream()
                .filter(column -> !column.isConstant())
                .mapToInt(CentredColumn::exponent)
                .max()
                .orElse(0);
    }

    /// The centred matrix divided by `2^exponent`, shape `(n, d)`.
    Matrix dividedByPowerOfTwo(int exponent) {
        double[][] transposed = new double[columns.size()][];
        for (int j = 0; j < transposed.length; j++) {
            transposed[j] = columns.get(j).values().clone();
            PowerOfTwoScaling.multiply(transposed[j], columns.get(j).exponent() - exponent);
        }
        return Matrix.from(transposed[0].length, transposed.length, (i, j) -> transposed[j][i]);
    }

    /// The intercept of a linear model with these coefficients: the mean of `target` minus `means·w`.
    ///
    /// @throws IllegalArgumentException if a coefficient or the intercept does not fit into a `double`
    double intercept(CentredColumn target, Vector coefficients) {
        return intercept(target.mean(), target.meanRemainder(), coefficients);
    }

    /// The intercept of a linear model with these coefficients: `mean + remainder − means·w`. Each product is
    /// computed with its rounding error, because large products often cancel.
    ///
    /// @throws IllegalArgumentException if a coefficient or the intercept does not fit into a `double`
    double intercept(double mean, double remainder, Vector coefficients) {
        double[] terms = new double[3 * columns.size() + 2];
        int at = 0;
        for (int j = 0; j < columns.size(); j++) {
            double weight = -coefficients.get(j);
            double product = columns.get(j).mean() * weight;
            terms[at++] = product;
            terms[at++] = Math.fma(columns.get(j).mean(), weight, -product);
            terms[at++] = columns.get(j).meanRemainder() * weight;
        }
        terms[at++] = mean;
        terms[at] = remainder;
        double intercept = Numerics.sum(terms);
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("the coefficients and the intercept must fit into doubles, got "
                    + coefficients + " and " + intercept + "; rescale the features or the targets");
        }
        return intercept;
    }

    /// The mean of each column of `x`, shape `(d)`.
    static Vector means(Matrix x) {
        double[] ones = new double[x.rows()];
        Arrays.fill(ones, 1);
        return x.transposeTimes(Vector.of(ones)).times(1.0 / x.rows());
    }

    /// The mean of `y`, which is not empty.
    static double mean(Vector y) {
        return CentredColumn.of(y.toArray()).mean();
    }

    /// `y` minus its mean.
    static Vector of(Vector y) {
        return Vector.of(CentredColumn.of(y.toArray()).deviations());
    }
}
