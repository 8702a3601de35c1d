package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A number that is computed from a sample. List a new one here to have it tested with degenerate samples.
///
/// @param minSize the fewest values that it takes
/// @param degree if every value is multiplied by a positive number, the statistic is multiplied by that
///     number to the power `degree`
/// @param constant what it says of a sample of equal values
record Statistic(String name, int minSize, int degree, Constant constant, ToDoubleFunction<double[]> function) {

    /// The answers to a sample of equal values.
    enum Constant {
        THE_VALUE,
        ZERO,
        ONE,
        REFUSED
    }

    private static final Bootstrap BOOTSTRAP = new Bootstrap(50);

    static final List<Statistic> ALL = List.of(
            new Statistic("mean", 1, 1, Constant.THE_VALUE, SampleStatistics::mean),
            new Statistic("median", 1, 1, Constant.THE_VALUE, SampleStatistics::median),
            new Statistic("quantile", 1, 1, Constant.THE_VALUE, x -> SampleStatistics.quantiles(x, 0.3)[0]),
            new Statistic("variance", 2, 2, Constant.ZERO, x -> SampleStatistics.variance(x, 1)),
            new Statistic("deviation", 2, 1, Constant.ZERO, x -> SampleStatistics.standardDeviation(x, 1)),
            new Statistic(
                    "running mean",
                    0,
                    1,
                    Constant.THE_VALUE,
                    x -> RunningMoments.of(x).mean()),
            new Statistic(
                    "running variance",
                    0,
                    2,
                    Constant.ZERO,
                    x -> RunningMoments.of(x).variance()),
            new Statistic(
                    "running deviation",
                    0,
                    1,
                    Constant.ZERO,
                    x -> RunningMoments.of(x).standardDeviation()),
            new Statistic(
                    "merged deviation",
                    0,
                    1,
                    Constant.ZERO,
                    x -> RunningMoments.of(firstHalf(x))
                            .merge(RunningMoments.of(secondHalf(x)))
                            .standardDeviation()),
            new Statistic(
                    "rescaled deviation",
                    0,
                    1,
                    Constant.ZERO,
                    x -> RunningMoments.of(x).rescale(-1, 0).standardDeviation()),
            new Statistic(
                    "running error",
                    0,
                    1,
                    Constant.ZERO,
                    x -> RunningMoments.of(x).standardError()),
            new Statistic(
                    "population variance",
                    0,
                    2,
                    Constant.ZERO,
                    x -> RunningMoments.of(x).populationVariance()),
            new Statistic("column mean", 1, 1, Constant.THE_VALUE, x -> Covariance.columnMeans(columns(x))[0]),
            new Statistic("covariance", 2, 2, Constant.ZERO, x -> Covariance.of(x, reversed(x))),
            new Statistic(
                    "covariance matrix",
                    2,
                    2,
                    Constant.ZERO,
                    x -> Covariance.matrix(columns(x)).get(0, 1)),
            new Statistic("correlation", 2, 0, Constant.REFUSED, x -> Correlation.pearson(x, reversed(x))),
            new Statistic("rank correlation", 2, 0, Constant.REFUSED, x -> Correlation.spearman(x, reversed(x))),
            new Statistic(
                    "correlation matrix",
                    2,
                    0,
                    Constant.REFUSED,
                    x -> Correlation.matrix(columns(x)).get(0, 1)),
            new Statistic(
                    "t, one sample",
                    2,
                    0,
                    Constant.REFUSED,
                    x -> TTest.oneSample(x, 0).statistic()),
            new Statistic(
                    "t, paired",
                    2,
                    0,
                    Constant.REFUSED,
                    x -> TTest.paired(x, reversed(x)).statistic()),
            new Statistic(
                    "t, Welch",
                    4,
                    0,
                    Constant.REFUSED,
                    x -> TTest.welch(firstHalf(x), secondHalf(x)).pValue()),
            new Statistic(
                    "t, pooled",
                    4,
                    0,
                    Constant.REFUSED,
                    x -> TTest.pooled(firstHalf(x), secondHalf(x)).pValue()),
            new Statistic(
                    "KS, two samples",
                    2,
                    0,
                    Constant.ONE,
                    x -> KolmogorovSmirnovTest.twoSample(firstHalf(x), secondHalf(x))
                            .pValue()),
            new Statistic(
                    "permutation",
                    2,
                    0,
                    Constant.ONE,
                    x -> new PermutationTest(99)
                            .differenceOfMeans(firstHalf(x), secondHalf(x), Rng.of(1))
                            .pValue()),
            new Statistic(
                    "paired permutation",
                    1,
                    0,
                    Constant.ONE,
                    x -> new PermutationTest(99)
                            .paired(x, reversed(x), Rng.of(1))
                            .pValue()),
            new Statistic(
                    "bootstrap error",
                    2,
                    1,
                    Constant.ZERO,
                    x -> BOOTSTRAP.standardError(x, SampleStatistics::mean, Rng.of(1))),
            new Statistic(
                    "percentile interval",
                    2,
                    1,
                    Constant.THE_VALUE,
                    x -> BOOTSTRAP
                            .percentileInterval(x, SampleStatistics::mean, 0.9, Rng.of(1))
                            .low()),
            new Statistic(
                    "BCa interval",
                    3,
                    1,
                    Constant.THE_VALUE,
                    x -> BOOTSTRAP
                            .bcaInterval(x, SampleStatistics::mean, 0.9, Rng.of(1))
                            .high()),
            new Statistic("effective size", 4, 0, Constant.REFUSED, McmcChain::effectiveSampleSize),
            new Statistic("R-hat", 4, 0, Constant.REFUSED, McmcChain::rHat),
            new Statistic(
                    "normal fit",
                    2,
                    1,
                    Constant.REFUSED,
                    x -> MaximumLikelihood.fitNormal(x).standardDeviation()),
            new Statistic(
                    "Laplace fit",
                    2,
                    1,
                    Constant.REFUSED,
                    x -> MaximumLikelihood.fitLaplace(x).scale()));

    double of(double[] x) {
        return function.applyAsDouble(x);
    }

    @Override
    public String toString() {
        return name;
    }

    private static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        Arrays.setAll(reversed, i -> x[x.length - 1 - i]);
        return reversed;
    }

    private static double[] firstHalf(double[] x) {
        return Arrays.copyOf(x, x.length / 2);
    }

    private static double[] secondHalf(double[] x) {
        return Arrays.copyOfRange(x, x.length / 2, x.length);
    }

    private static Matrix columns(double[] x) {
        return Matrix.from(x.length, 2, (r, c) -> c == 0 ? x[r] : x[x.length - 1 - r]);
    }
}
