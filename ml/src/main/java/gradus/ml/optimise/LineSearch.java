package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Optional;

/// How far to go along a direction that leads downhill: far enough to gain what the slope promises a share
/// of.
///
/// A value that is NaN or infinite counts as too high, so that a search steps back into the domain of the
/// objective.
public sealed interface LineSearch {

    /// A lower point on the ray from `from` along `direction`, where `initialStepSize` times the direction is
    /// tried first; nothing if the direction leads uphill, or no lower point is found before the step
    /// vanishes in rounding.
    Optional<Evaluation> search(Objective objective, Evaluation from, Vector direction, double initialStepSize);

    /// The step is shortened until the value has fallen by at least `sufficientDecrease` of what the slope
    /// promises. Each try costs one value.
    ///
    /// Source: L. Armijo, "Minimization of Functions Having Lipschitz Continuous First Partial Derivatives"
    /// (1966).
    ///
    /// @param sufficientDecrease above 0 and below 1; 1e-4 asks for hardly more than any decrease
    /// @param backtrackingFactor by what a step that is too long is multiplied, above 0 and below 1
    record Armijo(double sufficientDecrease, double backtrackingFactor) implements LineSearch {

        /// @throws IllegalArgumentException if a setting is out of its range
        public Armijo {
            if (!(sufficientDecrease > 0
                    && sufficientDecrease < 1
                    && backtrackingFactor > 0
                    && backtrackingFactor < 1)) {
                throw new IllegalArgumentException("a decrease and a factor to shrink by lie between 0 and 1, got "
                        + sufficientDecrease + " and " + backtrackingFactor);
            }
        }

        @Override
        public Optional<Evaluation> search(
                Objective objective, Evaluation from, Vector direction, double initialStepSize) {
            double slope = from.directionalDerivative(direction);
            if (!(slope < 0)) {
                return Optional.empty();
            }
            for (double t = initialStepSize; ; t *= backtrackingFactor) {
                Vector x = from.x().plus(direction.times(t));
                if (x.equals(from.x())) {
                    return Optional.empty();
                }
                double value = objective.value(x);
                if (value < from.value() && value <= from.value() + sufficientDecrease * t * slope) {
                    return Optional.of(new Evaluation(x, value, objective.gradient(x)));
                }
            }
        }
    }

    /// The step is shortened until the value falls enough, as by [Armijo], and lengthened until the slope
    /// has become less steep: `curvature` of what it was. What methods that learn the curvature from
    /// gradients need: two points between which the slope grows. Each try costs a value and a gradient.
    ///
    /// Source: P. Wolfe, "Convergence Conditions for Ascent Methods" (1969); the bisection is that of A.
    /// Lewis and M. Overton, "Nonsmooth Optimization via Quasi-Newton Methods" (2013), which also gets
    /// across kinks.
    ///
    /// @param sufficientDecrease above 0 and below `curvature`
    /// @param curvature below 1; 0.9 lets most first steps pass
    record Wolfe(double sufficientDecrease, double curvature) implements LineSearch {

        private static final int MAX_TRIALS = 100;

        /// @throws IllegalArgumentException if a setting is out of its range
        public Wolfe {
            if (!(sufficientDecrease > 0 && sufficientDecrease < curvature && curvature < 1)) {
                throw new IllegalArgumentException("a decrease and a curvature are above 0 and below 1, the first below"
                        + " the second, got " + sufficientDecrease + " and " + curvature);
            }
        }

        @Override
        public Optional<Evaluation> search(
                Objective objective, Evaluation from, Vector direction, double initialStepSize) {
            double slope = from.directionalDerivative(direction);
            if (!(slope < 0)) {
                return Optional.empty();
            }
            double tooShort = 0;
            double tooLong = Double.POSITIVE_INFINITY;
            Optional<Evaluation> lower = Optional.empty();
            double t = initialStepSize;
            for (int i = 0; i < MAX_TRIALS; i++) {
                Vector x = from.x().plus(direction.times(t));
                if (x.equals(from.x())) {
                    return lower;
                }
                Evaluation candidate = objective.evaluate(x);
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
            // Unbounded below, or rounding hides the slope: lower all the same.
            return lower;
        }
    }

    /// The point a whole `step` away, where values are so near to each other that rounding hides which is
    /// lower, and the gradient there is shorter. Without it, no descent would get nearer than the root of
    /// rounding to a minimum.
    static Optional<Evaluation> fullStepByGradientNorm(Objective objective, Evaluation from, Vector step) {
        if (-from.directionalDerivative(step) > 1e-9 * Math.abs(from.value())) {
            return Optional.empty();
        }
        Evaluation candidate = objective.evaluate(from.x().plus(step));
        boolean asLow = candidate.value() <= from.value() + DescentLoop.roundingTolerance(from.value());
        boolean flatter = candidate.gradient().norm() < from.gradient().norm();
        return asLow && flatter ? Optional.of(candidate) : Optional.empty();
    }
}
