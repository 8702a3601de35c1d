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
/// @param stop when it ends
public record Newton(boolean damped, Stop stop) implements Minimiser {

    private static final LineSearch SEARCH = new LineSearch.Armijo(1e-4, 0.5);

    /// Newton's method that only goes downhill.
    public static Newton damped(Stop stop) {
        return new Newton(true, stop);
    }

    /// Newton's method as it stands in the first chapter.
    public static Newton undamped(Stop stop) {
        return new Newton(false, stop);
    }

    @Override
    public Descent minimise(Objective objective, Vector start) {
        return Path.follow(objective, start, stop, here -> {
            Matrix hessian = objective.hessian(here.x());
            return damped ? downhill(objective, here, hessian) : anywhere(objective, here, hessian);
        });
    }

    private static Optional<Point> anywhere(Objective objective, Point here, Matrix hessian) {
        try {
            return Optional.of(objective.at(here.x().minus(Lu.of(hessian).solve(here.gradient()))));
        } catch (SingularMatrixException _) {
            return Optional.empty();
        }
    }

    private static Optional<Point> downhill(Objective objective, Point here, Matrix hessian) {
        Vector step = positiveDefinite(hessian, here).solve(here.gradient()).times(-1);
        return LineSearch.byGradient(objective, here, step).or(() -> SEARCH.along(objective, here, step, 1));
    }

    /// The factor of `hessian`, with as much of the identity added as it needs. Where there is no curvature
    /// at all, what is added keeps the step to about a thousand times the size of x.
    private static Cholesky positiveDefinite(Matrix hessian, Point here) {
        double size = Math.max(
                hessian.norm(), here.gradient().norm() / Math.max(1, here.x().norm()));
        Optional<Cholesky> factor = Cholesky.ifPositiveDefinite(hessian);
        for (double shift = 1e-3 * size; factor.isEmpty(); shift *= 4) {
            factor = Cholesky.ifPositiveDefinite(
                    hessian.plus(Matrix.identity(hessian.rows()).times(shift)));
        }
        return factor.get();
    }
}
