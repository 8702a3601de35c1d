package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.ObjectiveEvaluation;

/// Softmax loss: mean cross-entropy plus an L2 penalty, with its gradient. A function of a weight matrix of
/// shape `(d + 1, K)`: one row per feature and the intercepts last.
///
/// `1/n · (Σ −log p(class of row i) + penalty/2·‖w‖²)`, where the probabilities of a row are the softmax of
/// its logits `x·w + b`. This is the objective of [SoftmaxRegression] divided by n, so its minimum is at the
/// same weights. The intercepts are not penalised. The function is convex; with all weights 0 it is log K. If
/// the rows have weights of their own, each cross-entropy is multiplied by that of its row, and n is their
/// sum.
///
/// **Not unique without a penalty.** Adding one number to all K weights of a feature changes no probability.
/// With a penalty, the K weights of each feature sum to 0 at the minimum. The intercepts stay undetermined; a
/// gradient method keeps the sum they start with.
public final class SoftmaxLoss implements Objective {

    private final Matrix x;
    private final int[] classIndices;
    private final int classCount;
    private final double[] weightsOfRows;
    private final double totalWeight;
    private final double penalty;

    /// The loss on n examples.
    ///
    /// @param x the features, shape `(n, d)`
    /// @param classIndices the class of each row, an index from 0 to K − 1, shape `(n)`
    /// @param classCount the number of classes, K
    /// @param penalty weight of the L2 penalty relative to the sum over the rows, finite, ≥ 0
    /// @throws IllegalArgumentException if there are no rows or no columns, if the numbers of rows and
    ///     classes differ, if a feature is NaN or infinite, or if a class index or the penalty is out of
    ///     range
    public SoftmaxLoss(Matrix x, int[] classIndices, int classCount, double penalty) {
        this(x, classIndices, classCount, WeightedRows.ones(x.rows()), penalty);
    }

    /// The loss on examples with valid weights above 0.
    SoftmaxLoss(Matrix x, int[] classIndices, int classCount, Vector weightsOfRows, double penalty) {
        ModelPreconditions.requireTrainingSet(x, classIndices);
        if (classCount < 1) {
            throw new IllegalArgumentException("classCount must be at least 1, got " + classCount);
        }
        ModelPreconditions.requireClassIndices(classIndices, classCount);
        ModelPreconditions.requirePenalty(penalty);
        this.x = x;
        this.classIndices = classIndices.clone();
        this.classCount = classCount;
        this.weightsOfRows = weightsOfRows.toArray();
        totalWeight = Numerics.sum(this.weightsOfRows);
        this.penalty = penalty;
    }

    @Override
    public double value(Vector weights) {
        return evaluate(weights).value();
    }

    @Override
    public Vector gradient(Vector weights) {
        return evaluate(weights).gradient();
    }

    /// The value and the gradient, `xᵀ(P − Y)/n + penalty·w/n`. Row i of P contains the predicted
    /// probabilities of row i, row i of Y is its class one-hot encoded, and x has a column of ones last; the
    /// penalty's term is 0 for the intercepts. One pass over x: O(n·d·K).
    ///
    /// @param weights the weight matrix in row-major order, shape `((d + 1)·K)`
    /// @throws IllegalArgumentException if the number of weights differs
    @Override
    public ObjectiveEvaluation evaluate(Vector weights) {
        int width = x.columns() + 1;
        if (weights.size() != width * classCount) {
            throw new IllegalArgumentException("weights must be " + width + " rows of " + classCount
                    + ", one row per feature and the intercepts last, got " + weights.size() + " numbers");
        }
        double[] value = {0};
        double[] entries = weights.toArray();
        double[] gradient = new double[entries.length];
        DoubleView w = DoubleView.of(entries, width, classCount);
        RowBlocks.withOnes(x, (first, block) -> {
            int m = block.rows();
            double[] probabilityErrors = new double[m * classCount];
            DoubleView scores = DoubleView.of(probabilityErrors, m, classCount);
            Gemm.multiply(block, w, scores, false);
            for (int i = 0; i < m; i++) {
                int trueIndex = i * classCount + classIndices[first + i];
                double weight = weightsOfRows[first + i];
                double score = probabilityErrors[trueIndex];
                value[0] += weight * (RowSoftmax.inPlace(probabilityErrors, i * classCount, classCount) - score);
                probabilityErrors[trueIndex] -= 1;
                for (int k = i * classCount; k < (i + 1) * classCount; k++) {
                    probabilityErrors[k] *= weight;
                }
            }
            Gemm.multiply(block.transpose(), scores, DoubleView.of(gradient, width, classCount), true);
        });
        double squares = 0;
        for (int i = 0; i < x.columns() * classCount; i++) {
            squares += entries[i] * entries[i];
            gradient[i] += penalty * entries[i];
        }
        return new ObjectiveEvaluation(
                weights,
                (value[0] + penalty / 2 * squares) / totalWeight,
                Vector.of(gradient).times(1 / totalWeight));
    }
}
