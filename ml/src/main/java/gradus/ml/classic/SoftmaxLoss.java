package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.Point;

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
    private final int[] places;
    private final int classes;
    private final double penalty;

    /// The loss of n examples.
    ///
    /// @param x the features, shape `(n, d)`
    /// @param places the class of each row, from 0 to classes - 1, shape `(n)`
    /// @param classes how many there are, K
    /// @param penalty the price of a squared weight, 0 or more
    public SoftmaxLoss(Matrix x, int[] places, int classes, double penalty) {
        Examples.require(x, places);
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 || places[i] >= classes) {
                throw new IllegalArgumentException(
                        "classes are numbered from 0 to " + (classes - 1) + ", got " + places[i] + " for row " + i);
            }
        }
        this.x = x;
        this.places = places.clone();
        this.classes = classes;
        this.penalty = penalty;
    }

    @Override
    public double value(Vector weights) {
        return at(weights).value();
    }

    @Override
    public Vector gradient(Vector weights) {
        return at(weights).gradient();
    }

    /// The value and its slopes, `xᵀ(P − Y)/n + penalty·w/n`: row i of P has the probabilities of row i,
    /// that of Y a 1 for its class. One pass over x: O(n·d·K).
    ///
    /// @param weights a row of K for each feature and one for the intercept, row after row: shape `((d +
    ///     1)·K)`
    @Override
    public Point at(Vector weights) {
        int width = x.columns() + 1;
        if (weights.size() != width * classes) {
            throw new IllegalArgumentException("the weights are " + width + " rows of " + classes
                    + ", one for each feature and one for the intercept, but got " + weights.size() + " numbers");
        }
        double[] value = {0};
        double[] numbers = weights.toArray();
        double[] gradient = new double[numbers.length];
        DoubleView w = DoubleView.of(numbers, width, classes);
        RowBlocks.withOne(x, (first, block) -> {
            int m = block.rows();
            double[] excess = new double[m * classes];
            DoubleView scores = DoubleView.of(excess, m, classes);
            Gemm.multiply(block, w, scores, false);
            for (int i = 0; i < m; i++) {
                int own = i * classes + places[first + i];
                double score = excess[own];
                value[0] += RowSoftmax.inPlace(excess, i * classes, classes) - score;
                excess[own] -= 1;
            }
            Gemm.multiply(block.transposed(), scores, DoubleView.of(gradient, width, classes), true);
        });
        double squares = 0;
        for (int i = 0; i < x.columns() * classes; i++) {
            squares += numbers[i] * numbers[i];
            gradient[i] += penalty * numbers[i];
        }
        int n = x.rows();
        return new Point(
                weights,
                (value[0] + penalty / 2 * squares) / n,
                Vector.of(gradient).times(1.0 / n));
    }
}
