package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// What logistic regression makes least, and how it slopes and bends: a function of d + 1 weights, those
/// of the features and, last, the intercept.
///
/// `1/n · Σ −log p(label of row i) + penalty/(2n)·‖w‖²`, where a row has the second class with
/// probability `sigmoid(x·w + b)`. The intercept has no price. The function is convex; with all weights 0
/// it is log 2.
///
/// It is read in one pass over x; the slope costs little more and the bend O(n·d²).
public final class LogisticLoss {

    private final Matrix x;
    private final int[] places;
    private final double penalty;

    /// The loss of n examples.
    ///
    /// @param x the features, shape `(n, d)`
    /// @param places 1 for each row of the second class and 0 for each other, shape `(n)`
    /// @param penalty the price of a squared weight, 0 or more
    public LogisticLoss(Matrix x, int[] places, double penalty) {
        Examples.require(x, places);
        this.x = x;
        this.places = places.clone();
        this.penalty = penalty;
    }

    /// The function near some weights.
    ///
    /// @param value its value there
    /// @param gradient its slopes, shape `(d + 1)`: `xᵀ(p − y)/n + penalty·w/n`
    /// @param hessian how the slopes change, shape `(d + 1, d + 1)`: `xᵀ·diag(p(1 − p))·x/n + penalty/n`
    public record Near(double value, Vector gradient, Matrix hessian) {}

    /// The function near these weights, shape `(d + 1)`.
    public Near at(Vector weights) {
        int width = x.columns() + 1;
        double[] value = {0};
        double[] gradient = new double[width];
        double[] hessian = new double[width * width];
        DoubleView column = DoubleView.of(weights.toArray(), width, 1);
        RowBlocks.withOne(x, (first, block) -> {
            int m = block.rows();
            double[] scores = new double[m];
            Gemm.multiply(block, column, DoubleView.of(scores, m, 1), false);
            double[] excess = new double[m];
            for (int i = 0; i < m; i++) {
                boolean second = places[first + i] == 1;
                value[0] += LogisticRegression.surprise(second ? scores[i] : -scores[i]);
                double p = LogisticRegression.sigmoid(scores[i]);
                excess[i] = second ? p - 1 : p;
                // The root, because each row comes twice in the product.
                scores[i] = Math.sqrt(p * (1 - p));
            }
            Gemm.multiply(DoubleView.of(excess, 1, m), block, DoubleView.of(gradient, 1, width), true);
            scaleRows(block, scores);
            Gemm.multiply(block.transposed(), block, DoubleView.of(hessian, width, width), true);
        });
        return priced(weights, value[0], gradient, hessian);
    }

    private Near priced(Vector weights, double value, double[] gradient, double[] hessian) {
        int n = x.rows();
        int d = x.columns();
        double squares = 0;
        for (int j = 0; j < d; j++) {
            squares += weights.get(j) * weights.get(j);
            gradient[j] += penalty * weights.get(j);
            hessian[j * (d + 1) + j] += penalty;
        }
        return new Near(
                (value + penalty / 2 * squares) / n,
                Vector.of(gradient).times(1.0 / n),
                Matrix.from(d + 1, d + 1, (i, j) -> (hessian[i * (d + 1) + j] + hessian[j * (d + 1) + i]) / (2.0 * n)));
    }

    private static void scaleRows(DoubleView block, double[] factors) {
        for (int i = 0, at = 0; i < factors.length; i++) {
            for (int j = 0; j < block.columns(); j++) {
                block.data()[at++] *= factors[i];
            }
        }
    }
}
