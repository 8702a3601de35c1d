package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What all minimisers have in common: one step after the other, until it is time to stop.
final class Path {

    private Path() {}

    /// How a minimiser gets on from where it is: to another point, or nowhere if it finds none. It may
    /// remember.
    @FunctionalInterface
    interface Step {
        Optional<Point> from(Point here);
    }

    /// The way from `start` in these steps, to where the gradient is small.
    static Descent follow(Objective objective, Vector start, Stop stop, Step step) {
        return follow(objective, start, stop, step, here -> here.gradient().norm());
    }

    /// The way from `start` in these steps, to where `left`, which says how far from a minimum a point is,
    /// is small.
    static Descent follow(Objective objective, Vector start, Stop stop, Step step, ToDoubleFunction<Point> left) {
        Point here = start(objective, start);
        double tooHigh = here.value() + 1e10 * (1 + Math.abs(here.value()));
        double tooFar = 1e12 * (1 + start.norm());
        List<Vector> points = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        while (true) {
            points.add(here.x());
            values.add(here.value());
            if (left.applyAsDouble(here) <= stop.gradient()) {
                return descent(points, values, Descent.Ending.CONVERGED);
            }
            if (points.size() > stop.steps()) {
                return descent(points, values, Descent.Ending.OUT_OF_STEPS);
            }
            Optional<Point> next = step.from(here);
            if (next.isEmpty() || next.get().x().equals(here.x())) {
                return descent(points, values, Descent.Ending.STALLED);
            }
            here = next.get();
            if (here.value() > tooHigh || here.x().norm() > tooFar) {
                return descent(points, values, Descent.Ending.DIVERGED);
            }
            if (here.hasNaN()) {
                return descent(points, values, Descent.Ending.NOT_A_NUMBER);
            }
        }
    }

    /// By how much two values near `value` may differ through rounding alone.
    static double rounding(double value) {
        return 8 * Math.ulp(1.0) * Math.abs(value);
    }

    private static Point start(Objective objective, Vector x) {
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.get(i))) {
                throw new IllegalArgumentException(
                        "a descent starts at a finite point, got " + x.get(i) + " at index " + i);
            }
        }
        Point start = objective.at(x);
        if (start.gradient().size() != x.size()) {
            throw new IllegalArgumentException("a gradient has the size of the point, got a gradient of size "
                    + start.gradient().size() + " at a point of size " + x.size());
        }
        if (!Double.isFinite(start.value()) || !Double.isFinite(start.gradient().norm())) {
            throw new IllegalArgumentException(
                    "a descent starts where the objective and its gradient are finite, got value "
                            + start.value() + " and a gradient of length "
                            + start.gradient().norm()
                            + "; start somewhere else, or look for NaN in the data");
        }
        return start;
    }

    private static Descent descent(List<Vector> points, List<Double> values, Descent.Ending ending) {
        return new Descent(points, Vector.from(values.size(), values::get), ending);
    }
}
