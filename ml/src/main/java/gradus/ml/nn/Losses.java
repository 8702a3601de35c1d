package gradus.ml.nn;

import gradus.ml.autodiff.Fused;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.Unary;
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
        return Fused.crossEntropy(logits, targets);
    }

    /// For yes or no: `−ln p` of what came, with `p = sigmoid(logit)`; finite however sure and wrong the
    /// logit is.
    ///
    /// @param targets 1 for yes and 0 for no, shape of `logits`
    public static Variable binaryCrossEntropy(Variable logits, Tensor targets) {
        Variable size = size(logits);
        Variable rest = size.times(-1).map(Unary.EXP).plus(1).map(Unary.LOG);
        Variable y = logits.constant(targets);
        return logits.map(Unary.RELU).minus(logits.times(y)).plus(rest).mean();
    }

    /// The mean of the squares of the differences: for noise that is normal.
    public static Variable meanSquaredError(Variable output, Tensor targets) {
        return output.minus(output.constant(targets)).map(Unary.SQUARE).mean();
    }

    /// Squares of small differences and `delta` times large ones, so that outliers pull no harder than
    /// `delta`: P. Huber, 1964.
    public static Variable huber(Variable output, Tensor targets, float delta) {
        Variable size = size(output.minus(output.constant(targets)));
        Variable beyond = size.plus(-delta).map(Unary.RELU);
        Variable within = size.minus(beyond);
        return within.map(Unary.SQUARE).times(0.5f).plus(beyond.times(delta)).mean();
    }

    private static Variable size(Variable x) {
        return x.map(Unary.RELU).plus(x.times(-1).map(Unary.RELU));
    }
}
