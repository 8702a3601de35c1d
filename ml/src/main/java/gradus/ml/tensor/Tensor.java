package gradus.ml.tensor;

import gradus.ml.kernel.Binary;
import gradus.ml.kernel.Unary;
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
        return over(values.clone(), Shape.of(shape));
    }

    /// A view of `data`, which is not copied: what is written to one is seen in the other.
    ///
    /// @throws IllegalArgumentException if the shape holds more or fewer numbers
    public static Tensor over(float[] data, Shape shape) {
        if (data.length != shape.count()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " holds " + shape.count() + " numbers, got " + data.length);
        }
        return new Tensor(data, 0, shape, shape.strides());
    }

    /// A single number, of shape `()`.
    public static Tensor scalar(float value) {
        return over(new float[] {value}, Shape.of());
    }

    /// Zeros.
    public static Tensor zeros(int... shape) {
        Shape whole = Shape.of(shape);
        return over(new float[whole.count()], whole);
    }

    /// One number throughout.
    public static Tensor full(float value, int... shape) {
        Tensor full = zeros(shape);
        Arrays.fill(full.data, value);
        return full;
    }

    /// Numbers from a normal distribution with mean 0.
    public static Tensor normal(Rng rng, double deviation, int... shape) {
        Tensor drawn = zeros(shape);
        for (int i = 0; i < drawn.data.length; i++) {
            drawn.data[i] = (float) (deviation * rng.gaussian());
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
    public int count() {
        return shape.count();
    }

    /// The number at an index, one coordinate for each axis.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public float get(int... index) {
        return data[place(index)];
    }

    /// Puts `value` at an index.
    ///
    /// @throws IndexOutOfBoundsException if there is no such place
    public void set(float value, int... index) {
        data[place(index)] = value;
    }

    /// The only number of a tensor that has one.
    ///
    /// @throws IllegalArgumentException if it has more or none
    public float item() {
        if (count() != 1) {
            throw new IllegalArgumentException("only a tensor of one number is an item, got shape " + shape);
        }
        return data[offset];
    }

    /// The numbers, row after row, as a copy.
    public float[] toArray() {
        return Arrays.copyOf(copy().data, count());
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
        Compute.copy(this, copy, false);
        return copy;
    }

    /// The same numbers, row after row, under another shape: a view where they lie so, else a copy. One
    /// size may be −1: it is what is left over.
    ///
    /// @throws IllegalArgumentException if the shape holds more or fewer numbers
    public Tensor reshape(int... sizes) {
        int[] asked = sizes.clone();
        int rest = 1;
        int open = -1;
        for (int i = 0; i < asked.length; i++) {
            if (asked[i] == -1 && open < 0) {
                open = i;
            } else {
                rest *= asked[i];
            }
        }
        if (open >= 0) {
            asked[open] = rest == 0 ? 0 : count() / rest;
        }
        Shape other = Shape.of(asked);
        if (other.count() != count()) {
            throw new IllegalArgumentException("shape " + shape + " holds " + count()
                    + " numbers, which do not fit shape " + Arrays.toString(sizes) + "; keep their number");
        }
        return isContiguous() ? new Tensor(data, offset, other, other.strides()) : over(copy().data, other);
    }

    /// A view with the axes in another order: axis i of the result is axis `axes[i]` of this. Without
    /// arguments, the last two change places.
    ///
    /// @throws IllegalArgumentException if `axes` does not name each axis once
    public Tensor transpose(int... axes) {
        int[] order = shape.order(axes);
        int[] sizes = new int[rank()];
        int[] reordered = new int[rank()];
        for (int i = 0; i < order.length; i++) {
            sizes[i] = shape.size(order[i]);
            reordered[i] = strides[order[i]];
        }
        return new Tensor(data, offset, Shape.of(sizes), reordered);
    }

    /// A view of the numbers whose coordinate along `axis` is from `from` to `to − 1`.
    ///
    /// @throws IndexOutOfBoundsException if there are no such coordinates
    public Tensor slice(int axis, int from, int to) {
        int along = shape.axis(axis);
        if (from < 0 || to < from || to > shape.size(along)) {
            throw new IndexOutOfBoundsException(
                    "no coordinates " + from + " to " + (to - 1) + " along axis " + axis + " of shape " + shape);
        }
        return new Tensor(data, offset + from * strides[along], shape.with(along, to - from), strides);
    }

    /// A view in which axes of size 1 and missing axes are repeated until the shape is `wide`.
    ///
    /// @throws IllegalArgumentException if they cannot be
    public Tensor broadcastTo(Shape wide) {
        if (!shape.broadcast(wide).equals(wide)) {
            throw new IllegalArgumentException("shape " + shape + " cannot be repeated to shape " + wide);
        }
        int[] repeated = new int[wide.rank()];
        for (int i = 1; i <= rank(); i++) {
            repeated[wide.rank() - i] = shape.size(-i) == 1 ? 0 : strides[rank() - i];
        }
        return new Tensor(data, offset, wide, repeated);
    }

    /// The sum of both, number by number.
    public Tensor plus(Tensor other) {
        return zip(Binary.PLUS, other);
    }

    /// This less `other`, number by number.
    public Tensor minus(Tensor other) {
        return zip(Binary.MINUS, other);
    }

    /// The product of both, number by number; [#matmul] is the product of matrices.
    public Tensor times(Tensor other) {
        return zip(Binary.TIMES, other);
    }

    /// This divided by `other`, number by number.
    public Tensor divide(Tensor other) {
        return zip(Binary.DIVIDE, other);
    }

    /// `f` of the numbers of both, pair by pair.
    public Tensor zip(Binary f, Tensor other) {
        Tensor result = zeros(shape.broadcast(other.shape).sizes());
        Compute.zip(f, this, other, result, false);
        return result;
    }

    /// `f` of each number.
    public Tensor map(Unary f) {
        Tensor result = zeros(shape.sizes());
        Compute.map(f, this, result);
        return result;
    }

    /// `factor·x + term` for each number x.
    public Tensor affine(float factor, float term) {
        Tensor result = zeros(shape.sizes());
        Compute.affine(this, factor, term, result, false);
        return result;
    }

    /// The sums along `axis`, which stays with size 1.
    public Tensor sum(int axis) {
        Tensor result = zeros(shape.with(axis, 1).sizes());
        Compute.sumTo(this, result, false);
        return result;
    }

    /// The product of matrices `(…, m, k)` and `(…, k, n)`, shape `(…, m, n)`; axes before the last two
    /// meet by the rule of [Shape#broadcast]. O(m·k·n) each.
    ///
    /// @throws IllegalArgumentException if the inner sizes differ, with both shapes
    public Tensor matmul(Tensor other) {
        Tensor result = zeros(Compute.productShape(shape, other.shape).sizes());
        Compute.matmul(this, other, result, false);
        return result;
    }

    /// The shape and, where they are few, the numbers.
    @Override
    public String toString() {
        return "tensor " + shape + (count() <= 32 ? " " + Arrays.toString(toArray()) : "");
    }

    private int place(int[] index) {
        if (index.length != rank()) {
            throw new IndexOutOfBoundsException(
                    "an index has one coordinate for each axis, got " + index.length + " for shape " + shape);
        }
        int place = offset;
        for (int i = 0; i < index.length; i++) {
            if (index[i] < 0 || index[i] >= shape.size(i)) {
                throw new IndexOutOfBoundsException("no index " + Arrays.toString(index) + " in shape " + shape);
            }
            place += index[i] * strides[i];
        }
        return place;
    }
}
