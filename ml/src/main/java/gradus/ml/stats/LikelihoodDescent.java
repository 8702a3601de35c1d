package gradus.ml.stats;

import gradus.ml.calculus.Curvature;
import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Descent;
import gradus.ml.optimise.Newton;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.Stop;

/// Newton's way down the mean negative log-likelihood of a sample.
final class LikelihoodDescent implements Objective {

    /// What differences leave of a gradient that is 0.
    private static final double NOTHING = 1e-6;

    private static final Newton NEWTON = Newton.damped(new Stop(1e-10, 200));

    private final ParametricFamily family;
    private final double[] x;

    LikelihoodDescent(ParametricFamily family, double[] x) {
        this.family = family;
        this.x = x;
    }

    Vector from(Vector start) {
        if (!Double.isFinite(value(start))) {
            throw new IllegalArgumentException("a fit starts where the sample is possible, but at " + start
                    + " its mean negative log-likelihood is " + value(start) + "; start elsewhere");
        }
        Descent way = NEWTON.minimise(this, start);
        Vector here = way.last();
        if (way.converged() || gradient(here).norm() <= NOTHING * (1 + Math.abs(value(here)))) {
            return here;
        }
        throw new IllegalArgumentException("no most likely parameters were found, the search came to " + here
                + "; start nearer, or look whether the sample has a most likely member");
    }

    /// Infinite where a step has left what the family can be.
    @Override
    public double value(Vector parameters) {
        try {
            double loss = MaximumLikelihood.negativeLogLikelihood(family.at(parameters), x) / x.length;
            return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        } catch (IllegalArgumentException _) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public Vector gradient(Vector parameters) {
        return Gradient.numeric(this::value, parameters);
    }

    @Override
    public Matrix hessian(Vector parameters) {
        return Curvature.hessian(this::value, parameters);
    }
}
