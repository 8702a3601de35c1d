package gradus.ml.linalg;

import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/// An immutable vector of n real numbers, its components: shape `(n)`. Every operation returns a new vector
/// or a number.
///
/// Components should be finite. [#norm], [#distance], [#cosine] and [#projectOn] are accurate if each
/// component is 0 or has an absolute value between 1e-200 and 1e200: components are scaled before they are
/// squared, so no square overflows, and squares that underflow are negligible. Every operation costs O(n).
///
/// Source: Gilbert Strang, *Introduction to Linear Algebra*, chapter 1. Unlike in the book, [#dot] uses
/// compensated summation.
public final class Vector {

    private final double[] components;

    private Vector(double[] components) {
        this.components = components;
    }

    /// The vector with the given components, which are copied: `Vector.of(3, 4)`.
    public static Vector of(double... components) {
        return new Vector(components.clone());
    }

    /// The vector of shape `(size)` whose component i is `entry.applyAsDouble(i)`.
    ///
    /// @throws IllegalArgumentException if `size` is negative
    public static Vector from(int size, IntToDoubleFunction entry) {
        if (size < 0) {
            throw new IllegalArgumentException("the size of a vector must be at least 0, got " + size);
        }
        double[] components = new double[size];
        Arrays.setAll(components, entry);
        return new Vector(components);
    }

    /// The number of components, n (the dimension).
    public int size() {
        return components.length;
    }

    /// Component `index`, counted from 0.
    ///
    /// @throws IndexOutOfBoundsException if `index` is not between 0 and `size() - 1`
    public double get(int index) {
        return components[index];
    }

    /// A copy of the components, shape `(n)`.
    public double[] toArray() {
        return components.clone();
    }

    /// The components at these indices, in this order; an index may occur more than once: the targets of the
    /// rows that [Matrix#selectRows] selects.
    ///
    /// @throws IndexOutOfBoundsException if there is no such component
    public Vector selectRows(int... indices) {
        double[] selected = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = get(indices[i]);
        }
        return new Vector(selected);
    }

    /// Vector sum, elementwise: component i of the result is `this[i] + other[i]`.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public Vector plus(Vector other) {
        requireSizeOf(other);
        double[] sums = new double[size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = components[i] + other.components[i];
        }
        return new Vector(sums);
    }

    /// Vector difference, elementwise: component i of the result is `this[i] − other[i]`. Drawn as an arrow,
    /// it points from the tip of `other` to the tip of this vector.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public Vector minus(Vector other) {
        requireSizeOf(other);
        double[] differences = new double[size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = components[i] - other.components[i];
        }
        return new Vector(differences);
    }

    /// Scalar multiple: every component multiplied by `factor`. This vector itself doesn't change.
    public Vector times(double factor) {
        double[] scaled = new double[size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * components[i];
        }
        return new Vector(scaled);
    }

    /// Applies `function` to each component: component i of the result is `function(this[i])`.
    public Vector map(DoubleUnaryOperator function) {
        return from(size(), i -> function.applyAsDouble(components[i]));
    }

    /// The dot product (inner product): the sum of the products of corresponding components,
    /// `this[0]·other[0] + … + this[n-1]·other[n-1]`. It is 0 for orthogonal vectors.
    ///
    /// The products are added with `gradus.ml.numbers.Numerics.sum`, so small products keep their digits even
    /// if large ones cancel. If a product overflows, the result is infinite or NaN.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public double dot(Vector other) {
        requireSizeOf(other);
        double[] products = new double[size()];
        for (int i = 0; i < products.length; i++) {
            products[i] = components[i] * other.components[i];
        }
        return Numerics.sum(products);
    }

    /// The Euclidean norm, or length: the square root of the sum of the squared components, also called the
    /// L2 norm. 0 for the zero vector.
    public double norm() {
        double largest = largest();
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double component : components) {
            double ratio = component / largest;
            sum += ratio * ratio;
        }
        return largest * Math.sqrt(sum);
    }

    /// The Minkowski distance of order `p`: the `p`-th root of the sum of the `p`-th powers of the absolute
    /// differences, `(|this[0] − other[0]|ᵖ + … + |this[n-1] − other[n-1]|ᵖ)^(1/p)`.
    ///
    /// `p` = 1 is the Manhattan (city-block) distance, `p` = 2 the Euclidean distance, and `p` =
    /// `Double.POSITIVE_INFINITY` the Chebyshev distance, the largest absolute difference.
    ///
    /// @throws IllegalArgumentException if the sizes differ, or `p` is less than 1 or NaN
    public double distance(Vector other, double p) {
        if (!(p >= 1)) {
            throw new IllegalArgumentException("the order of a distance is at least 1, got " + p);
        }
        Vector difference = minus(other);
        double largest = difference.largest();
        if (largest == 0 || Double.isInfinite(p) || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double component : difference.components) {
            sum += StrictMath.pow(Math.abs(component) / largest, p);
        }
        return largest * StrictMath.pow(sum, 1 / p);
    }

    /// The cosine similarity: the cosine of the angle between the two vectors. 1 for the same direction, 0
    /// for orthogonal vectors, −1 for opposite directions; it does not depend on the norms. The result is
    /// clamped to the range from −1 to 1, in case of rounding errors.
    ///
    /// @throws IllegalArgumentException if the sizes differ, or either is a zero vector, which has no
    ///     direction
    public double cosine(Vector other) {
        return Math.clamp(unit().dot(other.unit()), -1.0, 1.0);
    }

    /// The orthogonal projection of this vector onto the line spanned by `axis`. The result is a multiple of
    /// `axis`; the residual, `x.minus(x.projectOn(axis))`, is orthogonal to `axis`.
    ///
    /// @throws IllegalArgumentException if the sizes differ, or `axis` is a zero vector, which has no
    ///     direction
    public Vector projectOn(Vector axis) {
        Vector direction = axis.unit();
        return direction.times(dot(direction));
    }

    /// Whether `object` is a vector of the same size with equal components, in the sense of
    /// [Arrays#equals(double[], double[])].
    @Override
    public boolean equals(Object object) {
        return object instanceof Vector other && Arrays.equals(components, other.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    /// The components, for example `(1.0, 2.5)`.
    @Override
    public String toString() {
        String listed = Arrays.toString(components);
        return "(" + listed.substring(1, listed.length() - 1) + ")";
    }

    private void requireSizeOf(Vector other) {
        if (size() != other.size()) {
            throw new IllegalArgumentException(
                    "both vectors must have the same size, got sizes " + size() + " and " + other.size());
        }
    }

    /// The largest absolute value of a component (the maximum norm); 0 if there is none.
    private double largest() {
        double largest = 0;
        for (double component : components) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    /// The unit vector, of norm 1, in the same direction.
    private Vector unit() {
        double norm = norm();
        if (norm == 0) {
            throw new IllegalArgumentException("a zero vector has no direction; give one whose norm is not 0");
        }
        double[] scaled = new double[size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = components[i] / norm;
        }
        return new Vector(scaled);
    }
}
