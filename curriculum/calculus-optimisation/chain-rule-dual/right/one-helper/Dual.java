import java.util.function.DoubleUnaryOperator;

/// A helper that takes the outer function and its derivative as functions; the gradient moves a single 1 along.
record Dual(double value, double derivative) {

    public Dual plus(Dual other) {
        return new Dual(other.value + value, other.derivative + derivative);
    }

    public Dual times(Dual other) {
        return new Dual(value * other.value, Math.fma(derivative, other.value, value * other.derivative));
    }

    public Dual dividedBy(Dual other) {
        double share = derivative / other.value;
        double loss = value / other.value * (other.derivative / other.value);
        return new Dual(value / other.value, share - loss);
    }

    public Dual chain(double outerValue, double outerDerivative) {
        return through(_ -> outerValue, _ -> outerDerivative);
    }

    public Dual pow(double exponent) {
        return exponent == 0 ? constant(1) : through(x -> Math.pow(x, exponent), x -> slope(x, exponent));
    }

    private static double slope(double x, double exponent) {
        return Math.pow(x, exponent - 1) * exponent;
    }

    public Dual exp() {
        return through(Math::exp, Math::exp);
    }

    public Dual log() {
        return through(Math::log, x -> 1 / x);
    }

    public Dual sin() {
        return through(Math::sin, Math::cos);
    }

    public Dual cos() {
        return through(Math::cos, x -> -Math.sin(x));
    }

    private Dual through(DoubleUnaryOperator outer, DoubleUnaryOperator slope) {
        Dual moved = constant(outer.applyAsDouble(value));
        return derivative == 0 ? moved : new Dual(moved.value, slope.applyAsDouble(value) * derivative);
    }

    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        double[] values = x.toArray();
        double[] starts = direction.toArray();
        if (values.length != starts.length) {
            throw new IllegalArgumentException("a derivative is missing, or an input");
        }
        return run(f, values, starts);
    }

    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        double[] values = x.toArray();
        double[] starts = new double[values.length];
        double[] slopes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            starts[i] = 1;
            slopes[i] = run(f, values, starts);
            starts[i] = 0;
        }
        return Vector.of(slopes);
    }

    private static double run(Function<Dual[], Dual> f, double[] values, double[] starts) {
        Dual[] inputs = new Dual[values.length];
        int i = 0;
        while (i < values.length) {
            inputs[i] = new Dual(values[i], starts[i]);
            i++;
        }
        return f.apply(inputs).derivative;
    }
}
