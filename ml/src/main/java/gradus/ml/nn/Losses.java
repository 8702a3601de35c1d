package gradus.ml.nn;

import gradus.ml.autodiff.FusedOps;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.tensor.Tensor;

/// How wrong an output is: one number, the mean over all rows or numbers, to be made small. Each is the
/// negative logarithm of a likelihood, but for a constant.
public final class Losses {

    private Losses() {}

    /// For classes: `−ln softmax(logits)[target]`, in nats.
    ///
    /// @param logits shape `(…, classes)`
    /// @param targets the class of each row; −1 counts for nothing
    public static Variable crossEntropy(Variable logits, int[] targets) {
        return FusedOps.crossEntropy(logits, targets);
    }

    /// For yes or no: `−ln p` of what came, with `p = sigmoid(logit)`; finite however sure and wrong the
    /// logit is.
    ///
    /// The loss is `max(z, 0) − z·y + ln(1 + exp(−|z|))`. The first term is taken as `(z + |z|)/2`, so that
    /// its slope at 0 is a half, and the slope of all is `sigmoid(z) − y` there too.
    ///
    /// @param targets 1 for yes and 0 for no, or a probability between; shape of `logits`
    /// @throws IllegalArgumentException if the shapes differ, with both
    public static Variable binaryCrossEntropy(Variable logits, Tensor targets) {
        Variable y = targetsFor(logits, targets);
        Variable absolute = absolute(logits);
        Variable rest = absolute.times(-1).map(UnaryFunction.EXP).plus(1).map(UnaryFunction.LOG);
        return logits.plus(absolute)
                .times(0.5f)
                .minus(logits.times(y))
                .plus(rest)
                .mean();
    }

    /// The mean of the squares of the differences: for noise that is normal.
    ///
    /// @param targets shape of `output`
    /// @throws IllegalArgumentException if the shapes differ, with both
    public static Variable meanSquaredError(Variable output, Tensor targets) {
        return output.minus(targetsFor(output, targets))
                .map(UnaryFunction.SQUARE)
                .mean();
    }

    /// Squares of small differences and `delta` times large ones, so that outliers pull no harder than
    /// `delta`: P. Huber, 1964.
    ///
    /// @param targets shape of `output`
    /// @param delta from which difference on, more than 0
    /// @throws IllegalArgumentException if the shapes differ, with both, or `delta` is not more than 0
    public static Variable huber(Variable output, Tensor targets, float delta) {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("differences are small up to a delta of more than 0, got " + delta);
        }
        Variable absolute = absolute(output.minus(targetsFor(output, targets)));
        Variable excess = absolute.plus(-delta).map(UnaryFunction.RELU);
        Variable within = absolute.minus(excess);
        return within.map(UnaryFunction.SQUARE)
                .times(0.5f)
                .plus(excess.times(delta))
                .mean();
    }

    /// Shapes that merely meet would be repeated: `(n, 1)` against `(n)` would be n² differences.
    private static Variable targetsFor(Variable output, Tensor targets) {
        if (!output.shape().equals(targets.shape())) {
            throw new IllegalArgumentException(
                    "there is one target for each number of the output, got an output of" + " shape " + output.shape()
                            + " and targets of shape " + targets.shape() + "; reshape one of them");
        }
        return output.constant(targets);
    }

    /// `|x|`, with slope 0 at 0.
    private static Variable absolute(Variable x) {
        return x.map(UnaryFunction.RELU).plus(x.times(-1).map(UnaryFunction.RELU));
    }
}
