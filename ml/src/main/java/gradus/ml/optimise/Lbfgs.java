package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/// L-BFGS, the limited-memory BFGS (Broyden–Fletcher–Goldfarb–Shanno) quasi-Newton method: Newton's method
/// with an approximate inverse Hessian, computed from the changes of the gradient over the last few steps.
/// The usual first choice for smooth objectives of many variables.
///
/// **Cost.** The Hessian is never formed. A step costs O(historySize·n) and usually one evaluation of the
/// objective and its gradient.
///
/// **Method.** The two-loop recursion multiplies the gradient by the approximate inverse Hessian. Step
/// lengths come from [LineSearch.Wolfe], whose curvature condition keeps the approximation positive definite.
/// If the line search fails, the history is cleared, and the next direction is the negative gradient.
///
/// Sources: J. Nocedal, "Updating Quasi-Newton Matrices with Limited Storage" (1980); D. Liu and J. Nocedal,
/// "On the Limited Memory BFGS Method for Large Scale Optimization" (1989).
///
/// @param historySize number of recent steps that the approximation uses, at least 1 (`history_size` in
///     PyTorch); 5 to 20 are usual
/// @param stoppingCriterion when to stop
public record Lbfgs(int historySize, StoppingCriterion stoppingCriterion) implements Minimiser {

    private static final LineSearch LINE_SEARCH = new LineSearch.Wolfe(1e-4, 0.9);

    /// @throws IllegalArgumentException if `historySize` is less than 1
    public Lbfgs {
        Objects.requireNonNull(stoppingCriterion, "stoppingCriterion");
        if (historySize < 1) {
            throw new IllegalArgumentException("historySize must be at least 1, got " + historySize);
        }
    }

    /// L-BFGS with a history of 10 steps.
    public Lbfgs(StoppingCriterion stoppingCriterion) {
        this(10, stoppingCriterion);
    }

    @Override
    public OptimisationResult minimise(Objective objective, Vector start) {
        Deque<CurvaturePair> history = new ArrayDeque<>();
        return DescentLoop.run(objective, start, stoppingCriterion, current -> {
            Optional<ObjectiveEvaluation> next = step(objective, current, history);
            if (next.isEmpty() && !history.isEmpty()) {
                // The approximate Hessian gives no descent from here: discard it and restart with the gradient.
                history.clear();
                next = step(objective, current, history);
            }
            next.ifPresent(candidate -> remember(current, candidate, history));
            return next;
        });
    }

    /// A curvature pair: a step s, the change y of the gradient over it, and their dot product s·y.
    private record CurvaturePair(Vector step, Vector gradientChange, double product) {}

    private static Optional<ObjectiveEvaluation> step(
            Objective objective, ObjectiveEvaluation current, Deque<CurvaturePair> history) {
        Vector direction = direction(current.gradient(), history);
        // The first step has at most length 1, or the length at which it is not lost beside x.
        double length = Math.max(1, 1e-8 * current.x().norm());
        double initialStepSize =
                history.isEmpty() ? Math.min(1, length / current.gradient().norm()) : 1;
        return LineSearch.fullStepByGradientNorm(objective, current, direction.times(initialStepSize))
                .or(() -> LINE_SEARCH.search(objective, current, direction, initialStepSize));
    }

    private void remember(ObjectiveEvaluation from, ObjectiveEvaluation to, Deque<CurvaturePair> history) {
        Vector step = to.x().minus(from.x());
        Vector gradientChange = to.gradient().minus(from.gradient());
        double product = step.dot(gradientChange);
        // Skip pairs without positive curvature, so that the approximation stays positive definite.
        if (product > Math.ulp(1.0) * step.norm() * gradientChange.norm()) {
            history.addLast(new CurvaturePair(step, gradientChange, product));
            if (history.size() > historySize) {
                history.removeFirst();
            }
        }
    }

    /// The search direction: minus the approximate inverse Hessian times the gradient, by the two-loop
    /// recursion.
    private static Vector direction(Vector gradient, Deque<CurvaturePair> history) {
        Vector direction = gradient.times(-1);
        double[] alpha = new double[history.size()];
        int i = alpha.length;
        for (Iterator<CurvaturePair> newestFirst = history.descendingIterator(); newestFirst.hasNext(); ) {
            CurvaturePair pair = newestFirst.next();
            alpha[--i] = pair.step().dot(direction) / pair.product();
            direction = direction.minus(pair.gradientChange().times(alpha[i]));
        }
        if (!history.isEmpty()) {
            CurvaturePair newest = history.getLast();
            direction =
                    direction.times(newest.product() / newest.gradientChange().dot(newest.gradientChange()));
        }
        for (CurvaturePair pair : history) {
            double coefficient = alpha[i++] - pair.gradientChange().dot(direction) / pair.product();
            direction = direction.plus(pair.step().times(coefficient));
        }
        return direction;
    }
}
