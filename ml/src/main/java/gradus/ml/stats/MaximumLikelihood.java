package gradus.ml.stats;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;

/// Maximum likelihood estimation: fits the member of a family of distributions under which a sample is most
/// likely.
///
/// **Objective.** The likelihood of parameters is the density of the sample as a function of the parameters;
/// it is not a probability of the parameters. Its negative logarithm is a loss: squared error for normal
/// errors, absolute error for Laplace errors, cross-entropy for Bernoulli trials.
///
/// **Input.** Samples have shape `(n)`. Every method throws an `IllegalArgumentException` if the sample is
/// empty or has a value that is not finite; the fits also throw if no maximum exists.
///
/// **Cost.** O(n) for each closed form; O(n log n) for Laplace.
///
/// Source: R. A. Fisher, On the Mathematical Foundations of Theoretical Statistics, Phil. Trans. R. Soc. A
/// 222 (1922).
public final class MaximumLikelihood {

    private MaximumLikelihood() {}

    /// Negative log-likelihood: the sum of `−logDensity` over the sample. The likelihood itself, a product of
    /// densities, would soon underflow.
    public static double negativeLogLikelihood(Distribution distribution, double[] x) {
        SampleStatistics.requireSample("a likelihood", x, 1);
        double[] logs = Arrays.stream(x).map(distribution::logDensity).toArray();
        // A value of density 0 makes the likelihood 0, even if the density of another is infinite.
        boolean impossible = Arrays.stream(logs).anyMatch(log -> log == Double.NEGATIVE_INFINITY);
        return impossible ? Double.POSITIVE_INFINITY : -Numerics.sum(logs);
    }

    /// Fits a normal distribution: the mean, and the standard deviation with denominator n. The variance is
    /// therefore biased: too small on average, by a factor `(n − 1)/n`.
    public static Normal fitNormal(double[] x) {
        SampleStatistics.requireSample("a normal fit", x, 2);
        double standardDeviation = SampleStatistics.standardDeviation(x, 0);
        if (standardDeviation == 0) {
            throw new IllegalArgumentException("a normal fit needs values that are not all equal, got " + x.length
                    + " times " + x[0] + ": the likelihood is unbounded as the standard deviation goes to 0");
        }
        return new Normal(SampleStatistics.mean(x), standardDeviation);
    }

    /// Fits a Laplace distribution: the median, and the mean absolute deviation from it.
    public static Laplace fitLaplace(double[] x) {
        SampleStatistics.requireSample("a Laplace fit", x, 2);
        double median = SampleStatistics.median(x);
        // Halves, whose difference does not overflow.
        double scale = 2
                * SampleStatistics.mean(Arrays.stream(x)
                        .map(value -> Math.abs(value / 2 - median / 2))
                        .toArray());
        if (scale == 0) {
            throw new IllegalArgumentException("a Laplace fit needs values that are not all equal, got " + x.length
                    + " times " + x[0] + ": the likelihood is unbounded as the scale goes to 0");
        }
        return new Laplace(median, scale);
    }

    /// Fits an exponential distribution: the rate is 1 / mean. The values must be non-negative, at least one
    /// positive.
    public static Exponential fitExponential(double[] x) {
        return new Exponential(1 / positiveMean("an exponential fit", x, false));
    }

    /// Fits a Poisson distribution: the rate is the mean of the counts. At least one must be positive.
    public static Poisson fitPoisson(double[] x) {
        return new Poisson(positiveMean("a Poisson fit", x, true));
    }

    /// Fits a Bernoulli distribution to zeros and ones: the fraction of ones.
    public static Bernoulli fitBernoulli(double[] x) {
        SampleStatistics.requireSample("a Bernoulli fit", x, 1);
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0 && x[i] != 1) {
                throw new IllegalArgumentException(
                        "a Bernoulli fit needs zeros and ones, got " + x[i] + " at index " + i);
            }
        }
        return new Bernoulli(SampleStatistics.mean(x));
    }

    /// The maximum-likelihood parameters in any family with a smooth likelihood, by damped Newton's method
    /// from `start`. If there are several local optima, the result depends on `start`.
    ///
    /// Derivatives are finite differences, which gives about eight digits of the parameters. O(n·k²) per
    /// step; 5 to 20 steps are usual.
    ///
    /// @param start initial parameters, shape `(k)`, under which the sample has a likelihood > 0
    /// @return parameters for [ParametricFamily#distribution], shape `(k)`
    /// @throws IllegalArgumentException if the likelihood is 0 at the start, or the method does not converge
    ///     in 200 steps
    public static Vector fit(ParametricFamily family, Vector start, double[] x) {
        SampleStatistics.requireSample("a likelihood", x, 1);
        return new LikelihoodObjective(family, x).minimiseFrom(start);
    }

    private static double positiveMean(String description, double[] x, boolean counts) {
        SampleStatistics.requireSample(description, x, 1);
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0 || counts && x[i] != Math.rint(x[i])) {
                throw new IllegalArgumentException(description + " needs " + (counts ? "integers" : "values")
                        + " of at least 0, got " + x[i] + " at index " + i);
            }
        }
        double mean = SampleStatistics.mean(x);
        if (mean == 0) {
            throw new IllegalArgumentException(
                    description + " needs a value greater than 0, got " + x.length + " zeros");
        }
        return mean;
    }
}
