package gradus.ml.stats;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Sigmoid;

/// A parametric family of distributions, with unconstrained parameters: any real numbers are valid, as long
/// as their exponentials neither overflow nor underflow. A positive parameter is given by its logarithm and a
/// probability by its log-odds, so that an optimiser needs no constraints. [MaximumLikelihood#fit] uses it.
///
/// The families here throw an `IllegalArgumentException` if the parameters have another shape.
@FunctionalInterface
public interface ParametricFamily {

    /// The member with these parameters, shape `(k)`.
    Distribution distribution(Vector parameters);

    /// Normal distributions; parameters: mean, log of the standard deviation.
    static ParametricFamily normal() {
        return of(2, p -> new Normal(p.get(0), StrictMath.exp(p.get(1))));
    }

    /// Gamma distributions; parameters: log of the shape, log of the rate.
    static ParametricFamily gamma() {
        return of(2, p -> new Gamma(StrictMath.exp(p.get(0)), StrictMath.exp(p.get(1))));
    }

    /// Beta distributions; parameters: log of a, log of b.
    static ParametricFamily beta() {
        return of(2, p -> new Beta(StrictMath.exp(p.get(0)), StrictMath.exp(p.get(1))));
    }

    /// Exponential distributions; parameter: log of the rate.
    static ParametricFamily exponential() {
        return of(1, p -> new Exponential(StrictMath.exp(p.get(0))));
    }

    /// Poisson distributions; parameter: log of the rate.
    static ParametricFamily poisson() {
        return of(1, p -> new Poisson(StrictMath.exp(p.get(0))));
    }

    /// Bernoulli distributions; parameter: log-odds of the probability.
    static ParametricFamily bernoulli() {
        return of(1, p -> new Bernoulli(Sigmoid.of(p.get(0))));
    }

    private static ParametricFamily of(int size, ParametricFamily family) {
        return parameters -> {
            if (parameters.size() != size) {
                throw new IllegalArgumentException("this family of distributions needs parameters of shape (" + size
                        + "), got shape (" + parameters.size() + ")");
            }
            return family.distribution(parameters);
        };
    }
}
