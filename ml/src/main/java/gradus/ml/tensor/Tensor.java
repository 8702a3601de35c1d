package gradus.ml.tensor;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import java.util.Arrays;

/// Tensor: a multidimensional array of `float` (`torch.Tensor`, `np.ndarray`). It is a view of a flat array:
/// the element at index `(i, j, …)` is `data[offset + i·stride₀ + j·stride₁ + …]`.
///
/// - **Views.** [#transpose], [#slice], [#broadcastTo] and, for a contiguous tensor, [#reshape] copy nothing:
///   the result shares its elements with this tensor, so a write through one is visible through the other. In
///   a broadcast view, several indices refer to the same element. The other operations return a new tensor
///   and cost O(number of elements), unless stated otherwise.
/// - **Broadcasting.** Elementwise operations on two tensors broadcast their shapes, see [Shape#broadcast].
/// - **Mutable.** Unlike the vectors and matrices of `gradus.ml.linalg`, a tensor can be written to: a
///   training step changes millions of weights, and copies would cost more than the arithmetic.
/// - **Unlike in PyTorch,** elements are always `float`, [#sum] keeps the summed axis with size 1, and
///   [#matmul] needs at least two axes.
public final class Tensor {

    final float[] data;
    final int offset;
    final int[] strides;
    private final Shape shape;
    private final Version version;

    private Tensor(float[] data, int offset, Shape shape, int[] strides, Version version) {
        this.data = data;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
        this.version = version;
    }

    /// A tensor with a copy of `values`, in row-major order.
    ///
    /// @throws IllegalArgumentException if the number of values is not that of the shape
    public static Tensor of(float[] values, int... shape) {
        return wrap(values.clone(), Shape.of(shape));
    }

    /// A tensor that shares memory with `data`, in row-major order (`torch.from_numpy`).
    ///
    /// @throws IllegalArgumentException if the length of `data` is not the number of elements of the shape
    public static Tensor wrap(float[] data, Shape shape) {
        if (data.length != shape.elementCount()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " needs " + shape.elementCount() + " elements, got " + data.length);
        }
        return new Tensor(data, 0, shape, shape.strides(), new Version());
    }

    /// A scalar: one number, shape `()`.
    public static Tensor scalar(float value) {
        return wrap(new float[] {value}, Shape.of());
    }

    /// A tensor of zeros.
    public static Tensor zeros(int... shape) {
        Shape tensorShape = Shape.of(shape);
        return wrap(new float[tensorShape.elementCount()], tensorShape);
    }

    /// A tensor with all elements equal to `value`.
    public static Tensor full(float value, int... shape) {
        Tensor full = zeros(shape);
        Arrays.fill(full.data, value);
        return full;
    }

    /// Independent draws from a normal distribution with mean 0.
    ///
    /// @throws IllegalArgumentException if the standard deviation is negative or not finite
    public static Tensor normal(Rng rng, double standardDeviation, int... shape) {
        if (!(standardDeviation >= 0 && standardDeviation <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "standardDeviation must be finite and at least 0, got " + standardDeviation);
        }
        Tensor drawn = zeros(shape);
        for (int i = 0; i < drawn.data.length; i++) {
            drawn.data[i] = (float) (standardDeviation * rng.gaussian());
        }
        return drawn;
    }

    /// The shape.
    public Shape shape() {
        return shape;
    }

    /// Rank: the number of axes (`ndim`).
    public int rank() {
        return shape.rank();
    }

    /// The size along an axis; −1 is the last axis.
    public int size(int axis) {
        return shape.size(axis);
    }

    /// Number of elements (`numel`).
    public int elementCount() {
        return shape.elementCount();
    }

    /// The element at an index, one coordinate for each axis.
    ///
    /// @throws IndexOutOfBoundsException if the number of coordinates is not the rank, or one is out of range
    public float get(int... index) {
        return data[flatIndex(index)];
    }

    /// Sets the element at an index to `value`; throws as [#get] does.
    public void set(float value, int... index) {
        data[flatIndex(index)] = value;
        version.increment();
    }

    /// The element of a tensor that has exactly one.
    ///
    /// @throws IllegalArgumentException if the number of elements is not 1
    public float item() {
        if (elementCount() != 1) {
            throw new IllegalArgumentException("item needs a tensor with 1 element, got shape " + shape);
        }
        return data[offset];
    }

    /// A copy of the elements, in row-major order.
    public float[] toArray() {
        return Arrays.copyOf(copy().data, elementCount());
    }

    /// The underlying array, not a copy. The first element is at index [#offset]. After a write to it, call
    /// [#incrementVersion].
    public float[] data() {
        return data;
    }

    /// Version: how often [#set] and [TensorOps] have written to this tensor, or to a view of the same array
    /// (`_version` in PyTorch). It tells a backward pass whether the elements are still those of the forward
    /// pass.
    public int version() {
        return version.count();
    }

    /// Counts a write that was made to [#data] itself, as an optimiser does.
    public void incrementVersion() {
        version.increment();
    }

    /// Index of the first element in [#data].
    public int offset() {
        return offset;
    }

    /// Whether the tensor is contiguous: its elements lie in row-major order without gaps.
    public boolean isContiguous() {
        return shape.isContiguous(strides);
    }

    /// A contiguous copy with an array of its own (`clone` in PyTorch).
    public Tensor copy() {
        Tensor copy = zeros(shape.sizes());
        TensorOps.copy(this, copy, false);
        return copy;
    }

    /// The same elements, in row-major order, under another shape: a view if this tensor is contiguous, else
    /// a copy. One size may be −1: it is inferred from the others.
    ///
    /// @throws IllegalArgumentException if the number of elements would change, or −1 could be any size
    ///     because another size is 0
    public Tensor reshape(int... sizes) {
        Shape other = shape.reshaped(sizes);
        return isContiguous() ? view(offset, other, other.strides()) : wrap(copy().data, other);
    }

    /// A view with the axes permuted: axis i of the result is axis `axes[i]`. By default, swaps the last two;
    /// a tensor with fewer than two axes then stays as it is.
    ///
    /// @throws IllegalArgumentException if `axes` is no permutation
    public Tensor transpose(int... axes) {
        int[] permutation = shape.permutation(axes);
        int[] sizes = new int[rank()];
        int[] reordered = new int[rank()];
        for (int i = 0; i < permutation.length; i++) {
            sizes[i] = shape.size(permutation[i]);
            reordered[i] = strides[permutation[i]];
        }
        return view(offset, Shape.of(sizes), reordered);
    }

    /// A view of the elements whose index along `axis` is from `from` to `to − 1`, `x[from:to]` in NumPy.
    ///
    /// @throws IndexOutOfBoundsException unless `0 ≤ from ≤ to ≤` the size along `axis`
    public Tensor slice(int axis, int from, int to) {
        int along = shape.normaliseAxis(axis);
        if (from < 0 || to < from || to > shape.size(along)) {
            throw new IndexOutOfBoundsException("cannot slice from " + from + " to " + to + " along axis " + axis
                    + " of shape " + shape + ": need 0 <= from <= to <= " + shape.size(along));
        }
        Shape sliced = shape.withSize(along, to - from);
        return view(sliced.elementCount() == 0 ? offset : offset + from * strides[along], sliced, strides);
    }

    /// A view broadcast to `target` (PyTorch's `expand`): axes of size 1 and missing axes are repeated.
    ///
    /// @throws IllegalArgumentException if this shape cannot be broadcast to `target`
    public Tensor broadcastTo(Shape target) {
        if (!shape.broadcast(target).equals(target)) {
            throw new IllegalArgumentException("cannot broadcast shape " + shape + " to " + target);
        }
        int[] repeated = new int[target.rank()];
        for (int i = 1; i <= rank(); i++) {
            repeated[target.rank() - i] = shape.size(-i) == 1 ? 0 : strides[rank() - i];
        }
        return view(offset, target, repeated);
    }

    /// Elementwise sum, with broadcasting.
    public Tensor plus(Tensor other) {
        return zip(BinaryFunction.PLUS, other);
    }

    /// Elementwise difference, this minus `other`, with broadcasting.
    public Tensor minus(Tensor other) {
        return zip(BinaryFunction.MINUS, other);
    }

    /// Elementwise (Hadamard) product, with broadcasting; [#matmul] is the matrix product.
    public Tensor times(Tensor other) {
        return zip(BinaryFunction.TIMES, other);
    }

    /// Elementwise quotient, this divided by `other`, with broadcasting.
    public Tensor dividedBy(Tensor other) {
        return zip(BinaryFunction.DIVIDE, other);
    }

    /// `f` of each pair of elements, with broadcasting.
    public Tensor zip(BinaryFunction f, Tensor other) {
        Tensor result = zeros(shape.broadcast(other.shape).sizes());
        TensorOps.zip(f, this, other, result, false);
        return result;
    }

    /// `f` of each element.
    public Tensor map(UnaryFunction f) {
        Tensor result = zeros(shape.sizes());
        TensorOps.map(f, this, result);
        return result;
    }

    /// `factor·x + term` for each element x.
    public Tensor affine(float factor, float term) {
        Tensor result = zeros(shape.sizes());
        TensorOps.affine(this, factor, term, result, false);
        return result;
    }

    /// The sums along `axis`, which is kept with size 1 (`keepdim=True` in PyTorch).
    public Tensor sum(int axis) {
        Tensor result = zeros(shape.withSize(axis, 1).sizes());
        TensorOps.sumTo(this, result, false);
        return result;
    }

    /// Batched matrix product: `(…, m, k)` times `(…, k, n)` gives `(…, m, n)`. The batch axes, those before
    /// the last two, are broadcast. O(m·k·n) for each matrix.
    ///
    /// @throws IllegalArgumentException if a rank is below 2, or sizes or batch axes do not match
    public Tensor matmul(Tensor other) {
        Tensor result = zeros(TensorOps.matmulShape(shape, other.shape).sizes());
        TensorOps.matmul(this, other, result, false);
        return result;
    }

    /// The shape, and the elements if there are at most 32.
    @Override
    public String toString() {
        return "tensor " + shape + (elementCount() <= 32 ? " " + Arrays.toString(toArray()) : "");
    }

    private Tensor view(int from, Shape other, int[] otherStrides) {
        return new Tensor(data, from, other, otherStrides, version);
    }

    private int flatIndex(int[] index) {
        shape.requireIndex(index);
        int flatIndex = offset;
        for (int i = 0; i < index.length; i++) {
            flatIndex += index[i] * strides[i];
        }
        return flatIndex;
    }
}
