package gradus.ml.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Shape of a tensor: its size along each axis, such as `(2, 3)`. A scalar has no axes and the shape `()`.
/// Sizes may be 0; the tensor is then empty.
///
/// A shape is immutable. As in NumPy and PyTorch, negative axes count from the end: −1 is the last axis.
public final class Shape {

    private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    private final int[] sizes;

    private Shape(int[] sizes) {
        this.sizes = sizes;
    }

    /// The shape with these sizes.
    ///
    /// @throws IllegalArgumentException if a size is negative, or the sizes multiply to more than 2³¹ − 9
    ///     elements, the limit of an array
    public static Shape of(int... sizes) {
        long count = 1;
        boolean negative = false;
        for (int size : sizes) {
            negative |= size < 0;
            // Once it is too large, only a size of 0 makes it small again.
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        if (negative || count > MAX_ELEMENTS) {
            throw new IllegalArgumentException(
                    "sizes must be at least 0 and multiply to at most 2^31 - 9 elements, got " + format(sizes));
        }
        return new Shape(sizes.clone());
    }

    /// The shape with these sizes for as many elements as this one has. One size may be −1: it is inferred
    /// from the others.
    ///
    /// @throws IllegalArgumentException if the number of elements would differ, or the other sizes do not
    ///     determine the one that is −1
    Shape reshaped(int... sizes) {
        int[] resolved = sizes.clone();
        long known = 1;
        int inferred = -1;
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] == -1 && inferred < 0) {
                inferred = i;
            } else {
                known = Math.min(known * resolved[i], Integer.MAX_VALUE);
            }
        }
        boolean ambiguous = inferred >= 0 && known == 0;
        if (inferred >= 0 && known > 0) {
            resolved[inferred] = (int) (elementCount() / known);
        }
        if (ambiguous || of(resolved).elementCount() != elementCount()) {
            throw new IllegalArgumentException("cannot reshape " + this + " to " + Arrays.toString(sizes)
                    + ": the number of elements must stay " + elementCount()
                    + (ambiguous ? ", and next to a size of 0, -1 could be any size" : ""));
        }
        return of(resolved);
    }

    /// Rank: the number of axes (`ndim` in NumPy). Not the rank of a matrix.
    public int rank() {
        return sizes.length;
    }

    /// The size along `axis`; −1 is the last axis, −2 the one before it.
    ///
    /// @throws IllegalArgumentException if there is no such axis
    public int size(int axis) {
        return sizes[normaliseAxis(axis)];
    }

    /// Number of elements: the product of all sizes (`numel` in PyTorch). 1 for a scalar.
    public int elementCount() {
        int count = 1;
        for (int size : sizes) {
            count *= size;
        }
        return count;
    }

    /// A copy of the sizes.
    public int[] sizes() {
        return sizes.clone();
    }

    /// The axis as an index from 0 to rank − 1: a negative `axis` counts from the end.
    ///
    /// @throws IllegalArgumentException if there is no such axis
    public int normaliseAxis(int axis) {
        int counted = axis < 0 ? axis + sizes.length : axis;
        if (counted < 0 || counted >= sizes.length) {
            throw new IllegalArgumentException(
                    "axis " + axis + " is out of range for shape " + this + " of rank " + sizes.length);
        }
        return counted;
    }

    /// A permutation of the axes, each as an index from 0; without arguments, the one that swaps the last two
    /// axes, or leaves a single axis where it is.
    ///
    /// @throws IllegalArgumentException if `axes` does not name each axis exactly once
    public int[] permutation(int... axes) {
        int[] permutation = new int[rank()];
        for (int i = 0; i < rank(); i++) {
            permutation[i] = i;
        }
        if (axes.length == 0) {
            if (rank() >= 2) {
                permutation[rank() - 1] = rank() - 2;
                permutation[rank() - 2] = rank() - 1;
            }
            return permutation;
        }
        boolean[] seen = new boolean[rank()];
        for (int i = 0; i < axes.length && axes.length == rank(); i++) {
            permutation[i] = normaliseAxis(axes[i]);
            seen[permutation[i]] = true;
        }
        for (boolean each : seen) {
            if (!each) {
                throw new IllegalArgumentException(
                        "axes must name each axis of shape " + this + " once, got " + Arrays.toString(axes));
            }
        }
        return permutation;
    }

    /// This shape with the size along `axis` replaced by `size`.
    public Shape withSize(int axis, int size) {
        int[] changed = sizes.clone();
        changed[normaliseAxis(axis)] = size;
        return of(changed);
    }

    /// This shape without `axis`.
    public Shape without(int axis) {
        int removed = normaliseAxis(axis);
        int[] rest = new int[sizes.length - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = sizes[i < removed ? i : i + 1];
        }
        return of(rest);
    }

    /// Broadcasting: the shape of an elementwise operation on tensors of this shape and of `other`. Compared
    /// from the last axis on, two sizes must be equal, or one of them 1 or missing; that one is repeated.
    /// This is the rule of NumPy and PyTorch.
    ///
    /// @throws IllegalArgumentException if the shapes are not compatible, or the result has too many elements
    public Shape broadcast(Shape other) {
        if (!isBroadcastableWith(other)) {
            throw new IllegalArgumentException("cannot broadcast shapes " + this + " and " + other
                    + ": from the last axis on, sizes must be equal or 1");
        }
        int[] both = new int[Math.max(rank(), other.rank())];
        for (int i = 1; i <= both.length; i++) {
            both[both.length - i] = sizeOrOne(i) == 1 ? other.sizeOrOne(i) : sizeOrOne(i);
        }
        return of(both);
    }

    /// Whether [#broadcast] accepts `other`.
    boolean isBroadcastableWith(Shape other) {
        for (int i = 1; i <= Math.min(rank(), other.rank()); i++) {
            if (size(-i) != other.size(-i) && size(-i) != 1 && other.size(-i) != 1) {
                return false;
            }
        }
        return true;
    }

    /// Checks that `index` is the index of an element.
    ///
    /// @throws IndexOutOfBoundsException if it is not
    void requireIndex(int... index) {
        if (index.length != sizes.length) {
            throw new IndexOutOfBoundsException(
                    "an index needs one coordinate per axis of shape " + this + ", got " + index.length);
        }
        for (int i = 0; i < index.length; i++) {
            if (index[i] < 0 || index[i] >= sizes[i]) {
                throw new IndexOutOfBoundsException(
                        "index " + Arrays.toString(index) + " is out of range for shape " + this);
            }
        }
    }

    /// The size of the `i`th axis from the end, counted from 1; 1 if there is no such axis.
    private int sizeOrOne(int i) {
        return i <= rank() ? size(-i) : 1;
    }

    /// Row-major (C-order) strides: along each axis, the distance in the array from an element to the next.
    int[] strides() {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= sizes[i];
        }
        return strides;
    }

    /// Whether these strides put the elements in row-major order without gaps.
    boolean isContiguous(int... strides) {
        int expected = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            if (sizes[i] != 1 && strides[i] != expected) {
                return false;
            }
            expected *= sizes[i];
        }
        return true;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Shape other && Arrays.equals(sizes, other.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /// Such as `(2, 3)`.
    @Override
    public String toString() {
        return format(sizes);
    }

    private static String format(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
