package gradus.proctor.property;

import gradus.proctor.assertions.Expect;
import gradus.proctor.format.JavaLiterals;
import java.util.function.UnaryOperator;

/// Property tests of linear maps: whether a function of vectors is linear, and whether two functions are
/// adjoint, as the products with a matrix and with its transpose are, or the forward and backward pass of a
/// linear layer.
public final class Linearity {

    private static final double TOLERANCE = 1e-9;
    private static final Gen<Double> ELEMENTS = Gen.doubles(-10, 10);

    private Linearity() {}

    /// Asserts linearity: f(a·x + y) = a·f(x) + f(y).
    ///
    /// @param name the function as a learner would write it, without its argument: `a.times`
    public static void isLinear(String name, int dimension, UnaryOperator<double[]> function, String why) {
        Gen<Pair<Pair<double[], double[]>, Integer>> cases =
                Gen.pairs(Gen.pairs(Gen.array(ELEMENTS, dimension), Gen.array(ELEMENTS, dimension)), Gen.ints(-4, 4));
        Property.forAll(cases).check(sample -> {
            double[] x = sample.first().first();
            double[] y = sample.first().second();
            double a = sample.second();
            double[] argument = linearCombination(a, x, y);
            double[] ofX = Expect.calling(
                            callText(name, x), () -> function.apply(x.clone()).clone())
                    .result();
            double[] ofY = Expect.calling(
                            callText(name, y), () -> function.apply(y.clone()).clone())
                    .result();
            Expect.that(ofX.length == ofY.length, callText(name, y), ofX.length + " numbers", ofY, why);
            double[] expected = linearCombination(a, ofX, ofY);
            Expect.calling(
                            callText(name, argument) + ", which is " + JavaLiterals.number(a) + "·x + y for x = {"
                                    + JavaLiterals.elements(x) + "} and y = {" + JavaLiterals.elements(y) + "},",
                            () -> function.apply(argument))
                    .within(TOLERANCE, TOLERANCE * (1 + norm(ofX) + norm(ofY)))
                    .gives(expected, why);
        });
    }

    /// Asserts that two linear maps are adjoint: ⟨A·x, y⟩ = ⟨x, Aᵀ·y⟩.
    ///
    /// @param inputs the dimension of A's argument and of Aᵀ's result
    /// @param outputs the dimension of A's result and of Aᵀ's argument
    public static void areAdjoint(
            String name,
            UnaryOperator<double[]> function,
            String adjointName,
            UnaryOperator<double[]> adjoint,
            int inputs,
            int outputs,
            String why) {
        Property.forAll(Gen.pairs(Gen.array(ELEMENTS, inputs), Gen.array(ELEMENTS, outputs)))
                .check(pair -> {
                    double[] x = pair.first();
                    double[] y = pair.second();
                    double[] forward = Expect.calling(
                                    callText(name, x),
                                    () -> function.apply(x.clone()).clone())
                            .result();
                    String adjointCall = callText(adjointName, y);
                    double[] backward = Expect.calling(
                                    adjointCall, () -> adjoint.apply(y.clone()).clone())
                            .result();
                    Expect.that(forward.length == outputs, callText(name, x), outputs + " numbers", forward, why);
                    Expect.that(backward.length == inputs, adjointCall, inputs + " numbers", backward, why);
                    Expect.calling(
                                    "x · " + adjointCall + " for x = {" + JavaLiterals.elements(x) + "}",
                                    () -> dot(x, backward))
                            .within(TOLERANCE, TOLERANCE * (1 + norm(forward) * norm(y)))
                            .gives(dot(forward, y), why);
                });
    }

    private static String callText(String name, double[] x) {
        return name + "(" + JavaLiterals.elements(x) + ")";
    }

    private static double[] linearCombination(double a, double[] x, double[] y) {
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

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }
}
