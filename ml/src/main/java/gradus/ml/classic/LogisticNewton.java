package gradus.ml.classic;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.optimise.ObjectiveEvaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Newton's method for [LogisticLoss].
///
/// **Separated classes.** Suppose that along some direction no row's log-odds move away from its class, and
/// some rows' move towards it (quasi-complete separation). Then the loss falls for ever in this direction,
/// more and more slowly, and without a penalty there is no minimum. A tolerance for the loss would be met
/// nevertheless. But each Newton step then moves the log-odds of some row by at least 1: in that direction e,
/// the step s satisfies `e·H·s = −e·g`, that is `Σ q·((1 − q)·δ − 1)·m = 0`, where q is a row's probability
/// of the wrong class, `m ≥ 0` how far e moves its log-odds, and δ how far s does. So a step that moves them
/// all by less than 1 proves that there is a minimum. Along the way, the Hessian becomes numerically
/// singular.
final class LogisticNewton {

    /// Without a penalty, a row for which p(1 − p), times its share of the largest weight, is less does not
    /// count for the Hessian: in the gradient, its part is hidden by the rounding errors of other rows, so it
    /// cannot show that there is a minimum.
    private static final double LEAST_VARIANCE = 1e-13;

    /// The smallest pivot of the Hessian, as a share of its diagonal entry, that still proves anything.
    private static final double LEAST_PIVOT = 1e-12;

    /// A step that moves the log-odds of a row by more than this is not the last.
    private static final double MAX_LOG_ODDS_CHANGE = 0.5;

    /// Step halving ends here: below this step length, differences of the loss are rounding errors.
    private static final double MIN_STEP_LENGTH = 1e-8;

    /// The accelerated variant starts on a sample of the rows: one of every this many.
    private static final int SAMPLE_STRIDE = 16;

    /// Minimum number of sampled rows per weight for the sample to be useful.
    private static final int ROWS_PER_WEIGHT = 20;

    private final Matrix x;
    private final int[] classIndices;
    private final Vector weightsOfRows;
    private final double penalty;
    private final double tolerance;
    private final int maxIterations;
    private final LogisticLoss loss;
    /// The mean loss is at least this if any row is on the wrong side of the decision boundary.
    private final double lossOfOneError;

    /// @param weightsOfRows above 0, shape `(n)`
    LogisticNewton(
            Matrix x, int[] classIndices, Vector weightsOfRows, double penalty, double tolerance, int maxIterations) {
        this.x = x;
        this.classIndices = classIndices;
        this.weightsOfRows = weightsOfRows;
        this.penalty = penalty;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
        loss = new LogisticLoss(x, classIndices, weightsOfRows, penalty);
        // That of a row on the decision boundary is log 2.
        lossOfOneError = StrictMath.log(2)
                * Arrays.stream(weightsOfRows.toArray()).min().orElse(0)
                / Numerics.sum(weightsOfRows.toArray());
    }

    /// How the minimisation ended.
    enum Status {
        CONVERGED,
        ITERATION_LIMIT,
        /// A hyperplane has every row strictly on the side of its class, so there is no minimum without a
        /// penalty.
        SEPARATED,
        /// The Hessian is numerically singular: columns are linearly dependent, or the minimum is at
        /// infinity.
        SINGULAR_HESSIAN,
        /// No step lowers the loss by more than its rounding error.
        STALLED
    }

    /// The result of a minimisation.
    ///
    /// @param objectiveValues the objective before each step
    /// @param predictedDecrease the decrease of the objective that the last step promised
    record Result(Status status, Vector weights, List<Double> objectiveValues, double predictedDecrease) {

        /// Whether the predicted decrease is below the rounding error of the objective.
        boolean isWithinRounding() {
            return predictedDecrease <= 1e-14 * objectiveValues.getLast();
        }
    }

    /// Reference method: starts from 0 and computes the Hessian before each step.
    Result reference() {
        return minimiseFrom(Vector.of(new double[x.columns() + 1]), 0);
    }

    /// Finds the same minimum in less time if there are many rows. It starts from the minimum on a sample of
    /// them, and it reuses the factorised Hessian, the most expensive part, as long as each step reduces the
    /// squared Newton decrement at least tenfold.
    Result accelerated() {
        int[] sample =
                IntStream.range(0, x.rows()).filter(i -> i % SAMPLE_STRIDE == 0).toArray();
        if (sample.length < ROWS_PER_WEIGHT * (x.columns() + 1)) {
            return reference();
        }
        int[] sampleClassIndices =
                Arrays.stream(sample).map(i -> classIndices[i]).toArray();
        Vector sampleWeights = Vector.from(sample.length, i -> weightsOfRows.get(sample[i]));
        Result sampleResult = new LogisticNewton(
                        x.selectRows(sample), sampleClassIndices, sampleWeights, penalty / SAMPLE_STRIDE, 1e-4, 10)
                .reference();
        return sampleResult.status() == Status.CONVERGED ? minimiseFrom(sampleResult.weights(), 0.1) : reference();
    }

    /// @param reuseThreshold the Hessian is reused while the squared Newton decrement is at most this
    ///     fraction of that of the previous step
    private Result minimiseFrom(Vector start, double reuseThreshold) {
        Vector weights = start;
        ObjectiveEvaluation current = loss.evaluate(weights);
        Optional<Cholesky> hessianFactor = Optional.empty();
        double previousSquaredDecrement = 0;
        double predictedDecrease = Double.POSITIVE_INFINITY;
        var objectiveValues = new ArrayList<Double>();
        while (objectiveValues.size() < maxIterations) {
            objectiveValues.add(current.value());
            if (penalty == 0 && current.value() < lossOfOneError) {
                return new Result(Status.SEPARATED, weights, objectiveValues, predictedDecrease);
            }
            Vector gradient = current.gradient();
            Vector step = hessianFactor.map(kept -> kept.solve(gradient)).orElse(gradient);
            double promised = gradient.dot(step);
            // Only a step with the current Hessian can prove that there is a minimum.
            boolean needsProof = penalty == 0 && promised / 2 <= tolerance;
            if (hessianFactor.isEmpty() || promised > reuseThreshold * previousSquaredDecrement || needsProof) {
                Matrix hessian = loss.hessian(weights, penalty == 0 ? LEAST_VARIANCE : 0);
                hessianFactor = Cholesky.ifPositiveDefinite(hessian);
                if (hessianFactor.isEmpty() || (needsProof && !isWellDetermined(hessian, hessianFactor.get()))) {
                    return new Result(Status.SINGULAR_HESSIAN, weights, objectiveValues, predictedDecrease);
                }
                step = hessianFactor.get().solve(gradient);
            }
            double squaredDecrement = gradient.dot(step);
            predictedDecrease = squaredDecrement / 2;
            if (predictedDecrease <= tolerance && largestChange(step) < MAX_LOG_ODDS_CHANGE) {
                return new Result(Status.CONVERGED, weights.minus(step), objectiveValues, predictedDecrease);
            }
            double stepLength = 1;
            ObjectiveEvaluation candidate = loss.evaluate(weights.minus(step));
            while (!(candidate.value() <= current.value() - 1e-4 * stepLength * squaredDecrement)) {
                stepLength /= 2;
                if (stepLength < MIN_STEP_LENGTH) {
                    return new Result(Status.STALLED, weights, objectiveValues, predictedDecrease);
                }
                candidate = loss.evaluate(weights.minus(step.times(stepLength)));
            }
            weights = weights.minus(step.times(stepLength));
            current = candidate;
            previousSquaredDecrement = squaredDecrement;
        }
        return new Result(Status.ITERATION_LIMIT, weights, objectiveValues, predictedDecrease);
    }

    /// Whether each pivot is far above its rounding error. Otherwise the step along some direction is made of
    /// rounding errors, and its length proves nothing.
    private static boolean isWellDetermined(Matrix hessian, Cholesky factor) {
        for (int i = 0; i < hessian.rows(); i++) {
            double root = factor.lower().get(i, i);
            if (root * root < LEAST_PIVOT * hessian.get(i, i)) {
                return false;
            }
        }
        return true;
    }

    /// The largest absolute change of the log-odds of a row in this step.
    private double largestChange(Vector step) {
        int d = x.columns();
        Vector changes = x.times(Vector.from(d, step::get));
        double largest = 0;
        for (int i = 0; i < changes.size(); i++) {
            largest = Math.max(largest, Math.abs(changes.get(i) + step.get(d)));
        }
        return largest;
    }
}
