package gradus.ml.stats;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Sigmoid;

/// A parametric family of distributions, with unconstrained parameters: any real numbers are valid, as long
/// as their exponentials neither overflow nor underflow. A positive parameter is given by its logarithm and a
/// probability by its log-odds, so that an optimiser needs no constraints. [MaximumLikelihood#fit] uses it.
@FunctionalInterface
public interface ParametricFamily {

    /// The member with these parameters, shape `(k)`.
    Distribution distribution(Vector parameters);

    /// Normal distributions; parameters: mean, log of the standard deviation.
    static ParametricFamily normal() {
        return p -> new Normal(p.get(0), StrictMath.exp(p.get(1)));
    }

    /// Gamma distributions; parameters: log of the shape, log of the rate.
    static ParametricFamily gamma() {
        return p -> new Gamma(StrictMath.exp(p.get(0)), StrictMath.exp(p.get(1)));
    }

    /// Beta distributions; parameters: log of a, log of b.
    static ParametricFamily beta() {
        return p -> new Beta(StrictMath.exp(p.get(0)), StrictMath.exp(p.get(1)));
    }

    /// Exponential distributions; parameter: log of the rate.
    static ParametricFamily exponential() {
        return p -> new Exponential(StrictMath.exp(p.get(0)));
    }

    /// Poisson distributions; parameter: log of the rate.
    static ParametricFamily poisson() {
        return p -> new Poisson(StrictMath.exp(p.get(0)));
    }

    /// Bernoulli distributions; parameter: log-odds of the probability.
    static ParametricFamily bernoulli() {
        return p -> new Bernoulli(Sigmoid.of(p.get(0)));
    }
}
