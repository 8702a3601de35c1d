package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Line search: chooses how far to step along a descent direction, so that the objective decreases
/// sufficiently.
///
/// A value that is NaN or infinite counts as too high, so the step is shortened until it stays in the domain
/// of the objective.
public sealed interface LineSearch {

    /// A point `from + t·direction`, t > 0, with a lower value. The first t tried is `initialStepSize`. Empty
    /// if `direction` is not a descent direction, or if no such point is found before the step is below
    /// rounding error.
    ///
    /// @throws IllegalArgumentException if `initialStepSize` is not finite and > 0
    Optional<ObjectiveEvaluation> search(
            Objective objective, ObjectiveEvaluation from, Vector direction, double initialStepSize);

    /// Backtracking line search: shortens the step until the Armijo (sufficient decrease) condition holds,
    /// `f(x + t·d) ≤ f(x) + sufficientDecrease·t·∇f·d`. Each trial costs one evaluation of the objective.
    ///
    /// Source: L. Armijo, "Minimization of Functions Having Lipschitz Continuous First Partial Derivatives"
    /// (1966).
    ///
    /// @param sufficientDecrease fraction of the decrease predicted by the slope that is required, > 0 and <
    ///     1; with 1e-4, almost any decrease suffices
    /// @param backtrackingFactor factor that shortens a step that is too long, > 0 and < 1
    record Armijo(double sufficientDecrease, double backtrackingFactor) implements LineSearch {

        /// @throws IllegalArgumentException if a parameter is out of range
        public Armijo {
            if (!(sufficientDecrease > 0
                    && sufficientDecrease < 1
                    && backtrackingFactor > 0
                    && backtrackingFactor < 1)) {
                throw new IllegalArgumentException(
                        "sufficientDecrease and backtrackingFactor must be greater than 0 and" + " less than 1, got "
                                + sufficientDecrease + " and " + backtrackingFactor);
            }
        }

        @Override
        public Optional<ObjectiveEvaluation> search(
                Objective objective, ObjectiveEvaluation from, Vector direction, double initialStepSize) {
            StepSizes.requirePositive(initialStepSize);
            double slope = from.directionalDerivative(direction);
            if (!(slope < 0)) {
                return Optional.empty();
            }
            for (double t = initialStepSize; t > 0; t *= backtrackingFactor) {
                Vector x = from.x().plus(direction.times(t));
                if (x.equals(from.x())) {
                    return Optional.empty();
                }
                double value = objective.value(x);
                if (value < from.value() && value <= from.value() + sufficientDecrease * t * slope) {
                    return Optional.of(new ObjectiveEvaluation(x, value, objective.gradient(x)));
                }
            }
            return Optional.empty();
        }
    }

    /// Line search for the Wolfe conditions: shortens the step until the Armijo condition holds, and
    /// lengthens it until the slope is flat enough, `∇f(x + t·d)·d ≥ curvature·∇f(x)·d` (the curvature
    /// condition, in its weak form). The slope along the step then increases, so quasi-Newton methods such as
    /// [Lbfgs] keep a positive definite approximation. Each trial costs one evaluation of the objective and
    /// its gradient.
    ///
    /// Source: P. Wolfe, "Convergence Conditions for Ascent Methods" (1969); the bisection is that of A.
    /// Lewis and M. Overton, "Nonsmooth Optimization via Quasi-Newton Methods" (2013), which also works for
    /// functions with kinks.
    ///
    /// @param sufficientDecrease c₁ in textbooks: > 0 and < `curvature`
    /// @param curvature c₂ in textbooks: < 1; with 0.9, most first steps are accepted
    record Wolfe(double sufficientDecrease, double curvature) implements LineSearch {

        private static final int MAX_TRIALS = 100;

        /// @throws IllegalArgumentException if a parameter is out of range
        public Wolfe {
            if (!(sufficientDecrease > 0 && sufficientDecrease < curvature && curvature < 1)) {
                throw new IllegalArgumentException("sufficientDecrease and curvature must satisfy"
                        + " 0 < sufficientDecrease < curvature < 1, got " + sufficientDecrease + " and " + curvature);
            }
        }

        @Override
        public Optional<ObjectiveEvaluation> search(
                Objective objective, ObjectiveEvaluation from, Vector direction, double initialStepSize) {
            StepSizes.requirePositive(initialStepSize);
            double slope = from.directionalDerivative(direction);
            if (!(slope < 0)) {
                return Optional.empty();
            }
            double tooShort = 0;
            double tooLong = Double.POSITIVE_INFINITY;
            Optional<ObjectiveEvaluation> lower = Optional.empty();
            double t = initialStepSize;
            for (int i = 0; i < MAX_TRIALS; i++) {
                Vector x = from.x().plus(direction.times(t));
                if (x.equals(from.x())) {
                    return lower;
                }
                ObjectiveEvaluation candidate = objective.evaluate(x);
                if (!(candidate.value() < from.value()
                        && candidate.value() <= from.value() + sufficientDecrease * t * slope)) {
                    tooLong = t;
                } else if (candidate.directionalDerivative(direction) < curvature * slope) {
                    tooShort = t;
                    lower = Optional.of(candidate);
                } else {
                    return Optional.of(candidate);
                }
                t = tooLong == Double.POSITIVE_INFINITY ? 2 * t : tooShort + (tooLong - tooShort) / 2;
            }
            // Unbounded below, or rounding hides the slope: return the lower point anyway.
            return lower;
        }
    }

    /// The full step `from + step`, accepted by the norm of its gradient: used if the predicted decrease is
    /// at most 1e-9 times the value, so that rounding errors may exceed it. Empty otherwise, and if the value
    /// increases by more than its rounding error or the norm of the gradient does not decrease. Without this,
    /// no minimiser would get closer to a minimum than about the square root of the rounding error.
    static Optional<ObjectiveEvaluation> fullStepByGradientNorm(
            Objective objective, ObjectiveEvaluation from, Vector step) {
        if (-from.directionalDerivative(step) > 1e-9 * Math.abs(from.value())) {
            return Optional.empty();
        }
        ObjectiveEvaluation candidate = objective.evaluate(from.x().plus(step));
        boolean asLow = candidate.value() <= from.value() + DescentLoop.roundingTolerance(from.value());
        boolean flatter = candidate.gradient().norm() < from.gradient().norm();
        return asLow && flatter ? Optional.of(candidate) : Optional.empty();
    }
}
