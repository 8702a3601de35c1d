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
/// @param historySize how many steps are remembered, at least 1; 5 to 20 are usual
/// @param stoppingCriterion when it ends
public record Lbfgs(int historySize, StoppingCriterion stoppingCriterion) implements Minimiser {

    private static final LineSearch LINE_SEARCH = new LineSearch.Wolfe(1e-4, 0.9);

    /// @throws IllegalArgumentException if nothing is to be remembered
    public Lbfgs {
        if (historySize < 1) {
            throw new IllegalArgumentException("at least 1 step is remembered, got a memory of " + historySize);
        }
    }

    /// With a memory of 10 steps.
    public Lbfgs(StoppingCriterion stoppingCriterion) {
        this(10, stoppingCriterion);
    }

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        Deque<CurvaturePair> history = new ArrayDeque<>();
        return DescentLoop.run(objective, start, stoppingCriterion, current -> {
            Optional<Evaluation> next = step(objective, current, history);
            if (next.isEmpty() && !history.isEmpty()) {
                // What was learnt leads nowhere from here: forget it, and start with the gradient again.
                history.clear();
                next = step(objective, current, history);
            }
            next.ifPresent(candidate -> remember(current, candidate, history));
            return next;
        });
    }

    /// A step that was made, and how the gradient changed over it.
    private record CurvaturePair(Vector step, Vector gradientChange, double product) {}

    private static Optional<Evaluation> step(Objective objective, Evaluation current, Deque<CurvaturePair> history) {
        Vector direction = direction(current.gradient(), history);
        double initialStepSize =
                history.isEmpty() ? Math.min(1, 1 / current.gradient().norm()) : 1;
        return LineSearch.fullStepByGradientNorm(objective, current, direction.times(initialStepSize))
                .or(() -> LINE_SEARCH.search(objective, current, direction, initialStepSize));
    }

    private void remember(Evaluation from, Evaluation to, Deque<CurvaturePair> history) {
        Vector step = to.x().minus(from.x());
        Vector gradientChange = to.gradient().minus(from.gradient());
        double product = step.dot(gradientChange);
        // No curvature above 0, no lesson.
        if (product > Math.ulp(1.0) * step.norm() * gradientChange.norm()) {
            history.addLast(new CurvaturePair(step, gradientChange, product));
            if (history.size() > historySize) {
                history.removeFirst();
            }
        }
    }

    /// Minus the learnt inverse Hessian times the gradient, in two loops over what is remembered.
    private static Vector direction(Vector gradient, Deque<CurvaturePair> history) {
        Vector direction = gradient.times(-1);
        double[] alphas = new double[history.size()];
        int i = alphas.length;
        for (Iterator<CurvaturePair> newestFirst = history.descendingIterator(); newestFirst.hasNext(); ) {
            CurvaturePair pair = newestFirst.next();
            alphas[--i] = pair.step().dot(direction) / pair.product();
            direction = direction.minus(pair.gradientChange().times(alphas[i]));
        }
        if (!history.isEmpty()) {
            CurvaturePair newest = history.getLast();
            direction =
                    direction.times(newest.product() / newest.gradientChange().dot(newest.gradientChange()));
        }
        for (CurvaturePair pair : history) {
            double coefficient = alphas[i++] - pair.gradientChange().dot(direction) / pair.product();
            direction = direction.plus(pair.step().times(coefficient));
        }
        return direction;
    }
}
