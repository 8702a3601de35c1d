package gradus.ml.optimise;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Newton's method: each step goes to where the gradient of the local parabola is 0, by solving with the
/// Hessian. Near a minimum the number of right digits doubles in each step. A step costs O(n³) and the
/// Hessian.
///
/// Undamped, it goes to any such point, a maximum as gladly as a minimum, and from far away often to
/// nowhere. Damped, a multiple of the identity is added to the Hessian until it is positive definite, so
/// that the step leads downhill, and the step is halved until the value falls.
///
/// Source: J. Nocedal and S. Wright, *Numerical Optimization*, 2nd edition (2006), section 3.4. The Hessian
/// is never inverted.
///
/// @param damped whether every step is made to lead downhill
/// @param stoppingCriterion when it ends
public record Newton(boolean damped, StoppingCriterion stoppingCriterion) implements Minimiser {

    private static final LineSearch LINE_SEARCH = new LineSearch.Armijo(1e-4, 0.5);

    /// Newton's method that only goes downhill.
    public static Newton damped(StoppingCriterion stoppingCriterion) {
        return new Newton(true, stoppingCriterion);
    }

    /// Newton's method as it stands in the first chapter.
    public static Newton undamped(StoppingCriterion stoppingCriterion) {
        return new Newton(false, stoppingCriterion);
    }

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        return DescentLoop.run(objective, start, stoppingCriterion, current -> {
            Matrix hessian = objective.hessian(current.x());
            return damped ? dampedStep(objective, current, hessian) : fullStep(objective, current, hessian);
        });
    }

    private static Optional<Evaluation> fullStep(Objective objective, Evaluation current, Matrix hessian) {
        try {
            return Optional.of(
                    objective.evaluate(current.x().minus(Lu.of(hessian).solve(current.gradient()))));
        } catch (SingularMatrixException _) {
            return Optional.empty();
        }
    }

    private static Optional<Evaluation> dampedStep(Objective objective, Evaluation current, Matrix hessian) {
        Vector step =
                shiftedCholesky(hessian, current).solve(current.gradient()).times(-1);
        return LineSearch.fullStepByGradientNorm(objective, current, step)
                .or(() -> LINE_SEARCH.search(objective, current, step, 1));
    }

    /// The factor of `hessian`, with as much of the identity added as it needs. Where there is no curvature
    /// at all, what is added keeps the step to about a thousand times the size of x.
    private static Cholesky shiftedCholesky(Matrix hessian, Evaluation current) {
        double scale = Math.max(
                hessian.norm(),
                current.gradient().norm() / Math.max(1, current.x().norm()));
        Optional<Cholesky> factor = Cholesky.ifPositiveDefinite(hessian);
        for (double shift = 1e-3 * scale; factor.isEmpty(); shift *= 4) {
            factor = Cholesky.ifPositiveDefinite(
                    hessian.plus(Matrix.identity(hessian.rows()).times(shift)));
        }
        return factor.get();
    }
}
