package gradus.ml.autodiff;

import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.List;

/// Sums, means and maxima. A NaN anywhere makes the reduction it belongs to NaN.
final class ReductionOps {

    private ReductionOps() {}

    /// The sums down to a shape: see [TensorOps#sumTo].
    static Variable sum(Variable input, Shape to) {
        Variable x = input.contiguous();
        Tensor sums = x.tape().allocate(to);
        TensorOps.sumTo(x.value(), sums, false);
        return x.tape().result(new Operation.Sum(), sums, List.of(x));
    }

    /// The means of `count` elements each.
    ///
    /// @throws IllegalArgumentException if `count` is 0
    static Variable mean(Variable input, Shape to, int count) {
        if (count == 0) {
            throw new IllegalArgumentException("mean needs at least 1 element, got shape " + input.shape());
        }
        Variable x = input.contiguous();
        Tensor means = x.tape().allocate(to);
        TensorOps.sumTo(x.value(), means, false);
        if (!divide(means, count)) {
            // The sum can be infinite where the mean is not.
            TensorOps.sumTo(x.value().affine(1f / count, 0), means, false);
        }
        return x.tape().result(new Operation.Mean(count), means, List.of(x));
    }

    /// Divides a contiguous tensor; whether it is finite.
    private static boolean divide(Tensor x, int divisor) {
        boolean finite = true;
        for (int i = x.offset(); i < x.offset() + x.elementCount(); i++) {
            x.data()[i] /= divisor;
            finite &= Float.isFinite(x.data()[i]);
        }
        return finite;
    }

    /// The gradient of a mean: that of the result, divided by the count.
    static void meanBackward(int count, BackwardContext context) {
        context.withTemporary(context.dy().shape(), share -> {
            TensorOps.copy(context.dy(), share, false);
            divide(share, count);
            context.writeGradient(0, (dx, accumulate) -> TensorOps.copy(share.broadcastTo(dx.shape()), dx, accumulate));
        });
    }

    /// The maximum along the last axis.
    static Variable max(Variable input) {
        Variable x = input.contiguous();
        Tensor maxima = x.tape().allocate(x.shape().withSize(-1, 1));
        int[] indices = TensorOps.max(x.value(), maxima);
        return x.tape().result(new Operation.Max(indices), maxima, List.of(x));
    }
}
