package gradus.ml.linalg;

import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/// A vector of real numbers, of shape `(n)`. It never changes: every operation returns a new vector or a
/// number.
///
/// Components are meant to be finite. [#norm], [#distance], [#cosine] and [#projectOn] are right for
/// components whose size lies between 1e-200 and 1e200: no intermediate square overflows or vanishes.
/// Every operation costs O(n).
///
/// Source: Gilbert Strang, *Introduction to Linear Algebra*, chapter 1. Unlike there, sums are
/// compensated and squares are taken of scaled numbers.
public final class Vector {

    private final double[] components;

    private Vector(double[] components) {
        this.components = components;
    }

    /// The vector with these components, which are copied.
    public static Vector of(double... components) {
        return new Vector(components.clone());
    }

    /// The vector of shape `(size)` whose component i is `entry.applyAsDouble(i)`.
    ///
    /// @throws IllegalArgumentException if `size` is negative
    public static Vector from(int size, IntToDoubleFunction entry) {
        if (size < 0) {
            throw new IllegalArgumentException("a vector has 0 or more components, got " + size);
        }
        double[] components = new double[size];
        Arrays.setAll(components, entry);
        return new Vector(components);
    }

    /// The number of components, n.
    public int size() {
        return components.length;
    }

    /// Component `index`, counted from 0.
    ///
    /// @throws IndexOutOfBoundsException if `index` is not between 0 and `size() - 1`
    public double get(int index) {
        return components[index];
    }

    /// The components, as a copy: `(n)`.
    public double[] toArray() {
        return components.clone();
    }

    /// The sum of both vectors, component by component.
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

    /// This vector less `other`, component by component: the arrow from the tip of `other` to the tip of
    /// this.
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

    /// This vector with every component multiplied by `factor`.
    public Vector times(double factor) {
        double[] scaled = new double[size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * components[i];
        }
        return new Vector(scaled);
    }

    /// The vector of what `function` makes of each component.
    public Vector map(DoubleUnaryOperator function) {
        return from(size(), i -> function.applyAsDouble(components[i]));
    }

    /// The dot product: the sum of the products of components at the same place.
    ///
    /// The products are added as `gradus.ml.numbers.Numerics.sum` adds, so that a small one is not lost
    /// between large ones that cancel. A product beyond the range of `double` makes the result infinite
    /// or NaN.
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

    /// The Euclidean length: the square root of the sum of the squares of the components. 0 for the zero
    /// vector.
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

    /// The Minkowski distance of order `p`: the `p`-th root of the sum of the `p`-th powers of the
    /// absolute differences.
    ///
    /// `p` = 1 adds the differences up (city blocks), 2 is the straight line, `Double.POSITIVE_INFINITY`
    /// takes the largest difference.
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
            sum += Math.pow(Math.abs(component) / largest, p);
        }
        return largest * Math.pow(sum, 1 / p);
    }

    /// The cosine of the angle between both vectors: 1 for the same direction, 0 for a right angle, -1
    /// for opposite directions. Rounding never takes it out of that range.
    ///
    /// @throws IllegalArgumentException if the sizes differ, or either is a zero vector, which has no
    /// direction
    public double cosine(Vector other) {
        return Math.clamp(unit().dot(other.unit()), -1.0, 1.0);
    }

    /// The projection of this vector on the line through the origin along `axis`: the shadow that this
    /// casts on `axis` when the light falls at a right angle to it. What is left,
    /// `x.minus(x.projectOn(axis))`, is orthogonal to `axis`.
    ///
    /// @throws IllegalArgumentException if the sizes differ, or `axis` is a zero vector, which has no
    /// direction
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

    /// The components as in `(1.0, 2.5)`.
    @Override
    public String toString() {
        String listed = Arrays.toString(components);
        return "(" + listed.substring(1, listed.length() - 1) + ")";
    }

    private void requireSizeOf(Vector other) {
        if (size() != other.size()) {
            throw new IllegalArgumentException("vectors of one size are needed, got sizes " + size() + " and "
                    + other.size() + "; give both the same number of components");
        }
    }

    /// The largest size of a component; 0 if there is none.
    private double largest() {
        double largest = 0;
        for (double component : components) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    /// The vector of length 1 that points the same way.
    private Vector unit() {
        double norm = norm();
        if (norm == 0) {
            throw new IllegalArgumentException("a zero vector has no direction; give one whose norm is not 0");
        }
        double[] shares = new double[size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = components[i] / norm;
        }
        return new Vector(shares);
    }
}
