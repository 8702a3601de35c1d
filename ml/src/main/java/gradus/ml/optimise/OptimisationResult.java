package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.List;

/// A way that a minimiser went, from its start, and why it ended.
///
/// @param points every place on the way, the start first, each of shape `(n)`
/// @param values the objective at each, shape `(steps + 1)`
/// @param stopReason why it went no further
public record OptimisationResult(List<Vector> points, Vector values, StopReason stopReason) {

    /// @throws IllegalArgumentException if there is no start, or not one value for each point
    public OptimisationResult {
        points = List.copyOf(points);
        if (points.isEmpty() || points.size() != values.size()) {
            throw new IllegalArgumentException("a descent has a start and one value for each point, got "
                    + points.size() + " points and " + values.size() + " values");
        }
    }

    /// Why a descent ended.
    public enum StopReason {
        /// The gradient is as small as was asked.
        CONVERGED("the gradient is as small as was asked"),
        /// All steps are made, and the gradient is not as small as was asked.
        ITERATION_LIMIT("all steps are made; allow more of them, or scale the inputs alike"),
        /// No lower point can be found: the values differ by rounding only, or the gradient is not that of
        /// the objective.
        STALLED("no lower point is found; the values differ by rounding only, or the gradient is wrong: check it"),
        /// The values grow beyond all bounds, or the points go there.
        DIVERGED("values or points go beyond all bounds; take shorter steps, or see whether there is a minimum"),
        /// The objective or its gradient was NaN.
        NOT_A_NUMBER("the objective or its gradient became NaN; take shorter steps, or keep inside its domain");

        private final String message;

        StopReason(String message) {
            this.message = message;
        }

        /// What it means and what to do, for people.
        public String message() {
            return message;
        }
    }

    /// How many steps were made.
    public int iterations() {
        return points.size() - 1;
    }

    /// Whether the gradient became as small as was asked.
    public boolean converged() {
        return stopReason == StopReason.CONVERGED;
    }

    /// The last point.
    public Vector lastPoint() {
        return points.getLast();
    }

    /// The best point found, which is never worse than the start: the last one, unless one before has a
    /// value lower by more than rounding.
    public Vector bestPoint() {
        return points.get(bestIndex());
    }

    /// The value at [#bestPoint].
    public double bestValue() {
        return values.get(bestIndex());
    }

    /// One sentence for people.
    @Override
    public String toString() {
        return "after " + iterations() + " steps at value " + bestValue() + ": " + stopReason.message;
    }

    private int bestIndex() {
        int lowest = 0;
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i) < values.get(lowest)) {
                lowest = i;
            }
        }
        double tolerance = DescentLoop.roundingTolerance(values.get(lowest));
        boolean asLow =
                values.get(iterations()) <= values.get(lowest) + tolerance && values.get(iterations()) <= values.get(0);
        return asLow ? iterations() : lowest;
    }
}
