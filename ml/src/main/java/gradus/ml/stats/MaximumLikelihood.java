package gradus.ml.stats;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.Arrays;

/// The member of a family of distributions under which a sample is most likely.
///
/// The likelihood of parameters is the density of the sample under them, seen as a function of the
/// parameters; it is not a probability of theirs. Its negative logarithm is what learning calls a loss: for
/// normal errors the squared error, for Laplace's the absolute error, for coin tosses the cross-entropy.
///
/// Samples have shape `(n)`. One that is empty, has a value that is not finite, or on which no member is
/// the most likely is refused with an `IllegalArgumentException`. Each closed form costs O(n), that of
/// Laplace O(n log n).
///
/// Source: R. A. Fisher, On the Mathematical Foundations of Theoretical Statistics, Phil. Trans. R. Soc. A
/// 222 (1922).
public final class MaximumLikelihood {

    private MaximumLikelihood() {}

    /// The negative logarithm of the likelihood: the sum of `−logDensity` over the sample. The product of
    /// the densities itself would soon be 0 in a `double`.
    public static double negativeLogLikelihood(Distribution distribution, double[] x) {
        Require.sample("a likelihood", x, 1);
        return -Numerics.sum(Arrays.stream(x).map(distribution::logDensity).toArray());
    }

    /// The normal distribution: the mean, and the root of the mean squared distance from it. The variance
    /// is divided by n, not by n − 1, so it is too small on average.
    public static Normal fitNormal(double[] x) {
        Require.sample("a normal fit", x, 2);
        var moments = RunningMoments.of(x);
        if (moments.sumOfSquaredDeviations() == 0) {
            throw new IllegalArgumentException("a normal fit needs values that vary, got " + x.length + " times " + x[0]
                    + ": the narrower, the likelier, without end");
        }
        return new Normal(moments.mean(), Math.sqrt(moments.populationVariance()));
    }

    /// The Laplace distribution: the median, and the mean absolute distance from it.
    public static Laplace fitLaplace(double[] x) {
        Require.sample("a Laplace fit", x, 2);
        double median = Quantiles.median(x);
        double scale = RunningMoments.of(
                        Arrays.stream(x).map(value -> Math.abs(value - median)).toArray())
                .mean();
        if (scale == 0) {
            throw new IllegalArgumentException("a Laplace fit needs values that vary, got " + x.length + " times "
                    + x[0] + ": the narrower, the likelier, without end");
        }
        return new Laplace(median, scale);
    }

    /// The exponential distribution: one over the mean. No value may be negative, and one must be positive.
    public static Exponential fitExponential(double[] x) {
        return new Exponential(1 / positiveMean("an exponential fit", x, false));
    }

    /// The Poisson distribution: the mean of the counts. One of them must be above 0.
    public static Poisson fitPoisson(double[] x) {
        return new Poisson(positiveMean("a Poisson fit", x, true));
    }

    /// The Bernoulli distribution: the share of ones among zeros and ones.
    public static Bernoulli fitBernoulli(double[] x) {
        Require.sample("a Bernoulli fit", x, 1);
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0 && x[i] != 1) {
                throw new IllegalArgumentException(
                        "a Bernoulli fit needs zeros and ones, got " + x[i] + " at index " + i);
            }
        }
        return new Bernoulli(Numerics.sum(x) / x.length);
    }

    /// The parameters of the most likely member of any family whose likelihood is smooth, by going downhill
    /// from `start`. Where there is more than one valley, the result is the bottom of the one that `start`
    /// lies in.
    ///
    /// Derivatives are taken by differences, which leaves about eight digits of the parameters. O(n·k²) for
    /// each of usually 5 to 20 steps.
    ///
    /// @param start shape `(k)`: parameters under which the sample is possible at all
    /// @return parameters for [ParametricFamily#distribution], shape `(k)`
    /// @throws IllegalArgumentException if the sample is impossible at the start, or no best parameters are
    ///     found in 200 steps
    public static Vector fit(ParametricFamily family, Vector start, double[] x) {
        Require.sample("a likelihood", x, 1);
        return new LikelihoodObjective(family, x).minimiseFrom(start);
    }

    private static double positiveMean(String description, double[] x, boolean counts) {
        Require.sample(description, x, 1);
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0 || counts && x[i] != Math.rint(x[i])) {
                throw new IllegalArgumentException(description + " needs " + (counts ? "whole numbers" : "numbers")
                        + " from 0, got " + x[i] + " at index " + i);
            }
        }
        double mean = Numerics.sum(x) / x.length;
        if (mean == 0) {
            throw new IllegalArgumentException(description + " needs a value above 0, got " + x.length + " zeros");
        }
        return mean;
    }
}
