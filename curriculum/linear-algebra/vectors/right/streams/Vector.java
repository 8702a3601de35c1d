import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class Vector {

    public Vector plus(Vector other) {
        requireSizeOf(other);
        return new Vector(IntStream.range(0, size())
                .mapToDouble(i -> get(i) + other.get(i))
                .toArray());
    }

    public Vector times(double factor) {
        return new Vector(DoubleStream.of(components).map(x -> x * factor).toArray());
    }

    public double dot(Vector other) {
        requireSizeOf(other);
        return Numerics.sum(IntStream.range(0, size())
                .mapToDouble(i -> get(i) * other.get(i))
                .toArray());
    }

    public double norm() {
        return DoubleStream.of(components).reduce(0, Math::hypot);
    }

    public double distance(Vector other, double p) {
        if (Double.isNaN(p) || p < 1) {
            throw new IllegalArgumentException("p must be 1 or more, got " + p);
        }
        double[] gaps = minus(other).toArray();
        double widest = DoubleStream.of(gaps).map(Math::abs).max().orElse(0);
        return p == Double.POSITIVE_INFINITY || widest == 0
                ? widest
                : widest
                        * Math.pow(
                                DoubleStream.of(gaps)
                                        .map(gap -> Math.pow(Math.abs(gap / widest), p))
                                        .sum(),
                                1 / p);
    }

    public double cosine(Vector other) {
        double cosine =
                shrunk().dot(other.shrunk()) / shrunk().norm() / other.shrunk().norm();
        return Math.max(-1, Math.min(1, cosine));
    }

    public Vector projectOn(Vector axis) {
        Vector small = axis.shrunk();
        return small.times(dot(small) / small.dot(small));
    }

    private Vector shrunk() {
        double widest = DoubleStream.of(components).map(Math::abs).max().orElse(0);
        if (widest == 0) {
            throw new IllegalArgumentException("all components are zero");
        }
        return new Vector(DoubleStream.of(components).map(x -> x / widest).toArray());
    }
}
