package gradus.proctor;

import java.util.function.UnaryOperator;

/// That a function of vectors is linear, and that two are each other's adjoint, as a layer's forward and
/// backward pass are, or the product with a matrix and with its transpose.
public final class Linearity {

    private static final double TOLERANCE = 1e-9;
    private static final Gen<Double> NUMBERS = Gen.doubles(-10, 10);

    private Linearity() {}

    /// That f(a·x + y) = a·f(x) + f(y).
    ///
    /// @param name the function as a learner would write it, without its argument: `a.times`
    public static void linear(String name, int size, UnaryOperator<double[]> function, String why) {
        Gen<Pair<Pair<double[], double[]>, Integer>> cases =
                Gen.pairs(Gen.pairs(Gen.array(NUMBERS, size), Gen.array(NUMBERS, size)), Gen.ints(-4, 4));
        Property.forAll(cases).check(drawn -> {
            double[] x = drawn.first().first();
            double[] y = drawn.first().second();
            double a = drawn.second();
            double[] argument = combined(a, x, y);
            double[] ofX = Expect.calling(
                            written(name, x), () -> function.apply(x.clone()).clone())
                    .result();
            double[] ofY = Expect.calling(
                            written(name, y), () -> function.apply(y.clone()).clone())
                    .result();
            Expect.that(ofX.length == ofY.length, written(name, y), ofX.length + " numbers", ofY, why);
            double[] expected = combined(a, ofX, ofY);
            Expect.calling(
                            written(name, argument) + ", which is " + Written.number(a) + "·x + y for x = {"
                                    + Written.items(x) + "} and y = {" + Written.items(y) + "},",
                            () -> function.apply(argument))
                    .within(TOLERANCE, TOLERANCE * (1 + size(ofX) + size(ofY)))
                    .gives(expected, why);
        });
    }

    /// That ⟨A·x, y⟩ = ⟨x, Aᵀ·y⟩.
    ///
    /// @param inputs how many numbers A takes and Aᵀ gives
    /// @param outputs how many numbers A gives and Aᵀ takes
    public static void adjoint(
            String name,
            UnaryOperator<double[]> function,
            String adjointName,
            UnaryOperator<double[]> adjoint,
            int inputs,
            int outputs,
            String why) {
        Property.forAll(Gen.pairs(Gen.array(NUMBERS, inputs), Gen.array(NUMBERS, outputs)))
                .check(pair -> {
                    double[] x = pair.first();
                    double[] y = pair.second();
                    double[] forward = Expect.calling(
                                    written(name, x),
                                    () -> function.apply(x.clone()).clone())
                            .result();
                    String back = written(adjointName, y);
                    double[] backward = Expect.calling(
                                    back, () -> adjoint.apply(y.clone()).clone())
                            .result();
                    Expect.that(forward.length == outputs, written(name, x), outputs + " numbers", forward, why);
                    Expect.that(backward.length == inputs, back, inputs + " numbers", backward, why);
                    Expect.calling("x · " + back + " for x = {" + Written.items(x) + "}", () -> dot(x, backward))
                            .within(TOLERANCE, TOLERANCE * (1 + size(forward) * size(y)))
                            .gives(dot(forward, y), why);
                });
    }

    private static String written(String name, double[] x) {
        return name + "(" + Written.items(x) + ")";
    }

    private static double[] combined(double a, double[] x, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = a * x[i] + y[i];
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double size(double[] x) {
        return Math.sqrt(dot(x, x));
    }
}
