package gradus.ml.tensor;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import java.util.Arrays;

/// An array of `float` under a shape: the number at index `(i, j, …)` is `data[offset + i·stride₀ +
/// j·stride₁ + …]`.
///
/// [#reshape], [#transpose], [#slice] and [#broadcastTo] give another view of the same numbers, at no cost:
/// what is written through one is seen through the other. Everything else gives a new tensor and costs
/// O(numbers), unless said otherwise. Numbers meet by the rule of [Shape#broadcast].
///
/// Unlike the vectors and matrices of `gradus.ml.linalg`, a tensor can be written to: networks change
/// millions of numbers at each step, and copies would cost more than the arithmetic.
public final class Tensor {

    final float[] data;
    final int offset;
    final int[] strides;
    private final Shape shape;

    Tensor(float[] data, int offset, Shape shape, int[] strides) {
        this.data = data;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
    }

    /// The tensor with these numbers, row after row, which are copied.
    ///
    /// @throws IllegalArgumentException if the shape holds more or fewer
    public static Tensor of(float[] values, int... shape) {
        return wrap(values.clone(), Shape.of(shape));
    }

    /// A view of `data`, which is not copied: what is written to one is seen in the other.
    ///
    /// @throws IllegalArgumentException if the shape holds more or fewer numbers
    public static Tensor wrap(float[] data, Shape shape) {
        if (data.length != shape.elementCount()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " holds " + shape.elementCount() + " numbers, got " + data.length);
        }
        return new Tensor(data, 0, shape, shape.strides());
    }

    /// A single number, of shape `()`.
    public static Tensor scalar(float value) {
        return wrap(new float[] {value}, Shape.of());
    }

    /// Zeros.
    public static Tensor zeros(int... shape) {
        Shape whole = Shape.of(shape);
        return wrap(new float[whole.elementCount()], whole);
    }

    /// One number throughout.
    public static Tensor full(float value, int... shape) {
        Tensor full = zeros(shape);
        Arrays.fill(full.data, value);
        return full;
    }

    /// Numbers from a normal distribution with mean 0.
    public static Tensor normal(Rng rng, double standardDeviation, int... shape) {
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

    /// The number of axes.
    public int rank() {
        return shape.rank();
    }

    /// The size along an axis; −1 is the last.
    public int size(int axis) {
        return shape.size(axis);
    }

    /// How many numbers there are.
    public int elementCount() {
        return shape.elementCount();
    }

    /// The number at an index, one coordinate for each axis.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public float get(int... index) {
        return data[flatIndex(index)];
    }

    /// Puts `value` at an index.
    ///
    /// @throws IndexOutOfBoundsException if there is no such place
    public void set(float value, int... index) {
        data[flatIndex(index)] = value;
    }

    /// The only number of a tensor that has one.
    ///
    /// @throws IllegalArgumentException if it has more or none
    public float item() {
        if (elementCount() != 1) {
            throw new IllegalArgumentException("only a tensor of one number is an item, got shape " + shape);
        }
        return data[offset];
    }

    /// The numbers, row after row, as a copy.
    public float[] toArray() {
        return Arrays.copyOf(copy().data, elementCount());
    }

    /// The array in which the numbers lie, from index [#offset] on; not a copy.
    public float[] data() {
        return data;
    }

    /// Where in [#data] the first number lies.
    public int offset() {
        return offset;
    }

    /// Whether the numbers lie row after row without a gap.
    public boolean isContiguous() {
        int expected = 1;
        for (int i = rank() - 1; i >= 0; i--) {
            if (shape.size(i) != 1 && strides[i] != expected) {
                return false;
            }
            expected *= shape.size(i);
        }
        return true;
    }

    /// A tensor with the same numbers in an array of its own.
    public Tensor copy() {
        Tensor copy = zeros(shape.sizes());
        TensorOps.copy(this, copy, false);
        return copy;
    }

    /// The same numbers, row after row, under another shape: a view where they lie so, else a copy. One
    /// size may be −1: it is what is left over.
    ///
    /// @throws IllegalArgumentException if the shape holds more or fewer numbers
    public Tensor reshape(int... sizes) {
        int[] resolved = sizes.clone();
        int known = 1;
        int inferred = -1;
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] == -1 && inferred < 0) {
                inferred = i;
            } else {
                known *= resolved[i];
            }
        }
        if (inferred >= 0) {
            resolved[inferred] = known == 0 ? 0 : elementCount() / known;
        }
        Shape other = Shape.of(resolved);
        if (other.elementCount() != elementCount()) {
            throw new IllegalArgumentException("shape " + shape + " holds " + elementCount()
                    + " numbers, which do not fit shape " + Arrays.toString(sizes) + "; keep their number");
        }
        return isContiguous() ? new Tensor(data, offset, other, other.strides()) : wrap(copy().data, other);
    }

    /// A view with the axes in another order: axis i of the result is axis `axes[i]` of this. Without
    /// arguments, the last two change places.
    ///
    /// @throws IllegalArgumentException if `axes` does not name each axis once
    public Tensor transpose(int... axes) {
        int[] permutation = shape.permutation(axes);
        int[] sizes = new int[rank()];
        int[] reordered = new int[rank()];
        for (int i = 0; i < permutation.length; i++) {
            sizes[i] = shape.size(permutation[i]);
            reordered[i] = strides[permutation[i]];
        }
        return new Tensor(data, offset, Shape.of(sizes), reordered);
    }

    /// A view of the numbers whose coordinate along `axis` is from `from` to `to − 1`.
    ///
    /// @throws IndexOutOfBoundsException if there are no such coordinates
    public Tensor slice(int axis, int from, int to) {
        int along = shape.normaliseAxis(axis);
        if (from < 0 || to < from || to > shape.size(along)) {
            throw new IndexOutOfBoundsException(
                    "no coordinates " + from + " to " + (to - 1) + " along axis " + axis + " of shape " + shape);
        }
        return new Tensor(data, offset + from * strides[along], shape.withSize(along, to - from), strides);
    }

    /// A view in which axes of size 1 and missing axes are repeated until the shape is `target`.
    ///
    /// @throws IllegalArgumentException if they cannot be
    public Tensor broadcastTo(Shape target) {
        if (!shape.broadcast(target).equals(target)) {
            throw new IllegalArgumentException("shape " + shape + " cannot be repeated to shape " + target);
        }
        int[] repeated = new int[target.rank()];
        for (int i = 1; i <= rank(); i++) {
            repeated[target.rank() - i] = shape.size(-i) == 1 ? 0 : strides[rank() - i];
        }
        return new Tensor(data, offset, target, repeated);
    }

    /// The sum of both, number by number.
    public Tensor plus(Tensor other) {
        return zip(BinaryFunction.PLUS, other);
    }

    /// This less `other`, number by number.
    public Tensor minus(Tensor other) {
        return zip(BinaryFunction.MINUS, other);
    }

    /// The product of both, number by number; [#matmul] is the product of matrices.
    public Tensor times(Tensor other) {
        return zip(BinaryFunction.TIMES, other);
    }

    /// This divided by `other`, number by number.
    public Tensor dividedBy(Tensor other) {
        return zip(BinaryFunction.DIVIDE, other);
    }

    /// `f` of the numbers of both, pair by pair.
    public Tensor zip(BinaryFunction f, Tensor other) {
        Tensor result = zeros(shape.broadcast(other.shape).sizes());
        TensorOps.zip(f, this, other, result, false);
        return result;
    }

    /// `f` of each number.
    public Tensor map(UnaryFunction f) {
        Tensor result = zeros(shape.sizes());
        TensorOps.map(f, this, result);
        return result;
    }

    /// `factor·x + term` for each number x.
    public Tensor affine(float factor, float term) {
        Tensor result = zeros(shape.sizes());
        TensorOps.affine(this, factor, term, result, false);
        return result;
    }

    /// The sums along `axis`, which stays with size 1.
    public Tensor sum(int axis) {
        Tensor result = zeros(shape.withSize(axis, 1).sizes());
        TensorOps.sumTo(this, result, false);
        return result;
    }

    /// The product of matrices `(…, m, k)` and `(…, k, n)`, shape `(…, m, n)`; axes before the last two
    /// meet by the rule of [Shape#broadcast]. O(m·k·n) each.
    ///
    /// @throws IllegalArgumentException if the inner sizes differ, with both shapes
    public Tensor matmul(Tensor other) {
        Tensor result = zeros(TensorOps.matmulShape(shape, other.shape).sizes());
        TensorOps.matmul(this, other, result, false);
        return result;
    }

    /// The shape and, where they are few, the numbers.
    @Override
    public String toString() {
        return "tensor " + shape + (elementCount() <= 32 ? " " + Arrays.toString(toArray()) : "");
    }

    private int flatIndex(int[] index) {
        if (index.length != rank()) {
            throw new IndexOutOfBoundsException(
                    "an index has one coordinate for each axis, got " + index.length + " for shape " + shape);
        }
        int flatIndex = offset;
        for (int i = 0; i < index.length; i++) {
            if (index[i] < 0 || index[i] >= shape.size(i)) {
                throw new IndexOutOfBoundsException("no index " + Arrays.toString(index) + " in shape " + shape);
            }
            flatIndex += index[i] * strides[i];
        }
        return flatIndex;
    }
}
