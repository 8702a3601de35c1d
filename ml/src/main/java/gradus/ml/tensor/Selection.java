package gradus.ml.tensor;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/// Elements of tensors chosen by index or by condition. Each function returns a new tensor and costs O(number
/// of elements).
public final class Selection {

    private Selection() {}

    /// The parts of `x` at `indices` along `axis`, in that order; an index may occur several times
    /// (`np.take`, `torch.index_select`, `tf.gather`). With axis 0, these are rows.
    ///
    /// The shape is that of `x`, with `indices.length` along `axis`. To take rows with their gradient, see
    /// `Variable#gather`.
    ///
    /// @param indices from 0 to the size along `axis` minus 1
    /// @throws IndexOutOfBoundsException if an index is out of range
    public static Tensor gather(Tensor x, int axis, int... indices) {
        Tensor result = Tensor.zeros(x.shape().withSize(axis, indices.length).sizes());
        gather(x, axis, indices, result);
        return result;
    }

    /// [#gather] into an existing contiguous tensor.
    public static void gather(Tensor x, int axis, int[] indices, Tensor result) {
        requireIndices(x.shape(), axis, indices);
        result.incrementVersion();
        Tensor from = x.isContiguous() ? x : x.copy();
        forEachPart(
                x.shape(),
                axis,
                indices,
                (whole, part, n) ->
                        System.arraycopy(from.data, from.offset + whole, result.data, result.offset + part, n));
    }

    /// Scatter-add (`torch.index_add_`, `np.add.at`), the reverse of [#gather]: adds the parts to those of
    /// `sums` at `indices` along `axis`. A part of `sums` whose index occurs several times gets their sum.
    ///
    /// @param parts shape of `sums` with `indices.length` along `axis`; contiguous, as is `sums`
    /// @throws IndexOutOfBoundsException if an index is out of range
    public static void scatterAdd(Tensor parts, int axis, int[] indices, Tensor sums) {
        requireIndices(sums.shape(), axis, indices);
        sums.incrementVersion();
        forEachPart(sums.shape(), axis, indices, (whole, part, n) -> {
            for (int i = 0; i < n; i++) {
                sums.data[sums.offset + whole + i] += parts.data[parts.offset + part + i];
            }
        });
    }

    /// The index of the first maximum along `axis` (`np.argmax`), or of the first NaN if there is one: for
    /// each combination of the other indices, in row-major order.
    ///
    /// @throws IllegalArgumentException if the size along `axis` is 0
    public static int[] argmax(Tensor x, int axis) {
        int along = x.shape().normaliseAxis(axis);
        int[] axisLast = new int[x.rank()];
        Arrays.setAll(axisLast, i -> i < along ? i : i + 1);
        axisLast[x.rank() - 1] = along;
        Tensor rows = x.transpose(axisLast).copy();
        return TensorOps.max(rows, Tensor.zeros(rows.shape().withSize(-1, 1).sizes()));
    }

    /// One-hot encoding (`F.one_hot`), shape `(n, classCount)`: row i is 1 at `classIndices[i]`, else 0.
    ///
    /// @param classIndices shape `(n)`, each from 0 to `classCount − 1`
    /// @throws IndexOutOfBoundsException if a class index is out of range
    public static Tensor oneHot(int[] classIndices, int classCount) {
        Tensor encoded = Tensor.zeros(classIndices.length, classCount);
        for (int i = 0; i < classIndices.length; i++) {
            encoded.set(1, i, classIndices[i]);
        }
        return encoded;
    }

    /// 1 for each element that satisfies `condition`, else 0, in the shape of `x`: `x > 0` in NumPy is
    /// `mask(x, each -> each > 0)`.
    public static Tensor mask(Tensor x, DoublePredicate condition) {
        Tensor mask = x.copy();
        for (int i = 0; i < mask.data.length; i++) {
            mask.data[i] = condition.test(mask.data[i]) ? 1 : 0;
        }
        return mask;
    }

    /// Elementwise choice (`np.where`, `torch.where`): the element of `a` where `mask` is not 0, else that of
    /// `b`. All three are broadcast. An element that is not chosen has no influence, even if it is NaN.
    ///
    /// @throws IllegalArgumentException if the shapes cannot be broadcast
    public static Tensor where(Tensor mask, Tensor a, Tensor b) {
        Tensor result = Tensor.zeros(
                mask.shape().broadcast(a.shape()).broadcast(b.shape()).sizes());
        where(mask, a, b, result, false);
        return result;
    }

    /// [#where] into an existing contiguous tensor of the broadcast shape, or added to it with `accumulate`.
    public static void where(Tensor mask, Tensor a, Tensor b, Tensor result, boolean accumulate) {
        Tensor chosen = b.broadcastTo(result.shape()).copy();
        float[] flags = mask.broadcastTo(result.shape()).toArray();
        float[] values = a.broadcastTo(result.shape()).toArray();
        for (int i = 0; i < flags.length; i++) {
            chosen.data[i] = flags[i] != 0 ? values[i] : chosen.data[i];
        }
        TensorOps.copy(chosen, result, accumulate);
    }

    private static void requireIndices(Shape shape, int axis, int... indices) {
        int size = shape.size(axis);
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= size) {
                throw new IndexOutOfBoundsException("index " + indices[i] + " at position " + i
                        + " is out of range: shape " + shape + " has size " + size + " along axis " + axis);
            }
        }
    }

    /// Calls `body` for each run of elements that lie next to each other both in `whole` and in its parts at
    /// `indices`.
    private static void forEachPart(Shape whole, int axis, int[] indices, PartBody body) {
        int along = whole.normaliseAxis(axis);
        int n = 1;
        for (int i = along + 1; i < whole.rank(); i++) {
            n *= whole.size(i);
        }
        int size = whole.size(along);
        int blocks = n == 0 || size == 0 ? 0 : whole.elementCount() / n / size;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < indices.length; i++) {
                body.part((block * size + indices[i]) * n, (block * indices.length + i) * n, n);
            }
        }
    }

    @FunctionalInterface
    private interface PartBody {
        void part(int whole, int part, int n);
    }
}
