package gradus.ml.optimise;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import java.util.Objects;
import java.util.Optional;

/// Newton's method: each step minimises the quadratic approximation of the objective (its second-order Taylor
/// polynomial), by solving a linear system with the Hessian.
///
/// **Convergence** is quadratic near a minimum: the number of correct digits doubles with each step.
///
/// **Damping.** Without it, the method can converge to any stationary point, also a maximum, and often
/// diverges if the start is far from a minimum. With it, a multiple of the identity is added to the Hessian
/// until it is positive definite, so that the step is a descent direction, and the step is halved until the
/// objective decreases sufficiently (Armijo condition).
///
/// **Cost.** The Hessian and O(n³) per step. The Hessian is never inverted.
///
/// Source: J. Nocedal and S. Wright, *Numerical Optimization*, 2nd edition (2006), section 3.4.
///
/// @param damped whether every step must decrease the objective
/// @param stoppingCriterion when to stop
public record Newton(boolean damped, StoppingCriterion stoppingCriterion) implements Minimiser {

    private static final LineSearch LINE_SEARCH = new LineSearch.Armijo(1e-4, 0.5);

    /// @throws NullPointerException if `stoppingCriterion` is null
    public Newton {
        Objects.requireNonNull(stoppingCriterion, "stoppingCriterion");
    }

    /// Damped Newton's method, with a modified Hessian and a backtracking line search.
    public static Newton damped(StoppingCriterion stoppingCriterion) {
        return new Newton(true, stoppingCriterion);
    }

    /// Pure Newton's method: always the full step. It stops if the Hessian is singular.
    public static Newton undamped(StoppingCriterion stoppingCriterion) {
        return new Newton(false, stoppingCriterion);
    }

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        return DescentLoop.run(objective, start, stoppingCriterion, current -> {
            Matrix hessian = objective.hessian(current.x());
            if (!Double.isFinite(hessian.norm())) {
                return Optional.of(current.withoutValue());
            }
            return damped ? dampedStep(objective, current, hessian) : fullStep(objective, current, hessian);
        });
    }

    /// The Newton step from a point with this gradient, shape `(n)`, and this Hessian, shape `(n, n)`: it leads
    /// to the critical point of the quadratic approximation there, be it a minimum, a maximum or a saddle point.
    /// Shape `(n)`.
    ///
    /// @throws IllegalArgumentException if the shapes don't match
    /// @throws SingularMatrixException if `hessian` is singular
    public static Vector step(Vector gradient, Matrix hessian) {
        return Lu.of(hessian).solve(gradient).times(-1);
    }

    /// The Newton step, shape `(n)`, after a multiple of the identity has been added to the Hessian if it isn't
    /// positive definite: the first of `firstShift` times 1, 4, 16, 64, … that makes it so. So it's a descent
    /// direction, unless the gradient is 0.
    ///
    /// @throws IllegalArgumentException if the shapes don't match, `hessian` is not symmetric, or `firstShift` is
    ///     not greater than 0
    public static Vector descentStep(Vector gradient, Matrix hessian, double firstShift) {
        if (!(firstShift > 0)) {
            throw new IllegalArgumentException("firstShift must be greater than 0, got " + firstShift);
        }
        Optional<Cholesky> factor = Cholesky.ifPositiveDefinite(hessian);
        for (double shift = firstShift; factor.isEmpty(); shift *= 4) {
            Matrix shifted = hessian.plus(Matrix.identity(hessian.rows()).times(shift));
            factor = Cholesky.ifPositiveDefinite(shifted);
        }
        return factor.get().solve(gradient).times(-1);
    }

    private static Optional<ObjectiveEvaluation> fullStep(
            Objective objective, ObjectiveEvaluation current, Matrix hessian) {
        try {
            return Optional.of(objective.evaluate(current.x().plus(step(current.gradient(), hessian))));
        } catch (SingularMatrixException | ArithmeticException _) {
            // The step is not determined, or it is longer than any number.
            return Optional.empty();
        }
    }

    private static Optional<ObjectiveEvaluation> dampedStep(
            Objective objective, ObjectiveEvaluation current, Matrix hessian) {
        // If the Hessian is 0, the shift limits the step to about 1000 times the norm of x.
        double scale = Math.max(
                hessian.norm(),
                current.gradient().norm() / Math.max(1, current.x().norm()));
        Vector step;
        try {
            step = descentStep(current.gradient(), hessian, 1e-3 * scale);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
        return LineSearch.fullStepByGradientNorm(objective, current, step)
                .or(() -> LINE_SEARCH.search(objective, current, step, 1));
    }
}
