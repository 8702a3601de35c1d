package gradus.ml.autodiff;

import gradus.ml.kernel.Attention;
import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.HeadsView;
import gradus.ml.kernel.Rowwise;
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
                context.writeGradient(0, (dx, accumulate) -> scatterAdd(gather.indices(), dy, dx, accumulate));
            case Operation.Softmax _ ->
                context.writeGradient(0, (dx, accumulate) -> {
                    int rows = dx.shape().without(-1).elementCount();
                    Rowwise.softmaxBackward(
                            context.y().data(), 0, dy.data(), 0, dx.data(), 0, rows, dx.size(-1), accumulate);
                });
            case Operation.LayerNorm norm -> layerNorm(norm, context, dy);
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
        Tensor a = context.x(0);
        Tensor b = context.x(1);
        context.writeUnbroadcastGradient(
                0,
                TensorOps.matmulShape(dy.shape(), b.transpose().shape()),
                (da, accumulate) -> TensorOps.matmul(dy, b.transpose(), da, accumulate));
        if (b.rank() == 2 && a.isContiguous()) {
            context.writeGradient(
                    1,
                    (db, accumulate) -> TensorOps.matmul(
                            VariableOps.asMatrix(a).transpose(), VariableOps.asMatrix(dy), db, accumulate));
        } else {
            context.writeUnbroadcastGradient(
                    1,
                    TensorOps.matmulShape(a.transpose().shape(), dy.shape()),
                    (db, accumulate) -> TensorOps.matmul(a.transpose(), dy, db, accumulate));
        }
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
            int end = from + context.x(i).size(axis);
            context.writeGradient(i, (dx, accumulate) -> TensorOps.copy(dy.slice(axis, start, end), dx, accumulate));
            from = end;
        }
    }

    /// Scatter-add: a row that was looked up several times gets the sum.
    private static void scatterAdd(int[] indices, Tensor dy, Tensor dx, boolean accumulate) {
        zeroUnless(accumulate, dx);
        int columns = dx.size(-1);
        for (int i = 0; i < indices.length; i++) {
            int from = dy.offset() + i * columns;
            int to = dx.offset() + indices[i] * columns;
            for (int j = 0; j < columns; j++) {
                dx.data()[to + j] += dy.data()[from + j];
            }
        }
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
