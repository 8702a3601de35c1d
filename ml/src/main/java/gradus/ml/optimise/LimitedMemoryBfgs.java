package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/// Learns the curvature from how the gradient changed in the last few steps, and goes where Newton's method
/// with that curvature would. No Hessian is ever made: a step costs O(memory·n) and about one value and
/// gradient. The first choice for smooth objectives of many inputs.
///
/// Sources: J. Nocedal, "Updating Quasi-Newton Matrices with Limited Storage" (1980); D. Liu and J.
/// Nocedal, "On the Limited Memory BFGS Method for Large Scale Optimization" (1989). Steps are searched by
/// [LineSearch.Wolfe], which sees to it that what is learnt is a curvature above 0.
///
/// @param memory how many steps are remembered, at least 1; 5 to 20 are usual
/// @param stop when it ends
public record LimitedMemoryBfgs(int memory, Stop stop) implements Minimiser {

    private static final LineSearch SEARCH = new LineSearch.Wolfe(1e-4, 0.9);

    /// @throws IllegalArgumentException if nothing is to be remembered
    public LimitedMemoryBfgs {
        if (memory < 1) {
            throw new IllegalArgumentException("at least 1 step is remembered, got a memory of " + memory);
        }
    }

    /// With a memory of 10 steps.
    public LimitedMemoryBfgs(Stop stop) {
        this(10, stop);
    }

    @Override
    public Descent minimise(Objective objective, Vector start) {
        Deque<Change> changes = new ArrayDeque<>();
        return Path.follow(objective, start, stop, here -> {
            Optional<Point> next = step(objective, here, changes);
            if (next.isEmpty() && !changes.isEmpty()) {
                // What was learnt leads nowhere from here: forget it, and start with the gradient again.
                changes.clear();
                next = step(objective, here, changes);
            }
            next.ifPresent(there -> learn(here, there, changes));
            return next;
        });
    }

    /// A step that was made, and how the gradient changed over it.
    private record Change(Vector step, Vector gradient, double product) {}

    private static Optional<Point> step(Objective objective, Point here, Deque<Change> changes) {
        Vector direction = direction(here.gradient(), changes);
        double first = changes.isEmpty() ? Math.min(1, 1 / here.gradient().norm()) : 1;
        return LineSearch.byGradient(objective, here, direction.times(first))
                .or(() -> SEARCH.along(objective, here, direction, first));
    }

    private void learn(Point from, Point to, Deque<Change> changes) {
        Vector step = to.x().minus(from.x());
        Vector gradient = to.gradient().minus(from.gradient());
        double product = step.dot(gradient);
        // No curvature above 0, no lesson.
        if (product > Math.ulp(1.0) * step.norm() * gradient.norm()) {
            changes.addLast(new Change(step, gradient, product));
            if (changes.size() > memory) {
                changes.removeFirst();
            }
        }
    }

    /// Minus the learnt inverse Hessian times the gradient, in two loops over what is remembered.
    private static Vector direction(Vector gradient, Deque<Change> changes) {
        Vector direction = gradient.times(-1);
        double[] shares = new double[changes.size()];
        int i = shares.length;
        for (Iterator<Change> newestFirst = changes.descendingIterator(); newestFirst.hasNext(); ) {
            Change change = newestFirst.next();
            shares[--i] = change.step().dot(direction) / change.product();
            direction = direction.minus(change.gradient().times(shares[i]));
        }
        if (!changes.isEmpty()) {
            Change newest = changes.getLast();
            direction = direction.times(newest.product() / newest.gradient().dot(newest.gradient()));
        }
        for (Change change : changes) {
            double share = shares[i++] - change.gradient().dot(direction) / change.product();
            direction = direction.plus(change.step().times(share));
        }
        return direction;
    }
}
