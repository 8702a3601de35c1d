package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Descent within a convex set: a step against the gradient, then back to the nearest point of the set. It
/// is the point that is projected, and not the gradient.
///
/// At a minimum within the set, such a step leads back to where it began;
/// [StoppingCriterion#gradientTolerance] is held against the distance between the two. Steps are halved until
/// the value falls as a parabola of that step size says, and doubled each time to begin with.
///
/// Source: A. Goldstein (1964); A. Beck, *First-Order Methods in Optimization* (2017), section 10.4.
///
/// @param projection where to stay
/// @param stoppingCriterion when it ends
public record ProjectedGradientDescent(Projection projection, StoppingCriterion stoppingCriterion)
        implements Minimiser {

    /// Walks from the point of the set nearest to `start` to where `objective` is small within the set.
    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        return DescentLoop.run(
                objective,
                projection.project(start),
                stoppingCriterion,
                new AdaptiveStep(objective),
                current -> projectedStep(current, 1).minus(current.x()).norm());
    }

    private Vector projectedStep(Evaluation current, double stepSize) {
        return projection.project(current.x().minus(current.gradient().times(stepSize)));
    }

    private final class AdaptiveStep implements DescentLoop.Step {

        private final Objective objective;
        private double stepSize = 0.5;

        AdaptiveStep(Objective objective) {
            this.objective = objective;
        }

        @Override
        public Optional<Evaluation> next(Evaluation current) {
            for (stepSize *= 2; ; stepSize /= 2) {
                Vector x = projectedStep(current, stepSize);
                Vector step = x.minus(current.x());
                double length = step.norm();
                if (length == 0) {
                    return Optional.empty();
                }
                Evaluation candidate = objective.evaluate(x);
                if (hasSufficientDecrease(current, candidate, step, length * length / stepSize)) {
                    return Optional.of(candidate);
                }
            }
        }

        /// Whether the objective at the end of the step is under the parabola that rises by half of
        /// `quadraticTerm` beyond the slope. Where rounding hides that in the values, the growth of the slope
        /// tells.
        private boolean hasSufficientDecrease(
                Evaluation current, Evaluation candidate, Vector step, double quadraticTerm) {
            double slope = current.directionalDerivative(step);
            return quadraticTerm > 1e3 * DescentLoop.roundingTolerance(current.value())
                    ? candidate.value() <= current.value() + slope + quadraticTerm / 2
                    : candidate.directionalDerivative(step) - slope <= quadraticTerm;
        }
    }
}
