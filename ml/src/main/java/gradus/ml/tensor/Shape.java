package gradus.ml.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Shape of a tensor: its size along each axis, such as `(2, 3)`. A scalar has no axes and the shape `()`.
/// Sizes may be 0; the tensor is then empty.
///
/// A shape is immutable. As in NumPy and PyTorch, negative axes count from the end: −1 is the last axis.
public final class Shape {

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
        for (int size : sizes) {
            count *= size;
            if (size < 0 || count > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "sizes must be at least 0 and multiply to at most 2^31 - 9 elements, got " + format(sizes));
            }
        }
        return new Shape(sizes.clone());
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
    /// axes.
    ///
    /// @throws IllegalArgumentException if `axes` does not name each axis exactly once; without arguments, if
    ///     the rank is 1
    public int[] permutation(int... axes) {
        int[] permutation = new int[rank()];
        for (int i = 0; i < rank(); i++) {
            permutation[i] = i;
        }
        if (axes.length == 0 && rank() >= 2) {
            permutation[rank() - 1] = rank() - 2;
            permutation[rank() - 2] = rank() - 1;
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
