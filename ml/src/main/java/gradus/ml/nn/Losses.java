package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.autodiff.VariableOps;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.tensor.Selection;
import gradus.ml.tensor.Tensor;

/// Loss functions: how far outputs are from the targets, as a single number that training minimises. Each is
/// a mean over rows or elements and, up to constants, a negative log-likelihood.
public final class Losses {

    private Losses() {}

    /// Cross-entropy loss for classification: the mean over rows of `−ln softmax(logits)[target]`, in nats. A
    /// model that gives all k classes the same probability, as an untrained one nearly does, has loss `ln k`.
    ///
    /// @param logits shape `(…, classes)`
    /// @param targets class index of each row, from 0; rows with target −1 are ignored
    /// @throws IllegalArgumentException if there is not one target for each row, a target is not a class
    ///     index, or softmax is not defined for a row: see [gradus.ml.numbers.Softmax]
    public static Variable crossEntropy(Variable logits, int[] targets) {
        return VariableOps.crossEntropy(logits, targets);
    }

    /// Binary cross-entropy from logits (`nn.BCEWithLogitsLoss` in PyTorch): the mean over elements of
    /// `−y·ln p − (1 − y)·ln(1 − p)` with `p = sigmoid(z)` for logit z and target y. A confident but wrong
    /// logit gives a large, finite loss.
    ///
    /// @param targets 1 for the positive class, 0 for the negative one, or a probability; shape of `logits`
    /// @throws IllegalArgumentException if the shapes differ, there are no elements, or a target is not from
    ///     0 to 1
    public static Variable binaryCrossEntropy(Variable logits, Tensor targets) {
        requireShape(logits, targets);
        return VariableOps.binaryCrossEntropy(logits, targets);
    }

    /// Mean squared error, for regression with normally distributed noise.
    ///
    /// @param targets shape of `output`
    /// @throws IllegalArgumentException if the shapes differ, or there are no elements
    public static Variable meanSquaredError(Variable output, Tensor targets) {
        return difference(output, targets).map(UnaryFunction.SQUARE).mean();
    }

    /// Huber loss, for regression with outliers: the mean over elements of `½·d²` if the difference d has
    /// `|d| ≤ delta`, else `delta·(|d| − ½·delta)`. Before the mean, the absolute derivative is at most
    /// `delta`, so the influence of an outlier is bounded.
    ///
    /// Source: P. Huber, "Robust Estimation of a Location Parameter", 1964.
    ///
    /// @param targets shape of `output`
    /// @param delta threshold between the quadratic and the linear part, finite and greater than 0
    /// @throws IllegalArgumentException if the shapes differ, there are no elements, or `delta` is not finite
    ///     and greater than 0
    public static Variable huber(Variable output, Tensor targets, float delta) {
        Require.positive("delta", delta);
        Variable d = difference(output, targets);
        Tensor small = Selection.mask(d.value(), each -> Math.abs(each) <= delta);
        Variable zero = d.constant(Tensor.scalar(0));
        // Each part sees only its own differences: with others, a huge square would have a gradient of NaN.
        Variable square = VariableOps.where(small, d, zero).map(UnaryFunction.SQUARE);
        Variable line = absolute(VariableOps.where(small, zero, d)).plus(-delta / 2);
        return VariableOps.where(small, square.times(0.5f), line.times(delta)).mean();
    }

    /// Requires equal shapes. Broadcasting would turn `(n, 1)` against `(n)` into n² differences.
    private static void requireShape(Variable output, Tensor targets) {
        if (!output.shape().equals(targets.shape())) {
            throw new IllegalArgumentException("targets must have the shape of the output, " + output.shape() + ", got "
                    + targets.shape() + "; reshape one of them");
        }
    }

    private static Variable difference(Variable output, Tensor targets) {
        requireShape(output, targets);
        return output.minus(output.constant(targets));
    }

    /// `|x|`, with derivative 0 at 0.
    private static Variable absolute(Variable x) {
        return x.map(UnaryFunction.RELU).plus(x.times(-1).map(UnaryFunction.RELU));
    }
}
