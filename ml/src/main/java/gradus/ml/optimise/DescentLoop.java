package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The loop that all minimisers share: step until a stopping criterion applies.
final class DescentLoop {

    private DescentLoop() {}

    /// One iteration of a minimiser: the next point, or empty if it finds none. It may keep state.
    @FunctionalInterface
    interface Step {
        Optional<ObjectiveEvaluation> next(ObjectiveEvaluation current);
    }

    /// Iterates from `start` until the norm of the gradient is within tolerance.
    static OptimisationResult run(Objective objective, Vector start, StoppingCriterion stoppingCriterion, Step step) {
        return run(
                objective,
                start,
                stoppingCriterion,
                step,
                current -> current.gradient().norm());
    }

    /// Iterates from `start` until `optimality`, which measures how far from a minimum a point is, is within
    /// tolerance.
    static OptimisationResult run(
            Objective objective,
            Vector start,
            StoppingCriterion stoppingCriterion,
            Step step,
            ToDoubleFunction<ObjectiveEvaluation> optimality) {
        ObjectiveEvaluation current = evaluateStart(objective, start);
        double highest = current.value() + 1e10 * (1 + Math.abs(current.value()));
        double farthest = 1e12 * (1 + start.norm());
        List<Vector> points = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        while (true) {
            points.add(current.x());
            values.add(current.value());
            if (optimality.applyAsDouble(current) <= stoppingCriterion.gradientTolerance()) {
                return result(points, values, OptimisationResult.StopReason.CONVERGED);
            }
            if (points.size() > stoppingCriterion.maxIterations()) {
                return result(points, values, OptimisationResult.StopReason.ITERATION_LIMIT);
            }
            Optional<ObjectiveEvaluation> next = step.next(current);
            if (next.isPresent() && next.get().hasNaN()) {
                return result(points, values, OptimisationResult.StopReason.NOT_A_NUMBER);
            }
            if (next.isEmpty() || next.get().x().equals(current.x())) {
                return result(points, values, OptimisationResult.StopReason.STALLED);
            }
            current = next.get();
            double distance = current.x().norm();
            if (current.value() > highest
                    || distance > farthest
                    || Double.isInfinite(current.value())
                    || Double.isInfinite(distance)) {
                return result(points, values, OptimisationResult.StopReason.DIVERGED);
            }
            if (!Double.isFinite(current.gradient().norm())) {
                return result(points, values, OptimisationResult.StopReason.NOT_A_NUMBER);
            }
        }
    }

    /// The rounding error of the difference between two values near `value`.
    static double roundingTolerance(double value) {
        return 8 * Math.ulp(1.0) * Math.abs(value);
    }

    private static ObjectiveEvaluation evaluateStart(Objective objective, Vector x) {
        requireFinite("the start", x);
        ObjectiveEvaluation start = objective.evaluate(x);
        if (start.gradient().size() != x.size()) {
            throw new IllegalArgumentException("the gradient must have the size of the point, got a gradient of size "
                    + start.gradient().size() + " at a point of size " + x.size());
        }
        if (!Double.isFinite(start.value()) || !Double.isFinite(start.gradient().norm())) {
            throw new IllegalArgumentException("the objective and its gradient must be finite at the start, got value "
                    + start.value() + " and a gradient of norm "
                    + start.gradient().norm()
                    + "; start elsewhere, or check the data for NaN");
        }
        return start;
    }

    static void requireFinite(String what, Vector x) {
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.get(i))) {
                throw new IllegalArgumentException(what + " must be finite, got " + x.get(i) + " at index " + i);
            }
        }
    }

    private static OptimisationResult result(
            List<Vector> points, List<Double> values, OptimisationResult.StopReason stopReason) {
        return new OptimisationResult(points, Vector.from(values.size(), values::get), stopReason);
    }
}
