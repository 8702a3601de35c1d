package gradus.ml.stats;

import gradus.ml.calculus.Gradient;
import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;

/// The mean negative log-likelihood of a sample as an objective, minimised by damped Newton's method.
final class LikelihoodObjective implements Objective {

    /// A gradient up to this norm counts as 0: finite differences are not more accurate.
    private static final double GRADIENT_TOLERANCE = 1e-6;

    private static final Newton NEWTON = Newton.damped(new StoppingCriterion(1e-10, 200));

    private final ParametricFamily family;
    private final double[] x;

    LikelihoodObjective(ParametricFamily family, double[] x) {
        this.family = family;
        this.x = x;
    }

    Vector minimiseFrom(Vector start) {
        // Says what is wrong with these parameters, where value() would only be infinite.
        family.distribution(start);
        if (!Double.isFinite(value(start))) {
            throw new IllegalArgumentException("the mean negative log-likelihood must be finite at the start, got "
                    + value(start) + " at " + start + "; start elsewhere");
        }
        OptimisationResult result = NEWTON.minimise(this, start);
        Vector best = result.lastPoint();
        if (result.converged() || gradient(best).norm() <= GRADIENT_TOLERANCE * (1 + Math.abs(value(best)))) {
            return best;
        }
        throw new IllegalArgumentException("no maximum of the likelihood was found; the last iterate is " + best
                + "; start nearer, or check that the likelihood has a maximum");
    }

    /// Infinite if a step leaves the domain of the family.
    @Override
    public double value(Vector parameters) {
        try {
            double loss = MaximumLikelihood.negativeLogLikelihood(family.distribution(parameters), x) / x.length;
            return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        } catch (IllegalArgumentException _) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public Vector gradient(Vector parameters) {
        return Gradient.numerical(this::value, parameters);
    }

    @Override
    public Matrix hessian(Vector parameters) {
        return NumericalHessian.hessian(this::value, parameters);
    }
}
