package gradus.ml.optimise;

import java.util.Optional;

/// How long the steps of gradient descent are.
public sealed interface StepRule {

    /// The point after one step from `from` against its gradient; nothing if there is no lower one to be
    /// found.
    Optional<Point> step(Objective objective, Point from);

    /// Always `rate` times the gradient. Where the gradient changes by at most L times the distance, steps
    /// below 2/L descend, and longer ones diverge.
    ///
    /// @param rate above 0
    record Constant(double rate) implements StepRule {

        /// @throws IllegalArgumentException if the rate is not above 0
        public Constant {
            requirePositive(rate);
        }

        @Override
        public Optional<Point> step(Objective objective, Point from) {
            return Optional.of(objective.at(from.x().minus(from.gradient().times(rate))));
        }
    }

    /// `first` times the gradient, shortened until the value falls enough, as by [LineSearch.Armijo]. It
    /// descends whatever L is.
    ///
    /// @param first above 0
    /// @param search how the step is shortened
    record Backtracking(double first, LineSearch.Armijo search) implements StepRule {

        /// @throws IllegalArgumentException if `first` is not above 0
        public Backtracking {
            requirePositive(first);
        }

        @Override
        public Optional<Point> step(Objective objective, Point from) {
            return search.along(objective, from, from.gradient().times(-1), first);
        }
    }

    /// Steps that are always `rate` times the gradient.
    static StepRule constant(double rate) {
        return new Constant(rate);
    }

    /// Steps that start at `first` times the gradient, and are halved until the value falls by a tenth of a
    /// thousandth of what the slope promises.
    static StepRule backtracking(double first) {
        return new Backtracking(first, new LineSearch.Armijo(1e-4, 0.5));
    }

    private static void requirePositive(double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a step is above 0 and finite, got " + rate);
        }
    }
}
