package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Optional;

/// Descent with a memory: what moved goes on moving, so that steps to and fro cancel and steps the same way
/// add up. With the right settings the number of steps grows with the root of the ratio of curvatures, and
/// not with the ratio.
///
/// The velocity v starts at 0, and each step is `v ← momentum·v − rate·gradient`, `x ← x + v`. Values may
/// rise on the way.
///
/// Sources: B. Polyak, "Some Methods of Speeding up the Convergence of Iteration Methods" (1964), the heavy
/// ball; Y. Nesterov (1983), who takes the gradient where the velocity leads, at `x + momentum·v`.
///
/// @param rate above 0
/// @param momentum at least 0 and below 1; with 0 this is gradient descent
/// @param lookingAhead whether the gradient is taken where the velocity leads
/// @param stop when it ends
public record Momentum(double rate, double momentum, boolean lookingAhead, Stop stop) implements Minimiser {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Momentum {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY && momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("a rate is above 0, and a momentum at least 0 and below 1, got rate "
                    + rate + " and momentum " + momentum);
        }
    }

    /// The heavy ball of Polyak.
    public static Momentum heavyBall(double rate, double momentum, Stop stop) {
        return new Momentum(rate, momentum, false, stop);
    }

    /// The accelerated gradient of Nesterov.
    public static Momentum nesterov(double rate, double momentum, Stop stop) {
        return new Momentum(rate, momentum, true, stop);
    }

    @Override
    public Descent minimise(Objective objective, Vector start) {
        return Path.follow(objective, start, stop, new Path.Step() {

            private Vector velocity = start.times(0);

            @Override
            public Optional<Point> from(Point here) {
                Vector carried = velocity.times(momentum);
                Vector gradient = lookingAhead ? objective.gradient(here.x().plus(carried)) : here.gradient();
                velocity = carried.minus(gradient.times(rate));
                return Optional.of(objective.at(here.x().plus(velocity)));
            }
        });
    }
}
