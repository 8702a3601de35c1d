package gradus.ml.optimise;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Least squares for models that are not linear: the residuals are replaced by their tangent, which is an
/// ordinary least-squares problem, time after time. It is Newton's method without the second derivatives of
/// the residuals, and nearly as quick where the residuals end up small.
///
/// So that a step is not longer than the tangent can be trusted, each parameter is held back by
/// `initialDamping` times how much the residuals depend on it. The damping falls where steps succeed and
/// rises where they fail. What is minimised is half the sum of the squares. A step costs a Jacobian and
/// O(m·n²).
///
/// Sources: C. F. Gauss (1809); K. Levenberg (1944); D. Marquardt (1963); the change of the damping is that
/// of H. B. Nielsen (1999). The least squares are solved by [Qr], and not by normal equations, which would
/// square the condition number.
///
/// @param initialDamping the damping of the first step, above 0; 1e-3 if the start is good, 1 if it may be
///     far off
/// @param stoppingCriterion when it ends
public record LevenbergMarquardt(double initialDamping, StoppingCriterion stoppingCriterion) {

    private static final int MAX_TRIALS = 60;

    /// With less, columns that depend on each other would do so again.
    private static final double MIN_DAMPING = 1e-20;

    /// @throws IllegalArgumentException if the damping is not above 0
    public LevenbergMarquardt {
        if (!(initialDamping > 0 && initialDamping < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a damping is above 0 and finite, got " + initialDamping);
        }
    }

    /// Walks from `start`, shape `(n)`, to where half the sum of the squares of `residuals` is small.
    ///
    /// @throws IllegalArgumentException if `start`, or a residual or derivative there, is not finite
    public OptimisationResult minimise(ResidualFunction residualFunction, Vector start) {
        Objective objective = Objective.of(
                x -> halfSumOfSquares(residualFunction.values(x)),
                x -> residualFunction.jacobian(x).transposeTimes(residualFunction.values(x)));
        return DescentLoop.run(
                objective, start, stoppingCriterion, new DampedStep(residualFunction, objective, initialDamping));
    }

    private static final class DampedStep implements DescentLoop.Step {

        private final ResidualFunction residualFunction;
        private final Objective objective;
        private double damping;

        DampedStep(ResidualFunction residualFunction, Objective objective, double damping) {
            this.residualFunction = residualFunction;
            this.objective = objective;
            this.damping = damping;
        }

        @Override
        public Optional<Evaluation> next(Evaluation current) {
            Vector residualValues = residualFunction.values(current.x());
            Matrix jacobian = residualFunction.jacobian(current.x());
            double growth = 2;
            for (int i = 0; i < MAX_TRIALS; i++) {
                Vector step = solve(jacobian, residualValues);
                Optional<Evaluation> accepted = LineSearch.fullStepByGradientNorm(objective, current, step);
                if (accepted.isPresent()) {
                    return accepted;
                }
                Vector x = current.x().plus(step);
                double value = halfSumOfSquares(residualFunction.values(x));
                double predictedReduction =
                        current.value() - halfSumOfSquares(residualValues.plus(jacobian.times(step)));
                if (value < current.value()) {
                    double gainRatio = (current.value() - value) / predictedReduction;
                    damping *= Math.max(1.0 / 3, 1 - Math.pow(2 * Math.min(gainRatio, 1) - 1, 3));
                    damping = Math.max(damping, MIN_DAMPING);
                    return Optional.of(new Evaluation(x, value, objective.gradient(x)));
                }
                damping *= growth;
                growth *= 2;
            }
            return Optional.empty();
        }

        /// The step p for which `|J·p + r|² + initialDamping·|D·p|²` is least, where D holds the lengths of
        /// the columns of J.
        private Vector solve(Matrix jacobian, Vector residualValues) {
            int m = jacobian.rows();
            int n = jacobian.columns();
            double[] dampingTerms = new double[n];
            for (int c = 0; c < n; c++) {
                double length = jacobian.column(c).norm();
                dampingTerms[c] = Math.sqrt(damping) * (length == 0 ? 1 : length);
            }
            Matrix augmented =
                    Matrix.from(m + n, n, (r, c) -> r < m ? jacobian.get(r, c) : r - m == c ? dampingTerms[c] : 0);
            return Qr.of(augmented).leastSquares(Vector.from(m + n, i -> i < m ? -residualValues.get(i) : 0));
        }
    }

    private static double halfSumOfSquares(Vector residuals) {
        return residuals.dot(residuals) / 2;
    }
}
