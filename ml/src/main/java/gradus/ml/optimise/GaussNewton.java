package gradus.ml.optimise;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Least squares for models that are not linear: the residuals are replaced by their tangent, which is an
/// ordinary least-squares problem, time after time. It is Newton's method without the second derivatives of
/// the residuals, and nearly as quick where the residuals end up small.
///
/// So that a step is not longer than the tangent can be trusted, each parameter is held back by `damping`
/// times how much the residuals depend on it. The damping falls where steps succeed and rises where they
/// fail. What is minimised is half the sum of the squares. A step costs a Jacobian and O(m·n²).
///
/// Sources: C. F. Gauss (1809); K. Levenberg (1944); D. Marquardt (1963); the change of the damping is that
/// of H. B. Nielsen (1999). The least squares are solved by [Qr], and not by normal equations, which would
/// square the condition number.
///
/// @param damping the damping of the first step, above 0; 1e-3 if the start is good, 1 if it may be far off
/// @param stop when it ends
public record GaussNewton(double damping, Stop stop) {

    private static final int TRIES = 60;

    /// With less, columns that depend on each other would do so again.
    private static final double LEAST = 1e-20;

    /// @throws IllegalArgumentException if the damping is not above 0
    public GaussNewton {
        if (!(damping > 0 && damping < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a damping is above 0 and finite, got " + damping);
        }
    }

    /// Walks from `start`, shape `(n)`, to where half the sum of the squares of `residuals` is small.
    ///
    /// @throws IllegalArgumentException if `start`, or a residual or derivative there, is not finite
    public Descent minimise(Residuals residuals, Vector start) {
        Objective objective = Objective.of(
                x -> halfSquare(residuals.at(x)), x -> residuals.jacobian(x).transposeTimes(residuals.at(x)));
        return Path.follow(objective, start, stop, new Steps(residuals, objective, damping));
    }

    private static final class Steps implements Path.Step {

        private final Residuals residuals;
        private final Objective objective;
        private double damping;

        Steps(Residuals residuals, Objective objective, double damping) {
            this.residuals = residuals;
            this.objective = objective;
            this.damping = damping;
        }

        @Override
        public Optional<Point> from(Point here) {
            Vector left = residuals.at(here.x());
            Matrix jacobian = residuals.jacobian(here.x());
            double growth = 2;
            for (int i = 0; i < TRIES; i++) {
                Vector step = step(jacobian, left);
                Optional<Point> settled = LineSearch.byGradient(objective, here, step);
                if (settled.isPresent()) {
                    return settled;
                }
                Vector x = here.x().plus(step);
                double value = halfSquare(residuals.at(x));
                double promised = here.value() - halfSquare(left.plus(jacobian.times(step)));
                if (value < here.value()) {
                    double kept = (here.value() - value) / promised;
                    damping *= Math.max(1.0 / 3, 1 - Math.pow(2 * Math.min(kept, 1) - 1, 3));
                    damping = Math.max(damping, LEAST);
                    return Optional.of(new Point(x, value, objective.gradient(x)));
                }
                damping *= growth;
                growth *= 2;
            }
            return Optional.empty();
        }

        /// The step p for which `|J·p + r|² + damping·|D·p|²` is least, where D holds the lengths of the
        /// columns of J.
        private Vector step(Matrix jacobian, Vector left) {
            int m = jacobian.rows();
            int n = jacobian.columns();
            double[] lengths = new double[n];
            for (int c = 0; c < n; c++) {
                double length = jacobian.column(c).norm();
                lengths[c] = Math.sqrt(damping) * (length == 0 ? 1 : length);
            }
            Matrix held = Matrix.from(m + n, n, (r, c) -> r < m ? jacobian.get(r, c) : r - m == c ? lengths[c] : 0);
            return Qr.of(held).leastSquares(Vector.from(m + n, i -> i < m ? -left.get(i) : 0));
        }
    }

    private static double halfSquare(Vector residuals) {
        return residuals.dot(residuals) / 2;
    }
}
