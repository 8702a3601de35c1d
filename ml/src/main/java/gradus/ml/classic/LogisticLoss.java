package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Sigmoid;
import gradus.ml.numbers.Softplus;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.ObjectiveEvaluation;
import java.util.Arrays;

/// Logistic loss: mean negative log-likelihood plus an L2 penalty, with its gradient and Hessian. A function
/// of d + 1 weights, one per feature and the intercept last.
///
/// `1/n · (Σ −log p(class of row i) + penalty/2·‖w‖²)`, where a row belongs to the second class with
/// probability `sigmoid(x·w + b)`. This is the objective of [LogisticRegression] divided by n, so its minimum
/// is at the same weights. The intercept b is not penalised. The function is convex; with all weights 0 it is
/// log 2. If the rows have weights of their own, each loss is multiplied by that of its row, and n is their
/// sum.
public final class LogisticLoss implements Objective {

    private final Matrix x;
    private final int[] classIndices;
    private final double[] weightsOfRows;
    private final double totalWeight;
    private final double largestWeight;
    private final double penalty;

    /// For data that has been validated already; keeps the array.
    LogisticLoss(Matrix x, int[] classIndices, Vector weightsOfRows, double penalty) {
        this.x = x;
        this.classIndices = classIndices;
        this.weightsOfRows = weightsOfRows.toArray();
        this.penalty = penalty;
        totalWeight = Numerics.sum(this.weightsOfRows);
        largestWeight = Arrays.stream(this.weightsOfRows).max().orElse(0);
    }

    /// The loss on n examples.
    ///
    /// @param x the features, shape `(n, d)`
    /// @param classIndices 1 for each row of the second class, 0 for each other, shape `(n)`
    /// @param penalty weight of the L2 penalty relative to the sum over the rows, finite, ≥ 0
    /// @throws IllegalArgumentException if there are no rows or no columns, if the numbers of rows and
    ///     classes differ, if a feature is NaN or infinite, if a class index is neither 0 nor 1, or if the
    ///     penalty is out of range
    public static LogisticLoss of(Matrix x, int[] classIndices, double penalty) {
        ModelPreconditions.requireTrainingSet(x, classIndices);
        ModelPreconditions.requireClassIndices(classIndices, 2);
        ModelPreconditions.requirePenalty(penalty);
        return new LogisticLoss(x, classIndices.clone(), WeightedRows.ones(x.rows()), penalty);
    }

    @Override
    public double value(Vector weights) {
        return evaluate(weights).value();
    }

    @Override
    public Vector gradient(Vector weights) {
        return evaluate(weights).gradient();
    }

    /// The value and the gradient, `xᵀ(p − y)/n + penalty·w/n`, for weights of shape `(d + 1)`; x has a
    /// column of ones last, and the penalty's term is 0 for the intercept. One pass over x: O(n·d).
    @Override
    public ObjectiveEvaluation evaluate(Vector weights) {
        int d = x.columns();
        double[] value = {0};
        double[] gradient = new double[d + 1];
        forEachBlock(weights, (first, block, scores) -> {
            for (int i = 0; i < scores.length; i++) {
                int sign = classIndices[first + i] == 1 ? 1 : -1;
                double weight = weightsOfRows[first + i];
                value[0] += weight * Softplus.of(-sign * scores[i]);
                // p, or p - 1 without rounding where p is near 1.
                scores[i] = -sign * weight * Sigmoid.of(-sign * scores[i]);
            }
            DoubleView probabilityErrors = DoubleView.of(scores, 1, scores.length);
            Gemm.multiply(probabilityErrors, block, DoubleView.of(gradient, 1, d + 1), true);
        });
        double squares = 0;
        for (int j = 0; j < d; j++) {
            squares += weights.get(j) * weights.get(j);
            gradient[j] += penalty * weights.get(j);
        }
        return new ObjectiveEvaluation(
                weights,
                (value[0] + penalty / 2 * squares) / totalWeight,
                Vector.of(gradient).times(1 / totalWeight));
    }

    /// The Hessian, shape `(d + 1, d + 1)`: `xᵀ·diag(p(1 − p))·x/n`, plus `penalty/n` on the diagonal except
    /// for the intercept. One pass over x: O(n·d²).
    @Override
    public Matrix hessian(Vector weights) {
        return hessian(weights, 0);
    }

    /// The Hessian without the rows for which p(1 − p), times the row's weight, is less than `leastVariance`
    /// times the largest weight.
    Matrix hessian(Vector weights, double leastVariance) {
        int width = x.columns() + 1;
        double[] hessian = new double[width * width];
        forEachBlock(weights, (first, block, scores) -> {
            for (int i = 0; i < scores.length; i++) {
                double p = Sigmoid.of(scores[i]);
                double share = weightsOfRows[first + i] * (p * (1 - p));
                // The square root, because each row enters the product twice.
                double factor = share < leastVariance * largestWeight ? 0 : Math.sqrt(share);
                for (int j = i * width; j < (i + 1) * width; j++) {
                    block.data()[j] *= factor;
                }
            }
            Gemm.multiply(block.transpose(), block, DoubleView.of(hessian, width, width), true);
        });
        for (int j = 0; j < width - 1; j++) {
            hessian[j * width + j] += penalty;
        }
        double twice = 2 * totalWeight;
        return Matrix.from(width, width, (i, j) -> (hessian[i * width + j] + hessian[j * width + i]) / twice);
    }

    /// Processes a block of rows, a 1 appended to each, with the log-odds of each row.
    @FunctionalInterface
    private interface ScoredBlockConsumer {
        void accept(int first, DoubleView block, double[] scores);
    }

    private void forEachBlock(Vector weights, ScoredBlockConsumer consumer) {
        if (weights.size() != x.columns() + 1) {
            throw new IllegalArgumentException("weights must be one per feature and the intercept last, "
                    + (x.columns() + 1) + " numbers, got " + weights.size());
        }
        DoubleView column = DoubleView.of(weights.toArray(), x.columns() + 1, 1);
        RowBlocks.withOnes(x, (first, block) -> {
            double[] scores = new double[block.rows()];
            Gemm.multiply(block, column, DoubleView.of(scores, scores.length, 1), false);
            consumer.accept(first, block, scores);
        });
    }
}
