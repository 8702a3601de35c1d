package gradus.ml.autodiff;

import gradus.ml.kernel.Attention;
import gradus.ml.kernel.Binary;
import gradus.ml.kernel.Heads;
import gradus.ml.kernel.Rows;
import gradus.ml.tensor.Compute;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Consumer;

/// The derivative of every operation: how the gradient `dy` of a result gives those of its inputs.
///
/// `dx` is by how much the loss moves per unit that a number of x moves; it has the shape of x. Each rule
/// follows from the chain rule: `dx` is the sum, over the numbers of y that depend on x, of `dy` times the
/// slope of y in x.
final class Rules {

    private Rules() {}

    static void backward(Operation operation, Flow flow) {
        Tensor dy = flow.dy();
        switch (operation) {
            case Operation.Given _ -> {}
            case Operation.Map map ->
                flow.into(0, (dx, add) -> Compute.slope(map.function(), flow.x(0), flow.y(), dy, dx, add));
            case Operation.Affine affine -> flow.into(0, (dx, add) -> Compute.affine(dy, affine.factor(), 0, dx, add));
            case Operation.Zip zip -> zip(zip.function(), flow, dy);
            case Operation.MatMul _ -> matmul(flow, dy);
            case Operation.Linear _ -> linear(flow, dy);
            case Operation.Sum _ -> flow.into(0, (dx, add) -> Compute.copy(dy.broadcastTo(dx.shape()), dx, add));
            case Operation.Max max -> flow.into(0, (dx, add) -> max(max.places(), dy, dx, add));
            case Operation.Reshape _ -> flow.pass(0);
            case Operation.Transpose transpose ->
                flow.into(0, (dx, add) -> Compute.copy(dy.transpose(inverse(transpose.axes())), dx, add));
            case Operation.Slice slice -> flow.into(0, (dx, add) -> slice(slice, dy, dx, add));
            case Operation.Concat concat -> concat(concat.axis(), flow, dy);
            case Operation.Gather gather -> flow.into(0, (dx, add) -> scatter(gather.rows(), dy, dx, add));
            case Operation.Softmax _ ->
                flow.into(0, (dx, add) -> {
                    int rows = dx.shape().without(-1).count();
                    Rows.softmaxSlope(flow.y().data(), 0, dy.data(), 0, dx.data(), 0, rows, dx.size(-1), add);
                });
            case Operation.LayerNorm norm -> layerNorm(norm, flow, dy);
            case Operation.CrossEntropy entropy -> flow.into(0, (dx, add) -> crossEntropy(entropy, dy.item(), dx, add));
            case Operation.SelfAttention attention -> selfAttention(attention, flow, dy);
        }
    }

    private static void zip(Binary function, Flow flow, Tensor dy) {
        switch (function) {
            case PLUS -> {
                flow.pass(0);
                flow.pass(1);
            }
            case MINUS -> {
                flow.wide(1, (db, add) -> Compute.affine(dy, -1, 0, db, add));
                flow.pass(0);
            }
            case TIMES -> {
                flow.wide(0, (da, add) -> Compute.zip(Binary.TIMES, dy, flow.x(1), da, add));
                flow.wide(1, (db, add) -> Compute.zip(Binary.TIMES, dy, flow.x(0), db, add));
            }
            case DIVIDE -> {
                // The slope of a/b in b is −(a/b)/b.
                flow.wide(
                        1,
                        (db, add) -> flow.borrow(dy.shape(), slope -> {
                            Compute.zip(Binary.DIVIDE, flow.y(), flow.x(1), slope, false);
                            Compute.affine(slope, -1, 0, slope, false);
                            Compute.zip(Binary.TIMES, dy, slope, db, add);
                        }));
                flow.wide(0, (da, add) -> Compute.zip(Binary.DIVIDE, dy, flow.x(1), da, add));
            }
        }
    }

    /// `y = a·b`: `da = dy·bᵀ` and `db = aᵀ·dy`.
    private static void matmul(Flow flow, Tensor dy) {
        Tensor a = flow.x(0);
        Tensor b = flow.x(1);
        flow.wide(
                0,
                Compute.productShape(dy.shape(), b.transpose().shape()),
                (da, add) -> Compute.matmul(dy, b.transpose(), da, add));
        if (b.rank() == 2 && a.isContiguous()) {
            flow.into(1, (db, add) -> Compute.matmul(Fused.rows(a).transpose(), Fused.rows(dy), db, add));
        } else {
            flow.wide(
                    1,
                    Compute.productShape(a.transpose().shape(), dy.shape()),
                    (db, add) -> Compute.matmul(a.transpose(), dy, db, add));
        }
    }

    private static void linear(Flow flow, Tensor dy) {
        flow.into(0, (dx, add) -> Compute.matmul(Fused.rows(dy), flow.x(1).transpose(), Fused.rows(dx), add));
        flow.into(1, (dw, add) -> Compute.matmul(Fused.rows(flow.x(0)).transpose(), Fused.rows(dy), dw, add));
        flow.into(2, (db, add) -> Compute.sumTo(dy, db, add));
    }

    /// Only the largest number of a line moves its result.
    private static void max(int[] places, Tensor dy, Tensor dx, boolean add) {
        clearUnless(add, dx);
        int columns = dx.size(-1);
        for (int line = 0; line < places.length; line++) {
            dx.data()[dx.offset() + line * columns + places[line]] += dy.data()[dy.offset() + line];
        }
    }

    private static void slice(Operation.Slice slice, Tensor dy, Tensor dx, boolean add) {
        clearUnless(add, dx);
        Compute.copy(dy, dx.slice(slice.axis(), slice.from(), slice.to()), true);
    }

    private static void concat(int axis, Flow flow, Tensor dy) {
        int from = 0;
        for (int i = 0; i < flow.inputs(); i++) {
            int start = from;
            int end = from + flow.x(i).size(axis);
            flow.into(i, (dx, add) -> Compute.copy(dy.slice(axis, start, end), dx, add));
            from = end;
        }
    }

    /// A row that was taken several times gets the sum.
    private static void scatter(int[] rows, Tensor dy, Tensor dx, boolean add) {
        clearUnless(add, dx);
        int width = dx.size(-1);
        for (int i = 0; i < rows.length; i++) {
            int from = dy.offset() + i * width;
            int to = dx.offset() + rows[i] * width;
            for (int j = 0; j < width; j++) {
                dx.data()[to + j] += dy.data()[from + j];
            }
        }
    }

    private static void layerNorm(Operation.LayerNorm norm, Flow flow, Tensor dy) {
        Tensor x = flow.x(0);
        Tensor gain = flow.x(1);
        int columns = x.size(-1);
        flow.borrow(
                Shape.of(columns),
                dGain -> flow.borrow(Shape.of(columns), dBias -> {
                    flow.always(
                            0,
                            (dx, add) -> Rows.layerNormSlope(
                                    x.data(),
                                    x.offset(),
                                    gain.data(),
                                    gain.offset(),
                                    norm.moments().data(),
                                    dy.data(),
                                    dy.offset(),
                                    dx.data(),
                                    dx.offset(),
                                    dGain.data(),
                                    dBias.data(),
                                    x.shape().without(-1).count(),
                                    columns,
                                    add));
                    flow.into(1, (dx, add) -> Compute.copy(dGain, dx, add));
                    flow.into(2, (dx, add) -> Compute.copy(dBias, dx, add));
                }));
    }

    /// Of `−ln p[target]`, the slope in the logits is p less 1 at the target. Where the target is −1, p was
    /// set to 0.
    private static void crossEntropy(Operation.CrossEntropy entropy, float dy, Tensor dx, boolean add) {
        int columns = dx.size(-1);
        float share = dy / Math.max(1, entropy.counted());
        int[] targets = entropy.targets();
        Compute.affine(entropy.probabilities(), share, 0, dx, add);
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] >= 0) {
                dx.data()[dx.offset() + r * columns + targets[r]] -= share;
            }
        }
    }

    private static void selfAttention(Operation.SelfAttention attention, Flow flow, Tensor dy) {
        Heads[] in = Fused.heads(flow.x(0), attention.heads());
        Heads out = Fused.joined(dy, attention.heads());
        Consumer<Tensor> set = to -> {
            Heads[] slopes = Fused.heads(to, attention.heads());
            Attention.slope(in[0], in[1], in[2], attention.weights().data(), out, slopes[0], slopes[1], slopes[2]);
        };
        flow.into(0, (dx, add) -> {
            if (add) {
                flow.borrow(dx.shape(), set.andThen(slopes -> Compute.copy(slopes, dx, true)));
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

    private static void clearUnless(boolean add, Tensor x) {
        if (!add) {
            Arrays.fill(x.data(), x.offset(), x.offset() + x.count(), 0f);
        }
    }
}
