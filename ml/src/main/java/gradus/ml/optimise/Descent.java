package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.List;

/// A way that a minimiser went, from its start, and why it ended.
///
/// @param points every place on the way, the start first, each of shape `(n)`
/// @param values the objective at each, shape `(steps + 1)`
/// @param ending why it went no further
public record Descent(List<Vector> points, Vector values, Ending ending) {

    /// @throws IllegalArgumentException if there is no start, or not one value for each point
    public Descent {
        points = List.copyOf(points);
        if (points.isEmpty() || points.size() != values.size()) {
            throw new IllegalArgumentException("a descent has a start and one value for each point, got "
                    + points.size() + " points and " + values.size() + " values");
        }
    }

    /// Why a descent ended.
    public enum Ending {
        /// The gradient is as small as was asked.
        CONVERGED("the gradient is as small as was asked"),
        /// All steps are made, and the gradient is not as small as was asked.
        OUT_OF_STEPS("all steps are made; allow more of them, or scale the inputs alike"),
        /// No lower point can be found: the values differ by rounding only, or the gradient is not that of
        /// the objective.
        STALLED("no lower point is found; the values differ by rounding only, or the gradient is wrong: check it"),
        /// The values grow beyond all bounds, or the points go there.
        DIVERGED("values or points go beyond all bounds; take shorter steps, or see whether there is a minimum"),
        /// The objective or its gradient was NaN.
        NOT_A_NUMBER("the objective or its gradient became NaN; take shorter steps, or keep inside its domain");

        private final String sentence;

        Ending(String sentence) {
            this.sentence = sentence;
        }

        /// What it means and what to do, for people.
        public String sentence() {
            return sentence;
        }
    }

    /// How many steps were made.
    public int steps() {
        return points.size() - 1;
    }

    /// Whether the gradient became as small as was asked.
    public boolean converged() {
        return ending == Ending.CONVERGED;
    }

    /// The last point.
    public Vector last() {
        return points.getLast();
    }

    /// The best point found, which is never worse than the start: the last one, unless one before has a
    /// value lower by more than rounding.
    public Vector minimum() {
        return points.get(best());
    }

    /// The value at [#minimum].
    public double value() {
        return values.get(best());
    }

    /// One sentence for people.
    @Override
    public String toString() {
        return "after " + steps() + " steps at value " + value() + ": " + ending.sentence;
    }

    private int best() {
        int lowest = 0;
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) < values.get(lowest)) {
                lowest = i;
            }
        }
        double rounding = Path.rounding(values.get(lowest));
        boolean asLow = values.get(steps()) <= values.get(lowest) + rounding && values.get(steps()) <= values.get(0);
        return asLow ? steps() : lowest;
    }
}
