package gradus.ml.stats;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.Optional;

/// Newton's method on the mean negative log-likelihood, with steps that are shortened until they lead down.
///
/// Source: J. Nocedal and S. Wright, *Numerical Optimization*, 2nd edition (2006), section 3.4: where the
/// curvature is not positive, some of the identity is added to it, which turns the step towards steepest
/// descent.
final class LikelihoodDescent {

    private static final int MOST_STEPS = 200;

    /// For second differences: the fourth root of the rounding error balances it against the error of the
    /// formula.
    private static final double STEP = 1e-4;

    private final ParametricFamily family;
    private final double[] x;

    LikelihoodDescent(ParametricFamily family, double[] x) {
        this.family = family;
        this.x = x;
    }

    Vector from(Vector start) {
        Vector here = start;
        double loss = loss(here);
        if (!Double.isFinite(loss)) {
            throw new IllegalArgumentException("a fit starts where the sample is possible, but at " + start
                    + " its mean negative log-likelihood is " + loss + "; start elsewhere");
        }
        for (int i = 0; i < MOST_STEPS; i++) {
            Vector gradient = gradient(here);
            Vector step = factor(curvature(here)).solve(gradient);
            double slope = gradient.dot(step);
            double share = 1;
            // The first length that gains a part of what the slope promises (L. Armijo, 1966).
            while (share > 1e-12 && !(loss(here.minus(step.times(share))) <= loss - 1e-4 * share * slope)) {
                share /= 2;
            }
            Vector next = here.minus(step.times(share));
            boolean arrived = share <= 1e-12 || step.norm() <= 1e-9 * (1 + here.norm());
            if (arrived) {
                return slope < 1e-8 ? here : refuse(here);
            }
            here = next;
            loss = loss(here);
        }
        return refuse(here);
    }

    private Vector refuse(Vector here) {
        throw new IllegalArgumentException("no most likely parameters were found, the search came to " + here
                + "; start nearer, or look whether the sample has a most likely member");
    }

    /// Infinite where a step has left what the family can be.
    private double loss(Vector parameters) {
        try {
            double loss = MaximumLikelihood.negativeLogLikelihood(family.at(parameters), x) / x.length;
            return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        } catch (IllegalArgumentException _) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /// Five points, as the error of three would be most of the error of the result.
    private Vector gradient(Vector at) {
        double[] slopes = new double[at.size()];
        Arrays.setAll(slopes, i -> {
            double h = 10 * STEP * (1 + Math.abs(at.get(i)));
            double near = loss(moved(at, i, h)) - loss(moved(at, i, -h));
            double far = loss(moved(at, i, 2 * h)) - loss(moved(at, i, -2 * h));
            return (8 * near - far) / (12 * h);
        });
        return Vector.of(slopes);
    }

    private Matrix curvature(Vector at) {
        int k = at.size();
        double middle = loss(at);
        return Matrix.from(k, k, (r, c) -> {
            int i = Math.min(r, c);
            int j = Math.max(r, c);
            double h = STEP * (1 + Math.abs(at.get(i)));
            double g = STEP * (1 + Math.abs(at.get(j)));
            if (i == j) {
                return (loss(moved(at, i, h)) - 2 * middle + loss(moved(at, i, -h))) / (h * h);
            }
            double same = loss(moved(moved(at, i, h), j, g)) + loss(moved(moved(at, i, -h), j, -g));
            double opposite = loss(moved(moved(at, i, h), j, -g)) + loss(moved(moved(at, i, -h), j, g));
            return (same - opposite) / (4 * h * g);
        });
    }

    private static Cholesky factor(Matrix curvature) {
        Matrix identity = Matrix.identity(curvature.rows());
        double shift = 0;
        while (true) {
            Optional<Cholesky> factor = Cholesky.ifPositiveDefinite(curvature.plus(identity.times(shift)));
            if (factor.isPresent()) {
                return factor.get();
            }
            shift = Math.max(2 * shift, 1e-3 * (1 + curvature.norm()));
        }
    }

    private static Vector moved(Vector from, int index, double distance) {
        double[] components = from.toArray();
        components[index] += distance;
        return Vector.of(components);
    }
}
