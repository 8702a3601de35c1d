package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.SampleStatistics;

/// Pearson's chi-squared test of counts. The p-values are asymptotic; they are reliable if the expected count
/// is at least five in nearly every class.
///
/// Source: K. Pearson, On the Criterion That a Given System of Deviations …, Philosophical Magazine 50
/// (1900); R. A. Fisher, On the Interpretation of χ² from Contingency Tables, J. R. Stat. Soc. 85 (1922), for
/// the degrees of freedom.
public final class ChiSquaredTest {

    private ChiSquaredTest() {}

    /// Goodness of fit: do the observed counts agree with the expected ones?
    ///
    /// @param observed observed count of each class, shape `(k)`, k ≥ 2, non-negative
    /// @param expected expected count of each class under the null hypothesis, shape `(k)`, all > 0, with the
    ///     same sum
    /// @param fittedParameters number of parameters that were fitted to the counts, from 0 to `k − 2`; each
    ///     reduces the degrees of freedom by one
    /// @throws IllegalArgumentException if an argument is out of range, or the sums differ
    public static TestResult goodnessOfFit(double[] observed, double[] expected, int fittedParameters) {
        SampleStatistics.requireSample("a chi-squared test", observed, 2);
        SampleStatistics.requireSample("a chi-squared test", expected, 2);
        Require.sameLength("a chi-squared test", observed.length, expected.length);
        if (fittedParameters < 0 || fittedParameters > observed.length - 2) {
            throw new IllegalArgumentException("a chi-squared test of " + observed.length + " classes allows 0 to "
                    + (observed.length - 2) + " fitted parameters, got " + fittedParameters);
        }
        double statistic = 0;
        for (int i = 0; i < observed.length; i++) {
            if (observed[i] < 0 || !(expected[i] > 0)) {
                throw new IllegalArgumentException(
                        "observed counts must be at least 0 and expected counts greater than 0,"
                                + " got " + observed[i] + " and " + expected[i] + " in class " + i
                                + "; merge classes with an expected count of 0");
            }
            statistic += contribution(observed[i], expected[i]);
        }
        // Means, because sums of very large counts overflow.
        double mean = SampleStatistics.mean(expected);
        if (Math.abs(SampleStatistics.mean(observed) - mean) > 1e-6 * mean) {
            throw new IllegalArgumentException("observed and expected counts must have the same sum, got "
                    + Numerics.sum(observed) + " observed and " + Numerics.sum(expected)
                    + " expected; add a class for the remainder");
        }
        return new TestResult(statistic, new ChiSquared(observed.length - 1.0 - fittedParameters).survival(statistic));
    }

    /// Test of independence of two categorical variables, from their contingency table. Without Yates's
    /// continuity correction, which SciPy applies to tables of shape `(2, 2)` by default.
    ///
    /// @param counts `(r, c)` counts the observations with category r of the first variable and c of the
    ///     second; at least 2 rows and 2 columns, none of them all zeros
    /// @throws IllegalArgumentException if the shape or a count is out of range
    public static TestResult independence(Matrix counts) {
        int rows = counts.rows();
        int columns = counts.columns();
        if (rows < 2 || columns < 2) {
            throw new IllegalArgumentException(
                    "a test of independence needs at least 2 rows and 2 columns, got shape " + counts.shape());
        }
        double[] rowSums = new double[rows];
        double[] columnSums = new double[columns];
        double total = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double count = counts.get(r, c);
                if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "counts must be finite and at least 0, got " + count + " in row " + r + " and column " + c);
                }
                rowSums[r] += count;
                columnSums[c] += count;
                total += count;
            }
        }
        Require.positive("the sum of the counts", total);
        double statistic = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (rowSums[r] == 0 || columnSums[c] == 0) {
                    throw new IllegalArgumentException("every row and column needs a count greater than 0, but "
                            + (rowSums[r] == 0 ? "row " + r : "column " + c) + " has none; remove it");
                }
                double expected = rowSums[r] * (columnSums[c] / total);
                Require.positive("the expected count in row " + r + " and column " + c, expected);
                statistic += contribution(counts.get(r, c), expected);
            }
        }
        return new TestResult(statistic, new ChiSquared((rows - 1.0) * (columns - 1)).survival(statistic));
    }

    /// `(observed − expected)² / expected`, without a square that could overflow.
    private static double contribution(double observed, double expected) {
        double difference = observed - expected;
        return difference / expected * difference;
    }
}
