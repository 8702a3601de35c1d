package gradus.ml.classic;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.ObjectiveEvaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Newton's method for [LogisticLoss].
final class LogisticNewton {

    /// Step halving ends here: below this step length, differences of the loss are rounding errors.
    private static final double MIN_STEP_LENGTH = 1e-8;

    /// The accelerated variant starts on a sample of the rows: one of every this many.
    private static final int SAMPLE_STRIDE = 16;

    /// Minimum number of sampled rows per weight for the sample to be useful.
    private static final int ROWS_PER_WEIGHT = 20;

    private final Matrix x;
    private final int[] classIndices;
    private final double penalty;
    private final double tolerance;
    private final int maxIterations;
    private final LogisticLoss loss;

    LogisticNewton(Matrix x, int[] classIndices, double penalty, double tolerance, int maxIterations) {
        this.x = x;
        this.classIndices = classIndices;
        this.penalty = penalty;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
        loss = new LogisticLoss(x, classIndices, penalty);
    }

    /// How the minimisation ended.
    enum Status {
        CONVERGED,
        ITERATION_LIMIT,
        NO_UNIQUE_MINIMUM
    }

    /// The result of a minimisation.
    ///
    /// @param objectiveValues the objective before each step
    record Result(Status status, Vector weights, List<Double> objectiveValues) {}

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
        Result sampleResult = new LogisticNewton(
                        x.selectRows(sample), sampleClassIndices, penalty / SAMPLE_STRIDE, 1e-4, 10)
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
        var objectiveValues = new ArrayList<Double>();
        while (objectiveValues.size() < maxIterations) {
            objectiveValues.add(current.value());
            if (penalty == 0 && current.value() * x.rows() < StrictMath.log(2)) {
                // Every row's loss is below log 2, that of a row on the decision boundary: linearly separable.
                return new Result(Status.NO_UNIQUE_MINIMUM, weights, objectiveValues);
            }
            Vector gradient = current.gradient();
            Vector step = hessianFactor.map(kept -> kept.solve(gradient)).orElse(gradient);
            if (hessianFactor.isEmpty() || gradient.dot(step) > reuseThreshold * previousSquaredDecrement) {
                hessianFactor = Cholesky.ifPositiveDefinite(loss.hessian(weights));
                if (hessianFactor.isEmpty()) {
                    return new Result(Status.NO_UNIQUE_MINIMUM, weights, objectiveValues);
                }
                step = hessianFactor.get().solve(gradient);
            }
            double squaredDecrement = gradient.dot(step);
            if (squaredDecrement / 2 <= tolerance) {
                return new Result(Status.CONVERGED, weights.minus(step), objectiveValues);
            }
            double stepLength = 1;
            ObjectiveEvaluation candidate = loss.evaluate(weights.minus(step));
            while (!(candidate.value() <= current.value() - 1e-4 * stepLength * squaredDecrement)
                    && stepLength > MIN_STEP_LENGTH) {
                stepLength /= 2;
                candidate = loss.evaluate(weights.minus(step.times(stepLength)));
            }
            weights = weights.minus(step.times(stepLength));
            current = candidate;
            previousSquaredDecrement = squaredDecrement;
        }
        return new Result(Status.ITERATION_LIMIT, weights, objectiveValues);
    }
}
