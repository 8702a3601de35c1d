package gradus.ml.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How many numbers a tensor has along each of its axes, as in `(2, 3)`. A shape without axes, `()`, is
/// that of a single number. Sizes may be 0.
public final class Shape {

    private final int[] sizes;

    private Shape(int[] sizes) {
        this.sizes = sizes;
    }

    /// The shape with these sizes.
    ///
    /// @throws IllegalArgumentException if a size is negative, or the numbers are more than an array can
    ///     hold
    public static Shape of(int... sizes) {
        long count = 1;
        for (int size : sizes) {
            count *= size;
            if (size < 0 || count > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "sizes are 0 or more and hold at most 2^31 numbers, got " + format(sizes));
            }
        }
        return new Shape(sizes.clone());
    }

    /// The number of axes.
    public int rank() {
        return sizes.length;
    }

    /// The size along `axis`; −1 is the last, −2 the last but one.
    ///
    /// @throws IllegalArgumentException if there is no such axis
    public int size(int axis) {
        return sizes[normaliseAxis(axis)];
    }

    /// How many numbers there are: the product of all sizes.
    public int elementCount() {
        int count = 1;
        for (int size : sizes) {
            count *= size;
        }
        return count;
    }

    /// The sizes, as a copy.
    public int[] sizes() {
        return sizes.clone();
    }

    /// `axis` counted from the front.
    ///
    /// @throws IllegalArgumentException if there is no such axis
    public int normaliseAxis(int axis) {
        int counted = axis < 0 ? axis + sizes.length : axis;
        if (counted < 0 || counted >= sizes.length) {
            throw new IllegalArgumentException("no axis " + axis + " in shape " + this);
        }
        return counted;
    }

    /// `axes`, each counted from the front; without any, all axes with the last two changed over.
    ///
    /// @throws IllegalArgumentException if they do not name each axis once
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
                        "an order names each axis of shape " + this + " once, got " + Arrays.toString(axes));
            }
        }
        return permutation;
    }

    /// This shape with another size along `axis`.
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

    /// The shape that two tensors have together when they meet number by number: from the last axis on,
    /// sizes are equal, or one of them is 1 or missing and is repeated (the rule of NumPy).
    ///
    /// @throws IllegalArgumentException if they do not fit, with both, or are too large together
    public Shape broadcast(Shape other) {
        if (!isBroadcastableWith(other)) {
            throw new IllegalArgumentException("shapes " + this + " and " + other
                    + " do not meet: from the last axis on, sizes are equal or one of them is 1");
        }
        int[] both = new int[Math.max(rank(), other.rank())];
        for (int i = 1; i <= both.length; i++) {
            both[both.length - i] = sizeOrOne(i) == 1 ? other.sizeOrOne(i) : sizeOrOne(i);
        }
        return of(both);
    }

    /// Whether [#broadcast] takes `other`.
    boolean isBroadcastableWith(Shape other) {
        for (int i = 1; i <= Math.min(rank(), other.rank()); i++) {
            if (size(-i) != other.size(-i) && size(-i) != 1 && other.size(-i) != 1) {
                return false;
            }
        }
        return true;
    }

    /// The size of the `i`th axis from the last on; 1 where there is none.
    private int sizeOrOne(int i) {
        return i <= rank() ? size(-i) : 1;
    }

    /// How far it is from one number to the next along each axis, when the numbers lie row after row.
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

    /// As in `(2, 3)`.
    @Override
    public String toString() {
        return format(sizes);
    }

    private static String format(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
