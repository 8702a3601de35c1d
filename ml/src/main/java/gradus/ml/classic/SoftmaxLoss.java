package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Evaluation;
import gradus.ml.optimise.Objective;

/// What softmax regression makes least, and how it slopes: a function of K columns of d + 1 weights,
/// those of the features and, last, the intercept.
///
/// `1/n · Σ −log p(class of row i) + penalty/(2n)·‖w‖²`, where the probabilities of a row are
/// the softmax of its scores `x·w + b`. The intercepts have no price. The function is convex; with all
/// weights 0 it is log K.
///
/// The same number added to all K weights of a feature changes no probability. With a penalty, those are
/// best that add up to 0; the intercepts are free, and keep the sum they start with.
public final class SoftmaxLoss implements Objective {

    private final Matrix x;
    private final int[] classIndices;
    private final int classCount;
    private final double penalty;

    /// The loss of n examples.
    ///
    /// @param x the features, shape `(n, d)`
    /// @param classIndices the class of each row, from 0 to classes - 1, shape `(n)`
    /// @param classCount how many there are, K
    /// @param penalty the price of a squared weight, 0 or more
    public SoftmaxLoss(Matrix x, int[] classIndices, int classCount, double penalty) {
        ModelPreconditions.requireTrainingSet(x, classIndices);
        for (int i = 0; i < classIndices.length; i++) {
            if (classIndices[i] < 0 || classIndices[i] >= classCount) {
                throw new IllegalArgumentException("classes are numbered from 0 to " + (classCount - 1) + ", got "
                        + classIndices[i] + " for row " + i);
            }
        }
        this.x = x;
        this.classIndices = classIndices.clone();
        this.classCount = classCount;
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

    /// The value and its slopes, `xᵀ(P − Y)/n + penalty·w/n`: row i of P has the probabilities of row i,
    /// that of Y a 1 for its class. One pass over x: O(n·d·K).
    ///
    /// @param weights a row of K for each feature and one for the intercept, row after row: shape `((d +
    ///     1)·K)`
    @Override
    public Evaluation evaluate(Vector weights) {
        int width = x.columns() + 1;
        if (weights.size() != width * classCount) {
            throw new IllegalArgumentException("the weights are " + width + " rows of " + classCount
                    + ", one for each feature and one for the intercept, but got " + weights.size() + " numbers");
        }
        double[] value = {0};
        double[] numbers = weights.toArray();
        double[] gradient = new double[numbers.length];
        DoubleView w = DoubleView.of(numbers, width, classCount);
        RowBlocks.withOnes(x, (first, block) -> {
            int m = block.rows();
            double[] probabilityErrors = new double[m * classCount];
            DoubleView scores = DoubleView.of(probabilityErrors, m, classCount);
            Gemm.multiply(block, w, scores, false);
            for (int i = 0; i < m; i++) {
                int trueIndex = i * classCount + classIndices[first + i];
                double score = probabilityErrors[trueIndex];
                value[0] += RowSoftmax.inPlace(probabilityErrors, i * classCount, classCount) - score;
                probabilityErrors[trueIndex] -= 1;
            }
            Gemm.multiply(block.transpose(), scores, DoubleView.of(gradient, width, classCount), true);
        });
        double squares = 0;
        for (int i = 0; i < x.columns() * classCount; i++) {
            squares += numbers[i] * numbers[i];
            gradient[i] += penalty * numbers[i];
        }
        int n = x.rows();
        return new Evaluation(
                weights,
                (value[0] + penalty / 2 * squares) / n,
                Vector.of(gradient).times(1.0 / n));
    }
}
