package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Objects;
import java.util.Optional;

/// Projected gradient descent: minimises over a closed convex set, by a gradient step followed by the
/// projection onto the set, `x ← P(x − t·∇f(x))`. The point is projected, not the gradient.
///
/// **Stopping.** At a minimum over the set, a step leads back to where it started.
/// [StoppingCriterion#gradientTolerance] is compared with the length of a step with t = 1,
/// `‖P(x − ∇f(x)) − x‖`.
///
/// **Step size.** Backtracking: t is halved until the value is at most `f(x) + ∇f(x)·s + ‖s‖²/(2t)`, where s
/// is the step. Each iteration starts with twice the last t.
///
/// Source: A. Goldstein (1964); A. Beck, *First-Order Methods in Optimization* (2017), section 10.4.
///
/// @param projection the projection onto the set
/// @param stoppingCriterion when to stop
public record ProjectedGradientDescent(Projection projection, StoppingCriterion stoppingCriterion)
        implements Minimiser {

    /// @throws NullPointerException if a hyperparameter is null
    public ProjectedGradientDescent {
        Objects.requireNonNull(projection, "projection");
        Objects.requireNonNull(stoppingCriterion, "stoppingCriterion");
    }

    /// Minimises `objective` over the set, starting at the projection of `start`.
    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        DescentLoop.requireFinite("the start", start);
        return DescentLoop.run(
                objective,
                projection.project(start),
                stoppingCriterion,
                new AdaptiveStep(objective),
                this::stationarity);
    }

    /// `‖P(x − ∇f(x)) − x‖`. Beside a long x, a short gradient would be lost to rounding; so the measure is
    /// at least that of a longer step divided by its length, which it never falls below in exact arithmetic.
    private double stationarity(ObjectiveEvaluation current) {
        double gradientNorm = current.gradient().norm();
        double stepSize = Math.min(1e-3 * current.x().norm() / gradientNorm, Double.MAX_VALUE);
        double measure = projectedStep(current, 1).minus(current.x()).norm();
        return stepSize > 1
                ? Math.max(
                        measure,
                        projectedStep(current, stepSize).minus(current.x()).norm() / stepSize)
                : measure;
    }

    private Vector projectedStep(ObjectiveEvaluation current, double stepSize) {
        return projection.project(current.x().minus(current.gradient().times(stepSize)));
    }

    private final class AdaptiveStep implements DescentLoop.Step {

        private final Objective objective;
        private double stepSize = 0.5;

        AdaptiveStep(Objective objective) {
            this.objective = objective;
        }

        @Override
        public Optional<ObjectiveEvaluation> next(ObjectiveEvaluation current) {
            for (stepSize = Math.min(2 * stepSize, Double.MAX_VALUE); ; stepSize /= 2) {
                Vector x = projectedStep(current, stepSize);
                Vector step = x.minus(current.x());
                double length = step.norm();
                if (length == 0) {
                    return Optional.empty();
                }
                ObjectiveEvaluation candidate = objective.evaluate(x);
                if (hasSufficientDecrease(current, candidate, step, length * length / stepSize)) {
                    return Optional.of(candidate);
                }
            }
        }

        /// Whether the value at the end of the step is at most the quadratic upper bound, which exceeds the
        /// linear prediction by half of `quadraticTerm`. If the values differ by no more than their rounding
        /// errors, the slopes at both ends are compared instead.
        private boolean hasSufficientDecrease(
                ObjectiveEvaluation current, ObjectiveEvaluation candidate, Vector step, double quadraticTerm) {
            double slope = current.directionalDerivative(step);
            return quadraticTerm > 1e3 * DescentLoop.roundingTolerance(current.value())
                    ? candidate.value() <= current.value() + slope + quadraticTerm / 2
                    : candidate.directionalDerivative(step) - slope <= quadraticTerm;
        }
    }
}
