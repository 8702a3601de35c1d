package gradus.ml.autodiff;

import gradus.ml.kernel.Reductions;
import gradus.ml.kernel.Rowwise;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Softmax along the last axis, and what is computed from it: its logarithm, log-sum-exp and cross-entropy.
/// All keep to the rule for special scores of [gradus.ml.numbers.Softmax].
///
/// Logarithms are computed from the most likely class, because its probability cannot underflow to 0 as the
/// others can.
final class SoftmaxOps {

    private SoftmaxOps() {}

    static Variable softmax(Variable scores) {
        Variable x = scores.contiguous();
        Tensor p = probabilities(x);
        for (int r = 0; r < rows(p); r++) {
            requireDefined(x.value(), p, r);
        }
        return x.tape().result(new Operation.Softmax(), p, List.of(x));
    }

    static Variable logSoftmax(Variable scores) {
        Variable x = scores.contiguous();
        Tensor p = probabilities(x);
        Tensor y = x.tape().allocate(x.shape());
        int columns = p.size(-1);
        for (int r = 0; r < rows(p); r++) {
            requireDefined(x.value(), p, r);
            int argmax = argmax(p, r);
            double log = logOfLargest(p, r, argmax);
            for (int i = 0; i < columns; i++) {
                y.data()[r * columns + i] = (float) (difference(x.value(), r, i, argmax) + log);
            }
        }
        return x.tape().result(new Operation.LogSoftmax(p), y, List.of(x));
    }

    static Variable logSumExp(Variable scores) {
        Variable x = scores.contiguous();
        Tensor y = x.tape().allocate(x.shape().withSize(-1, 1));
        Tensor p = probabilities(x);
        int columns = p.size(-1);
        for (int r = 0; r < rows(p); r++) {
            float max = Reductions.max(x.value().data(), x.value().offset() + r * columns, columns);
            if (Float.isFinite(max)) {
                int argmax = argmax(p, r);
                float largest = x.value().data()[x.value().offset() + r * columns + argmax];
                y.data()[r] = (float) (largest - logOfLargest(p, r, argmax));
            } else {
                y.data()[r] = max;
            }
            if (max == Float.NEGATIVE_INFINITY) {
                // The sum is 0, and no score has a share in it.
                Arrays.fill(p.data(), r * columns, (r + 1) * columns, 0f);
            }
        }
        return x.tape().result(new Operation.LogSumExp(p), y, List.of(x));
    }

    /// See [VariableOps#crossEntropy].
    static Variable crossEntropy(Variable logits, int[] targets) {
        Variable x = logits.contiguous();
        int columns = x.shape().size(-1);
        requireTargets(x.shape(), targets);
        Tensor p = probabilities(x);
        double sum = 0;
        int validTargets = 0;
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] >= 0) {
                requireDefined(x.value(), p, r);
                int argmax = argmax(p, r);
                sum -= difference(x.value(), r, targets[r], argmax) + logOfLargest(p, r, argmax);
                validTargets++;
            } else {
                // An ignored row has gradient 0.
                Arrays.fill(p.data(), r * columns, (r + 1) * columns, 0f);
            }
        }
        Tensor loss = x.tape().allocate(Shape.of());
        loss.data()[0] = (float) (sum / Math.max(1, validTargets));
        return x.tape().result(new Operation.CrossEntropy(targets.clone(), validTargets, p), loss, List.of(x));
    }

    private static void requireTargets(Shape logits, int... targets) {
        int rows = logits.without(-1).elementCount();
        if (targets.length != rows) {
            throw new IllegalArgumentException("cross-entropy of logits of shape " + logits + " needs " + rows
                    + " targets, got " + targets.length);
        }
        for (int r = 0; r < rows; r++) {
            if (targets[r] < -1 || targets[r] >= logits.size(-1)) {
                throw new IllegalArgumentException("target " + targets[r] + " at index " + r
                        + " is not a class index: expected 0 to " + (logits.size(-1) - 1)
                        + ", or -1 to ignore the row");
            }
        }
    }

    /// The softmax of each row; NaN where it is not defined.
    private static Tensor probabilities(Variable x) {
        Tensor value = x.value();
        Tensor p = x.tape().allocate(x.shape());
        Rowwise.softmax(value.data(), value.offset(), p.data(), 0, rows(p), p.size(-1));
        return p;
    }

    private static int rows(Tensor x) {
        return x.shape().without(-1).elementCount();
    }

    /// Checks that softmax is defined for a row of `x`, or that a NaN is the reason why it is not.
    private static void requireDefined(Tensor x, Tensor p, int row) {
        int columns = p.size(-1);
        if (columns > 0 && !Float.isNaN(p.data()[row * columns])) {
            return;
        }
        int infinities = 0;
        for (int i = 0; i < columns; i++) {
            float score = x.data()[x.offset() + row * columns + i];
            if (Float.isNaN(score)) {
                return;
            }
            infinities += score == Float.POSITIVE_INFINITY ? 1 : 0;
        }
        throw new IllegalArgumentException("softmax is not defined for row " + row + " of scores of shape " + x.shape()
                + ": it needs a score above minus infinity, and at most one of infinity, got " + infinities
                + " of infinity");
    }

    private static int argmax(Tensor p, int row) {
        int columns = p.size(-1);
        int argmax = 0;
        for (int i = 1; i < columns; i++) {
            argmax = p.data()[row * columns + i] > p.data()[row * columns + argmax] ? i : argmax;
        }
        return argmax;
    }

    /// How much the score at index `i` of a row is above the one at `other`; 0 for two infinities.
    private static double difference(Tensor x, int row, int i, int other) {
        int at = x.offset() + row * x.size(-1);
        float score = x.data()[at + i];
        return score == x.data()[at + other] ? 0 : (double) score - x.data()[at + other];
    }

    /// The logarithm of the largest probability of a row. If that is nearly 1, the others have more digits of
    /// how much it lacks.
    private static double logOfLargest(Tensor p, int row, int argmax) {
        int columns = p.size(-1);
        double others = 0;
        for (int i = 0; i < columns; i++) {
            others += i == argmax ? 0 : p.data()[row * columns + i];
        }
        return others < 0.5 ? StrictMath.log1p(-others) : StrictMath.log(p.data()[row * columns + argmax]);
    }
}
