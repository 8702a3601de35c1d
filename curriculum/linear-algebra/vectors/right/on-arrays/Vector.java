package gradus.ml.linalg;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/// Every loop written out, a sum that also keeps what each product rounds away, and the norm as the distance of order 2
/// from the origin.
public final class Vector {

    private final double[] values;

    private Vector(double[] values) {
        this.values = values;
    }

    public static Vector of(double... components) {
        return new Vector(Arrays.copyOf(components, components.length));
    }

    public static Vector from(int size, IntToDoubleFunction entry) {
        if (size < 0) {
            throw new IllegalArgumentException("a size is 0 or more, got " + size);
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = entry.applyAsDouble(i);
        }
        return new Vector(values);
    }

    public Vector map(DoubleUnaryOperator function) {
        return from(values.length, i -> function.applyAsDouble(values[i]));
    }

    public int size() {
        return values.length;
    }

    public double get(int index) {
        return values[index];
    }

    public double[] toArray() {
        return Arrays.copyOf(values, values.length);
    }

    public Vector plus(Vector other) {
        check(other);
        double[] result = toArray();
        for (int i = 0; i < result.length; i++) {
            result[i] += other.values[i];
        }
        return new Vector(result);
    }

    public Vector minus(Vector other) {
        return plus(other.times(-1));
    }

    public Vector times(double factor) {
        double[] result = toArray();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factor;
        }
        return new Vector(result);
    }

    public double dot(Vector other) {
        check(other);
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < values.length; i++) {
            double product = values[i] * other.values[i];
            double next = sum + product;
            lost += Math.abs(sum) < Math.abs(product) ? (product - next) + sum : (sum - next) + product;
            lost += Math.fma(values[i], other.values[i], -product);
            sum = next;
        }
        return sum + lost;
    }

    public double norm() {
        return times(0).distance(this, 2);
    }

    public double distance(Vector other, double p) {
        check(other);
        if (p >= 1) {
            double longest = 0;
            for (int i = 0; i < values.length; i++) {
                longest = Math.max(longest, Math.abs(values[i] - other.values[i]));
            }
            if (longest == 0 || p == Double.POSITIVE_INFINITY) {
                return longest;
            }
            double total = 0;
            for (int i = 0; i < values.length; i++) {
                total += Math.pow(Math.abs(values[i] / longest - other.values[i] / longest), p);
            }
            return Math.pow(total, 1 / p) * longest;
        }
        throw new IllegalArgumentException("order " + p + " is less than 1");
    }

    public double cosine(Vector other) {
        double cosine = direction().dot(other.direction());
        if (cosine > 1) {
            return 1;
        }
        return cosine < -1 ? -1 : cosine;
    }

    public Vector projectOn(Vector axis) {
        Vector direction = axis.direction();
        double shadow = 0;
        check(axis);
        for (int i = 0; i < values.length; i++) {
            shadow += values[i] * direction.values[i];
        }
        return direction.times(shadow);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Vector other && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }

    private Vector direction() {
        double length = norm();
        if (length == 0) {
            throw new IllegalArgumentException("the zero vector has no direction");
        }
        double[] result = toArray();
        for (int i = 0; i < result.length; i++) {
            result[i] /= length;
        }
        return new Vector(result);
    }

    private void check(Vector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(values.length + " components here, " + other.values.length + " there");
        }
    }
}
