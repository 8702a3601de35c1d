import java.util.Arrays;
import java.util.stream.IntStream;

/// As few rules as possible: a quotient is a product with a reciprocal, and that a chain; directions by streams.
record Dual(double value, double derivative) {

    public Dual plus(Dual other) {
        return minus(other.negate());
    }

    public Dual times(Dual other) {
        return times(other.value).plus(other.times(value).minus(value * other.value));
    }

    public Dual dividedBy(Dual other) {
        Dual reciprocal = other.chain(1 / other.value, -1 / other.value / other.value);
        return times(reciprocal);
    }

    public Dual chain(double outerValue, double outerDerivative) {
        double rate = derivative != 0 ? derivative * outerDerivative : 0;
        return new Dual(outerValue, rate);
    }

    public Dual pow(double exponent) {
        double outer = exponent == 0 ? 0 : exponent * StrictMath.pow(value, exponent - 1);
        return chain(StrictMath.pow(value, exponent), outer);
    }

    public Dual exp() {
        return chain(Math.exp(value), Math.exp(value));
    }

    public Dual log() {
        return chain(Math.log(value), Math.pow(value, -1));
    }

    public Dual sin() {
        return chain(Math.sin(value), Math.cos(value));
    }

    public Dual cos() {
        return chain(Math.cos(value), 0 - Math.sin(value));
    }

    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        if (x.size() != direction.size()) {
            throw new IllegalArgumentException("sizes " + x.size() + " and " + direction.size());
        }
        return f.apply(IntStream.range(0, x.size())
                        .mapToObj(i -> new Dual(x.get(i), direction.get(i)))
                        .toArray(Dual[]::new))
                .derivative;
    }

    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        return Vector.of(IntStream.range(0, x.size())
                .mapToDouble(i -> {
                    double[] along = new double[x.size()];
                    Arrays.fill(along, 0);
                    along[i] = 1;
                    return directionalDerivative(f, x, Vector.of(along));
                })
                .toArray());
    }
}
