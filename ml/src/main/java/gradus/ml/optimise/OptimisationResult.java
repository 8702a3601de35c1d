package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.Objects;

/// The result of a minimisation: the trajectory from the start, and why it stopped.
///
/// @param points all iterates, the start first, each of shape `(n)`
/// @param values the objective at each, shape `(iterations + 1)`
/// @param stopReason why the minimiser stopped
public record OptimisationResult(List<Vector> points, Vector values, StopReason stopReason) {

    /// @throws IllegalArgumentException if there are no points, or not one value per point
    public OptimisationResult {
        Objects.requireNonNull(stopReason, "stopReason");
        points = List.copyOf(points);
        if (points.isEmpty() || points.size() != values.size()) {
            throw new IllegalArgumentException("a result needs at least 1 point and one value per point, got "
                    + points.size() + " points and " + values.size() + " values");
        }
    }

    /// Why a minimiser stopped.
    public enum StopReason {
        /// The norm of the gradient is within the tolerance.
        CONVERGED("converged: the gradient is within the tolerance"),
        /// The maximum number of iterations was reached first.
        ITERATION_LIMIT("iteration limit reached; allow more iterations, or give all inputs a similar scale"),
        /// No point with a lower value was found: the values differ only by rounding, or the gradient does
        /// not match the objective.
        STALLED("no lower point found; the values differ only by rounding, or the gradient is wrong: check it"),
        /// The values or the points grew without bound.
        DIVERGED("diverged: values or points grow without bound; take shorter steps, or check that there is a minimum"),
        /// The objective or a derivative of it was NaN, or a derivative was infinite.
        NOT_A_NUMBER("the objective or a derivative became NaN or infinite; take shorter steps, or stay inside its"
                + " domain");

        private final String message;

        StopReason(String message) {
            this.message = message;
        }

        /// A message for the user: what the reason means and what to do.
        public String message() {
            return message;
        }
    }

    /// The number of steps taken.
    public int iterations() {
        return points.size() - 1;
    }

    /// Whether the norm of the gradient came within the tolerance.
    public boolean converged() {
        return stopReason == StopReason.CONVERGED;
    }

    /// The last iterate.
    public Vector lastPoint() {
        return points.getLast();
    }

    /// The best point, never worse than the start: the last iterate, unless the value at an earlier one is
    /// lower by more than the rounding error.
    public Vector bestPoint() {
        return points.get(bestIndex());
    }

    /// The value at [#bestPoint].
    public double bestValue() {
        return values.get(bestIndex());
    }

    /// A one-sentence summary.
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
