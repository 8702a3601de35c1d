package gradus.ml.stats;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Sigmoid;

/// Distributions of one form, told apart by parameters that may be any real numbers. A parameter that must
/// be positive is given by its logarithm and a probability by its log odds, so that a search for the best
/// can step anywhere.
@FunctionalInterface
public interface ParametricFamily {

    /// The member with these parameters, shape `(k)`.
    Distribution distribution(Vector parameters);

    /// Normal distributions, by the mean and the logarithm of the standard deviation.
    static ParametricFamily normal() {
        return p -> new Normal(p.get(0), Math.exp(p.get(1)));
    }

    /// Gamma distributions, by the logarithms of shape and rate.
    static ParametricFamily gamma() {
        return p -> new Gamma(Math.exp(p.get(0)), Math.exp(p.get(1)));
    }

    /// Beta distributions, by the logarithms of both parameters.
    static ParametricFamily beta() {
        return p -> new Beta(Math.exp(p.get(0)), Math.exp(p.get(1)));
    }

    /// Exponential distributions, by the logarithm of the rate.
    static ParametricFamily exponential() {
        return p -> new Exponential(Math.exp(p.get(0)));
    }

    /// Poisson distributions, by the logarithm of the rate.
    static ParametricFamily poisson() {
        return p -> new Poisson(Math.exp(p.get(0)));
    }

    /// Bernoulli distributions, by the log odds of the probability.
    static ParametricFamily bernoulli() {
        return p -> new Bernoulli(Sigmoid.of(p.get(0)));
    }
}
