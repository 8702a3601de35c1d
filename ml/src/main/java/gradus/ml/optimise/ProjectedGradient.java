package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Descent within a convex set: a step against the gradient, then back to the nearest point of the set. It
/// is the point that is projected, and not the gradient.
///
/// At a minimum within the set, such a step leads back to where it began; [Stop#gradient] is held against
/// the distance between the two. Steps are halved until the value falls as a parabola of that step size
/// says, and doubled each time to begin with.
///
/// Source: A. Goldstein (1964); A. Beck, *First-Order Methods in Optimization* (2017), section 10.4.
///
/// @param set where to stay
/// @param stop when it ends
public record ProjectedGradient(Projection set, Stop stop) implements Minimiser {

    /// Walks from the point of the set nearest to `start` to where `objective` is small within the set.
    @Override
    public Descent minimise(Objective objective, Vector start) {
        return Path.follow(
                objective,
                set.of(start),
                stop,
                new Steps(objective),
                here -> reach(here, 1).minus(here.x()).norm());
    }

    private Vector reach(Point here, double rate) {
        return set.of(here.x().minus(here.gradient().times(rate)));
    }

    private final class Steps implements Path.Step {

        private final Objective objective;
        private double rate = 0.5;

        Steps(Objective objective) {
            this.objective = objective;
        }

        @Override
        public Optional<Point> from(Point here) {
            for (rate *= 2; ; rate /= 2) {
                Vector x = reach(here, rate);
                Vector step = x.minus(here.x());
                double length = step.norm();
                if (length == 0) {
                    return Optional.empty();
                }
                Point there = objective.at(x);
                if (isUnder(here, there, step, length * length / rate)) {
                    return Optional.of(there);
                }
            }
        }

        /// Whether the objective at the end of the step is under the parabola that rises by half of `bend`
        /// beyond the slope. Where rounding hides that in the values, the growth of the slope tells.
        private boolean isUnder(Point here, Point there, Vector step, double bend) {
            double slope = here.slope(step);
            return bend > 1e3 * Path.rounding(here.value())
                    ? there.value() <= here.value() + slope + bend / 2
                    : there.slope(step) - slope <= bend;
        }
    }
}
