package gradus.ml.optimise;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import java.util.Objects;
import java.util.Optional;

/// Levenberg–Marquardt method for nonlinear least squares: minimises `½·‖r(x)‖²`, half the sum of the squared
/// residuals, by a sequence of damped linear least-squares problems.
///
/// **Method.** Each step replaces the residuals by their linearisation `r + J·p`, where J is the Jacobian.
/// That is the Gauss–Newton method: Newton's method without the second derivatives of the residuals, and
/// nearly as fast if the residuals are small at the minimum. To keep a step within the range in which the
/// linearisation is accurate, it minimises `‖J·p + r‖² + damping·‖D·p‖²`, where D holds the norms of the
/// columns of J. The damping falls when a step succeeds and rises when it fails. Least-squares problems are
/// solved with [Qr], not with the normal equations, which would square the condition number.
///
/// **Cost.** A Jacobian and O(m·n²) per step, for m residuals and n parameters.
///
/// **Differences.** Like SciPy's `least_squares`, it reports half the sum of squares. It takes a
/// [ResidualFunction] rather than an [Objective], so it is not a [Minimiser].
///
/// Sources: C. F. Gauss (1809); K. Levenberg (1944); D. Marquardt (1963); H. B. Nielsen (1999) for the
/// damping update.
///
/// @param initialDamping damping of the first step, > 0; 1e-3 for a start near the solution, 1 for one that
///     may be far from it
/// @param stoppingCriterion when to stop; the gradient is `Jᵀ·r`
public record LevenbergMarquardt(double initialDamping, StoppingCriterion stoppingCriterion) {

    private static final int MAX_TRIALS = 60;

    /// With less damping, linearly dependent columns of the Jacobian would make the problem singular again.
    private static final double MIN_DAMPING = 1e-20;

    /// @throws IllegalArgumentException if `initialDamping` is not finite and > 0
    public LevenbergMarquardt {
        Objects.requireNonNull(stoppingCriterion, "stoppingCriterion");
        if (!(initialDamping > 0 && initialDamping < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "initialDamping must be finite and greater than 0, got " + initialDamping);
        }
    }

    /// Minimises half the sum of the squared residuals, from `start`, shape `(n)`.
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
            this.damping = Math.max(damping, MIN_DAMPING);
        }

        @Override
        public Optional<ObjectiveEvaluation> next(ObjectiveEvaluation current) {
            Vector residualValues = residualFunction.values(current.x());
            Matrix jacobian = residualFunction.jacobian(current.x());
            double growth = 2;
            for (int i = 0; i < MAX_TRIALS && damping < Double.POSITIVE_INFINITY; i++) {
                Optional<Vector> step = solve(jacobian, residualValues);
                if (step.isPresent() && current.x().plus(step.get()).equals(current.x())) {
                    return Optional.empty();
                }
                Optional<ObjectiveEvaluation> next = step.flatMap(p -> accepted(current, residualValues, jacobian, p));
                if (next.isPresent()) {
                    return next;
                }
                damping *= growth;
                growth *= 2;
            }
            return Optional.empty();
        }

        /// The point after this step if its value is lower; the damping then falls, unless the linearisation
        /// promised far more.
        private Optional<ObjectiveEvaluation> accepted(
                ObjectiveEvaluation current, Vector residualValues, Matrix jacobian, Vector step) {
            Optional<ObjectiveEvaluation> flatter = LineSearch.fullStepByGradientNorm(objective, current, step);
            if (flatter.isPresent()) {
                return flatter;
            }
            Vector x = current.x().plus(step);
            double value = halfSumOfSquares(residualFunction.values(x));
            if (!(value < current.value())) {
                return Optional.empty();
            }
            double predictedReduction = current.value() - halfSumOfSquares(residualValues.plus(jacobian.times(step)));
            if (predictedReduction > 0) {
                double gainRatio = Math.min(1, (current.value() - value) / predictedReduction);
                damping *= Math.max(1.0 / 3, 1 - StrictMath.pow(2 * gainRatio - 1, 3));
                damping = Math.max(damping, MIN_DAMPING);
            }
            return Optional.of(new ObjectiveEvaluation(x, value, objective.gradient(x)));
        }

        /// The step p that minimises `‖J·p + r‖² + damping·‖D·p‖²`, where D holds the norms of the columns of
        /// J (1 for a column of zeros). Empty if so little damping leaves the problem numerically singular,
        /// or p does not fit into doubles.
        private Optional<Vector> solve(Matrix jacobian, Vector residualValues) {
            int m = jacobian.rows();
            int n = jacobian.columns();
            double[] dampingTerms = new double[n];
            for (int c = 0; c < n; c++) {
                double length = jacobian.column(c).norm();
                dampingTerms[c] = Math.min(Double.MAX_VALUE, Math.sqrt(damping) * (length == 0 ? 1 : length));
            }
            Matrix augmented =
                    Matrix.from(m + n, n, (r, c) -> r < m ? jacobian.get(r, c) : r - m == c ? dampingTerms[c] : 0);
            Vector targets = Vector.from(m + n, i -> i < m ? -residualValues.get(i) : 0);
            try {
                return Optional.of(Qr.of(augmented).leastSquares(targets));
            } catch (SingularMatrixException | ArithmeticException _) {
                return Optional.empty();
            }
        }
    }

    private static double halfSumOfSquares(Vector residuals) {
        return residuals.dot(residuals) / 2;
    }
}
