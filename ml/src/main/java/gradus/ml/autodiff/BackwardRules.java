package gradus.ml.autodiff;

import gradus.ml.kernel.Attention;
import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.HeadsView;
import gradus.ml.kernel.Rowwise;
import gradus.ml.tensor.Selection;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.Arrays;
import java.util.function.Consumer;

/// Backward pass (vector–Jacobian product) of every operation: how the gradient `dy` of a result gives those
/// of its inputs.
///
/// `dx` is the gradient of the loss with respect to x, and has the shape of x. By the chain rule, each of its
/// elements is the sum of `dy · ∂y/∂x` over the elements of y that depend on that element of x.
final class BackwardRules {

    private BackwardRules() {}

    static void backward(Operation operation, BackwardContext context) {
        Tensor dy = context.dy();
        switch (operation) {
            case Operation.Leaf _ -> {}
            case Operation.Map map ->
                context.writeGradient(
                        0,
                        (dx, accumulate) ->
                                TensorOps.mapBackward(map.function(), context.x(0), context.y(), dy, dx, accumulate));
            case Operation.Affine affine ->
                context.writeGradient(0, (dx, accumulate) -> TensorOps.affine(dy, affine.factor(), 0, dx, accumulate));
            case Operation.Zip zip -> zip(zip.function(), context, dy);
            case Operation.MatMul _ -> matmul(context, dy);
            case Operation.Linear _ -> linear(context, dy);
            case Operation.Sum _ ->
                context.writeGradient(
                        0, (dx, accumulate) -> TensorOps.copy(dy.broadcastTo(dx.shape()), dx, accumulate));
            case Operation.Mean mean -> ReductionOps.meanBackward(mean.count(), context);
            case Operation.Max max ->
                context.writeGradient(0, (dx, accumulate) -> max(max.indices(), dy, dx, accumulate));
            case Operation.Reshape _ -> context.passThrough(0);
            case Operation.Transpose transpose ->
                context.writeGradient(
                        0, (dx, accumulate) -> TensorOps.copy(dy.transpose(inverse(transpose.axes())), dx, accumulate));
            case Operation.Slice slice ->
                context.writeGradient(0, (dx, accumulate) -> slice(slice, dy, dx, accumulate));
            case Operation.Concat concat -> concat(concat.axis(), context, dy);
            case Operation.Gather gather ->
                context.writeGradient(0, (dx, accumulate) -> {
                    zeroUnless(accumulate, dx);
                    Selection.scatterAdd(dy, gather.axis(), gather.indices(), dx);
                });
            case Operation.Where where -> where(where.mask(), context, dy);
            case Operation.Softmax _ ->
                context.writeGradient(0, (dx, accumulate) -> {
                    int rows = dx.shape().without(-1).elementCount();
                    Rowwise.softmaxBackward(
                            context.y().data(), 0, dy.data(), 0, dx.data(), 0, rows, dx.size(-1), accumulate);
                });
            case Operation.LogSoftmax log -> logSoftmax(log.probabilities(), context, dy);
            case Operation.LogSumExp log ->
                context.writeGradient(
                        0,
                        (dx, accumulate) ->
                                TensorOps.zip(BinaryFunction.TIMES, log.probabilities(), dy, dx, accumulate));
            case Operation.LayerNorm norm -> layerNorm(norm, context, dy);
            case Operation.BinaryCrossEntropy entropy ->
                context.writeGradient(0, (dx, accumulate) -> {
                    float scale = dy.item() / dx.elementCount();
                    TensorOps.affine(entropy.derivative(), scale, 0, dx, accumulate);
                });
            case Operation.CrossEntropy entropy ->
                context.writeGradient(0, (dx, accumulate) -> crossEntropy(entropy, dy.item(), dx, accumulate));
            case Operation.CausalSelfAttention attention -> selfAttention(attention, context, dy);
        }
    }

    private static void zip(BinaryFunction function, BackwardContext context, Tensor dy) {
        switch (function) {
            case PLUS -> {
                context.passThrough(0);
                context.passThrough(1);
            }
            case MINUS -> {
                context.writeUnbroadcastGradient(1, (db, accumulate) -> TensorOps.affine(dy, -1, 0, db, accumulate));
                context.passThrough(0);
            }
            case TIMES -> {
                context.writeUnbroadcastGradient(
                        0, (da, accumulate) -> TensorOps.zip(BinaryFunction.TIMES, dy, context.x(1), da, accumulate));
                context.writeUnbroadcastGradient(
                        1, (db, accumulate) -> TensorOps.zip(BinaryFunction.TIMES, dy, context.x(0), db, accumulate));
            }
            case DIVIDE -> {
                // ∂(a/b)/∂b = −(a/b)/b.
                context.writeUnbroadcastGradient(
                        1,
                        (db, accumulate) -> context.withTemporary(dy.shape(), derivative -> {
                            TensorOps.zip(BinaryFunction.DIVIDE, context.y(), context.x(1), derivative, false);
                            TensorOps.affine(derivative, -1, 0, derivative, false);
                            TensorOps.zip(BinaryFunction.TIMES, dy, derivative, db, accumulate);
                        }));
                context.writeUnbroadcastGradient(
                        0, (da, accumulate) -> TensorOps.zip(BinaryFunction.DIVIDE, dy, context.x(1), da, accumulate));
            }
        }
    }

    /// `y = a·b`: `da = dy·bᵀ` and `db = aᵀ·dy`.
    private static void matmul(BackwardContext context, Tensor dy) {
        Shape a = context.shape(0);
        Shape b = context.shape(1);
        context.writeUnbroadcastGradient(
                0,
                TensorOps.matmulShape(dy.shape(), swapped(b)),
                (da, accumulate) -> TensorOps.matmul(dy, context.x(1).transpose(), da, accumulate));
        if (b.rank() == 2 && context.isContiguous(0)) {
            context.writeGradient(
                    1,
                    (db, accumulate) -> TensorOps.matmul(
                            VariableOps.asMatrix(context.x(0)).transpose(), VariableOps.asMatrix(dy), db, accumulate));
        } else {
            context.writeUnbroadcastGradient(
                    1,
                    TensorOps.matmulShape(swapped(a), dy.shape()),
                    (db, accumulate) -> TensorOps.matmul(context.x(0).transpose(), dy, db, accumulate));
        }
    }

    /// The shape with the last two axes swapped.
    private static Shape swapped(Shape shape) {
        int[] sizes = shape.sizes();
        sizes[sizes.length - 1] = shape.size(-2);
        sizes[sizes.length - 2] = shape.size(-1);
        return Shape.of(sizes);
    }

    private static void linear(BackwardContext context, Tensor dy) {
        context.writeGradient(
                0,
                (dx, accumulate) -> TensorOps.matmul(
                        VariableOps.asMatrix(dy), context.x(1).transpose(), VariableOps.asMatrix(dx), accumulate));
        context.writeGradient(
                1,
                (dw, accumulate) -> TensorOps.matmul(
                        VariableOps.asMatrix(context.x(0)).transpose(), VariableOps.asMatrix(dy), dw, accumulate));
        context.writeGradient(2, (db, accumulate) -> TensorOps.sumTo(dy, db, accumulate));
    }

    /// Only the maximum of a row gets its gradient.
    private static void max(int[] indices, Tensor dy, Tensor dx, boolean accumulate) {
        zeroUnless(accumulate, dx);
        int columns = dx.size(-1);
        for (int row = 0; row < indices.length; row++) {
            dx.data()[dx.offset() + row * columns + indices[row]] += dy.data()[dy.offset() + row];
        }
    }

    private static void slice(Operation.Slice slice, Tensor dy, Tensor dx, boolean accumulate) {
        zeroUnless(accumulate, dx);
        TensorOps.copy(dy, dx.slice(slice.axis(), slice.from(), slice.to()), true);
    }

    private static void concat(int axis, BackwardContext context, Tensor dy) {
        int from = 0;
        for (int i = 0; i < context.inputCount(); i++) {
            int start = from;
            int end = from + context.shape(i).size(axis);
            context.writeGradient(i, (dx, accumulate) -> TensorOps.copy(dy.slice(axis, start, end), dx, accumulate));
            from = end;
        }
    }

    /// An element that was not chosen gets the gradient 0.
    private static void where(Tensor mask, BackwardContext context, Tensor dy) {
        Tensor zero = Tensor.scalar(0);
        context.writeUnbroadcastGradient(0, (da, accumulate) -> Selection.where(mask, dy, zero, da, accumulate));
        context.writeUnbroadcastGradient(1, (db, accumulate) -> Selection.where(mask, zero, dy, db, accumulate));
    }

    /// `dx = dy − p·Σ dy`, with the sum over the row.
    private static void logSoftmax(Tensor p, BackwardContext context, Tensor dy) {
        context.writeGradient(
                0,
                (dx, accumulate) -> context.withTemporary(dy.shape().withSize(-1, 1), sums -> {
                    TensorOps.sumTo(dy, sums, false);
                    TensorOps.affine(sums, -1, 0, sums, false);
                    TensorOps.zip(BinaryFunction.TIMES, p, sums, dx, accumulate);
                    TensorOps.copy(dy, dx, true);
                }));
    }

    private static void layerNorm(Operation.LayerNorm norm, BackwardContext context, Tensor dy) {
        Tensor x = context.x(0);
        Tensor gain = context.x(1);
        int columns = x.size(-1);
        context.withTemporary(
                Shape.of(columns),
                dGain -> context.withTemporary(Shape.of(columns), dBias -> {
                    context.writeGradientOrDiscard(
                            0,
                            (dx, accumulate) -> Rowwise.layerNormBackward(
                                    x.data(),
                                    x.offset(),
                                    gain.data(),
                                    gain.offset(),
                                    norm.statistics().data(),
                                    dy.data(),
                                    dy.offset(),
                                    dx.data(),
                                    dx.offset(),
                                    dGain.data(),
                                    dBias.data(),
                                    x.shape().without(-1).elementCount(),
                                    columns,
                                    accumulate));
                    context.writeGradient(1, (dx, accumulate) -> TensorOps.copy(dGain, dx, accumulate));
                    context.writeGradient(2, (dx, accumulate) -> TensorOps.copy(dBias, dx, accumulate));
                }));
    }

    /// The gradient of `−ln p[target]` with respect to the logits is p, minus 1 at the target. In ignored
    /// rows, p was set to 0.
    private static void crossEntropy(Operation.CrossEntropy entropy, float dy, Tensor dx, boolean accumulate) {
        int columns = dx.size(-1);
        float scale = dy / Math.max(1, entropy.validTargets());
        int[] targets = entropy.targets();
        TensorOps.affine(entropy.probabilities(), scale, 0, dx, accumulate);
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] >= 0) {
                dx.data()[dx.offset() + r * columns + targets[r]] -= scale;
            }
        }
    }

    private static void selfAttention(Operation.CausalSelfAttention attention, BackwardContext context, Tensor dy) {
        HeadsView[] in = VariableOps.qkvHeads(context.x(0), attention.heads());
        HeadsView out = VariableOps.outputHeads(dy, attention.heads());
        Consumer<Tensor> set = to -> {
            HeadsView[] gradients = VariableOps.qkvHeads(to, attention.heads());
            Attention.backward(
                    in[0], in[1], in[2], attention.weights().data(), out, gradients[0], gradients[1], gradients[2]);
        };
        context.writeGradient(0, (dx, accumulate) -> {
            if (accumulate) {
                context.withTemporary(dx.shape(), set.andThen(gradients -> TensorOps.copy(gradients, dx, true)));
            } else {
                set.accept(dx);
            }
        });
    }

    private static int[] inverse(int[] axes) {
        int[] inverse = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            inverse[axes[i]] = i;
        }
        return inverse;
    }

    private static void zeroUnless(boolean accumulate, Tensor x) {
        if (!accumulate) {
            Arrays.fill(x.data(), x.offset(), x.offset() + x.elementCount(), 0f);
        }
    }
}
